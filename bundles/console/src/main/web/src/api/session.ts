import { reactive, readonly } from 'vue'

/** Who is signed in in this browser tab. */
export interface Session {
  token: string
  user: string
  roles: string[]
  scope: string
  expires: string
}

const KEY = 'qingmen.session'
const state = reactive<{ current: Session | null }>({ current: stored() })

export const session = readonly(state)

/** Keeps the session for this tab only; it is gone when the tab is closed. */
export function keep(next: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(next))
  state.current = next
}

export function forget(): void {
  sessionStorage.removeItem(KEY)
  state.current = null
}

export function hasRole(role: string): boolean {
  return state.current?.roles.includes(role) ?? false
}

function stored(): Session | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null
    return found && Date.parse(found.expires) < Date.now() ? null : found
  } catch {
    return null
  }
}
