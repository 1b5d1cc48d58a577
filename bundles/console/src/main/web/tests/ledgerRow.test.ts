import { describe, expect, it } from 'vitest'
import { changes, correctable, serialOf } from '@/domain/ledgerRow'

const coal = { enterprise: 'E1', date: '2026-10-02', material: '煤', in: 7, closing: 12, sequence: 3, hash: 'a' }

describe('a ledger row', () => {
  it('is named by its serial, a daily material by day and material, a corrected one by the first row', () => {
    expect(serialOf({ serial: 'L-1' })).toBe('L-1')
    expect(serialOf(coal)).toBe('2026-10-02/煤')
    expect(serialOf({ serial: 'L-1~k', corrects: { serial: 'L-1' } })).toBe('L-1')
  })
  it('offers neither what it is known by nor what the server adds', () => {
    expect(correctable('materials', coal, ['opening', 'in'])).toEqual(['opening', 'in', 'closing'])
    expect(correctable('dedicated-line', { serial: 'L-1', material: '煤', tonnes: 5 }, [])).toEqual(['material', 'tonnes'])
  })
})

describe('its correction', () => {
  it('names only what was changed, numbers as numbers', () => {
    expect(changes(coal, { in: '7', closing: '13.5', opening: '' }, ['opening', 'in', 'closing'])).toEqual({ closing: 13.5 })
    expect(changes(coal, { opening: '4' }, ['opening'])).toEqual({ opening: 4 })
  })
  it('takes out what was emptied and leaves a mass that is none for the server to refuse', () => {
    expect(changes(coal, { in: ' ', closing: 'viel' }, ['in', 'closing'])).toEqual({ in: null, closing: 'viel' })
  })
})
