import { describe, expect, it } from 'vitest'
import { newestFirst } from '@/domain/alarmOrder'

const alarm = (id: string, last: string, changedAt = '2026-10-01T12:00:00Z') => ({ id, last, changedAt })

describe('the list of alarms', () => {
  it('begins with what happened last, not with what was raised last', () => {
    const list = [alarm('A2', '2026-10-01T08:00:00Z'), alarm('A1', '2026-10-01T11:00:00Z')]
    expect([...list].sort(newestFirst).map((one) => one.id)).toEqual(['A1', 'A2'])
  })

  it('does not keep a clock that is years ahead on top', () => {
    const list = [alarm('A1', '2099-01-01T00:00:00Z', '2026-10-01T08:00:00Z'), alarm('A2', '2026-10-01T11:00:00Z')]
    expect([...list].sort(newestFirst).map((one) => one.id)).toEqual(['A2', 'A1'])
  })

  it('puts of two at the same time the later raised first', () => {
    const list = [alarm('A1', '2026-10-01T08:00:00Z'), alarm('A2', '2026-10-01T08:00:00Z')]
    expect([...list].sort(newestFirst).map((one) => one.id)).toEqual(['A2', 'A1'])
  })
})
