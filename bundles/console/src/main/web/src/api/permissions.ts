import { ref, shallowRef } from 'vue'
import { allowed, type OpenApi } from '@/domain/permission'
import { request } from './http'
import { session } from './session'

const document = shallowRef<OpenApi | null>(null)
const loadedFor = ref('')

/**
 * Loads who may do what from the server's own description. Without it every action is offered and
 * the server refuses what is not allowed, so a failure here is not an error.
 */
export async function loadPermissions(): Promise<void> {
  const token = session.current?.token ?? ''
  if (token === loadedFor.value) return
  try {
    document.value = await request<OpenApi>('/openapi.json')
  } catch {
    document.value = null
  }
  loadedFor.value = token
}

/**
 * Whether the account may call an operation, for example `can('post', '/rule-packs')`. Until that is
 * known nothing is offered: the menu would otherwise ask for what the account may not see.
 */
export function can(method: string, path: string): boolean {
  if (loadedFor.value !== (session.current?.token ?? '')) return false
  return allowed(document.value, session.current?.roles ?? [], method, path)
}

/** A JSON Schema of the server's description, for example `barrier`; null when there is none. */
export function schemaOf(name: string): unknown {
  return document.value?.components?.schemas?.[name] ?? null
}
