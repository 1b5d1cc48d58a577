import { describe, expect, it } from 'vitest'
import { flat, grouped } from '@/domain/facts'

describe('facts', () => {
  it('are spread over lines that name where they stand', () =>
    expect(flat({ plate: { number: null, colour: 'yellow' }, listed: [] })).toEqual([
      { path: 'plate.number', value: '–' },
      { path: 'plate.colour', value: 'yellow' },
      { path: 'listed', value: '–' },
    ]))

  it('keep what belongs together and gather the rest', () =>
    expect(grouped({ received: 'now', passage: { serial: '1' }, listed: [] })).toEqual([
      { name: 'passage', lines: [{ path: 'serial', value: '1' }] },
      { name: '', lines: [{ path: 'received', value: 'now' }, { path: 'listed', value: '–' }] },
    ]))
})
