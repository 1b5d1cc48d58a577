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

export type Metric = 'trips' | 'clean-share' | 'gates'

/** What is asked of `/statistics`; empty texts are left out. */
export interface StatisticsQuestion {
  metric: Metric
  group: string
  compare: '' | 'previous' | 'year'
  enterprise: string
  division: string
  from: string
  to: string
}

/** Group keys are texts; the numbers of the metric may be null where nothing was counted. */
export type StatisticsItem = Record<string, string | number | null>

export interface StatisticsAnswer {
  metric: Metric
  period: { from: string; to: string }
  before?: { from: string; to: string }
  items: StatisticsItem[]
}

export const statisticsAnswer = (question: StatisticsQuestion) =>
  request<StatisticsAnswer>('/statistics', { query: { ...question } })
