import { describe, expect, it } from 'vitest'
import { byStage, byVerdict, totals } from '@/domain/overview'

const row = (stage: string, direction: string, passages: number, trips: number) => ({ stage, direction, passages, trips, tonnes: trips * 30 })

describe('the overview', () => {
  const lines = byStage([row('6', 'in', 8, 8), row('6', 'out', 7, 1), row('4', 'in', 2, 1), row('9', 'in', 1, 0)])

  it('stacks directions per stage, dirtiest first, and counts what it does not know as unknown', () =>
    expect(lines.map((line) => [line.stage, line.in, line.out])).toEqual([['X', 1, 0], ['4', 2, 0], ['6', 8, 7]]))

  it('sums what the tiles show', () =>
    expect(totals(lines)).toEqual({ passages: 18, trips: 10, tonnes: 300, clean: 0.9 }))

  it('has no share without trips', () => expect(totals([]).clean).toBeNull())

  it('shows verdicts that did not occur as none', () =>
    expect(byVerdict([{ verdict: 'deny', passages: 3, trips: 0, tonnes: 0 }])).toEqual({ allow: 0, warn: 0, deny: 3 }))
})
