import type { PassageFilter } from '@/api/passages'
import { PASSAGE_FILTERS } from '@/domain/passageFilters'

/** Reads the filter from the address of the page, so that a filtered list can be linked and kept. */
export function filterOf(query: Record<string, unknown>): PassageFilter {
  return Object.fromEntries(
    PASSAGE_FILTERS.map((key) => [key, query[key]]).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as PassageFilter
}
