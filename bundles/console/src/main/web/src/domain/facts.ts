import { plain } from './format'

/** One fact: where it stands in the document, and what it says. */
export interface FactLine {
  path: string
  value: string
}

/** Spreads a nested fact over lines such as `vehicle.stage = 5`, in the order of the document. */
export function flat(value: unknown, path = ''): FactLine[] {
  if (value === null || typeof value !== 'object') return [{ path: path || '–', value: plain(value) }]
  const members = Object.entries(value)
  if (members.length === 0) return [{ path: path || '–', value: '–' }]
  return members.flatMap(([key, member]) => flat(member, path ? `${path}.${key}` : key))
}

/** Facts that belong together; plain values and empty ones are gathered under the empty name, last. */
export function grouped(facts: Record<string, unknown>): { name: string; lines: FactLine[] }[] {
  const whole = (value: unknown) => value !== null && typeof value === 'object' && Object.keys(value).length > 0
  const entries = Object.entries(facts)
  const groups = entries.filter(([, value]) => whole(value)).map(([name, value]) => ({ name, lines: flat(value) }))
  const rest = entries.filter(([, value]) => !whole(value)).flatMap(([name, value]) => flat(value, name))
  return rest.length > 0 ? [...groups, { name: '', lines: rest }] : groups
}
