import type { PassageFilter } from '@/api/passages'

const KEYS = ['enterprise', 'plate', 'vin', 'stage', 'direction', 'verdict', 'finding'] as const

/** Reads the filter from the address of the page, so that a filtered list can be linked and kept. */
export function filterOf(query: Record<string, unknown>): PassageFilter {
  return Object.fromEntries(
    KEYS.map((key) => [key, query[key]]).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as PassageFilter
}
