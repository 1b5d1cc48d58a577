import { shallowRef } from 'vue'
import { enterprises } from './enterprises'

const PAGE = 1000

const names = shallowRef<Map<string, string>>(new Map())
let asked: Promise<void> | null = null

async function load(): Promise<void> {
  const found = new Map<string, string>()
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof enterprises>> = await enterprises('', PAGE, cursor)
    page.items.forEach(({ id, name }) => found.set(id, name))
    cursor = page.next ?? null
  } while (cursor)
  names.value = found
}

/** Loads the names of all enterprises that the user may see, once; without them the codes are shown. */
export function loadEnterpriseNames(): Promise<void> {
  asked ??= load().catch(() => {
    asked = null
  })
  return asked
}

/** Name of an enterprise; its code while the name is not known. */
export const enterpriseName = (id: string): string => names.value.get(id) ?? id
