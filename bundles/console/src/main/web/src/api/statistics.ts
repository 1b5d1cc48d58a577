import { request } from './http'

/** One row of `/statistics`; the group keys that were asked for are filled, the others are absent. */
export interface StatisticsRow {
  stage?: string
  direction?: string
  verdict?: string
  enterprise?: string
  day?: string
  trips: number
  tonnes: number
  passages: number
}

/** Sums per group for the days from `from` to `to`, both included (yyyy-MM-dd). */
export async function statistics(group: string[], from: string, to: string): Promise<StatisticsRow[]> {
  const answer = await request<{ items: StatisticsRow[] }>('/statistics', { query: { group: group.join(','), from, to } })
  return answer.items
}
