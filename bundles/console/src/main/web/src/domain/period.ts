import { ZONE } from './format'

/** Days from `from` to `to`, both included, as yyyy-MM-dd. */
export interface Period {
  from: string
  to: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day it is now where the gates are. */
export function today(now = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: ZONE })
}

/** The last `days` days including today. */
export function lastDays(days: number, now = new Date()): Period {
  return { from: today(new Date(now.getTime() - (days - 1) * 86_400_000)), to: today(now) }
}

/** Reads a period from the address of the page, or takes the fallback. */
export function periodOf(query: Record<string, unknown>, fallback: Period): Period {
  const { from, to } = query
  return typeof from === 'string' && typeof to === 'string' && DAY.test(from) && DAY.test(to) && from <= to
    ? { from, to }
    : fallback
}
