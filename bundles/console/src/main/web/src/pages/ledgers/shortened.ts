import type { Period } from '@/domain/period'

const DAY = 86_400_000

/** The last days of a period, at most so many. */
export function shortened(period: Period, days: number): Period {
  const first = new Date(Date.parse(period.to) - (days - 1) * DAY).toISOString().slice(0, 10)
  return { from: period.from < first ? first : period.from, to: period.to }
}
