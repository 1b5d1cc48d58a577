import { describe, expect, it } from 'vitest'
import { lastDays, periodOf, today } from '@/domain/period'

describe('a period', () => {
  it('begins today where the gates are, not where the browser is', () =>
    expect(today(new Date('2026-10-01T18:00:00Z'))).toBe('2026-10-02'))

  it('includes both its ends', () =>
    expect(lastDays(7, new Date('2026-10-10T04:00:00Z'))).toEqual({ from: '2026-10-04', to: '2026-10-10' }))

  it('can come from the address of the page', () => {
    const fallback = { from: '2026-01-01', to: '2026-01-31' }
    expect(periodOf({ from: '2026-02-01', to: '2026-02-28' }, fallback)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(periodOf({ from: '2026-03-01', to: '2026-02-28' }, fallback)).toBe(fallback)
    expect(periodOf({ from: '<b>', to: '2026-02-28' }, fallback)).toBe(fallback)
  })
})
