import { describe, expect, it } from 'vitest'
import { patchOf } from '@/domain/correction'

const nothing = { plate: '', colour: '', stage: '', fuel: '', vin: '', registered: '', tonnes: '' }

describe('a correction', () => {
  it('names only what was filled in', () => {
    expect(patchOf({ ...nothing, stage: '4', tonnes: '30.5' })).toEqual({
      vehicle: { stage: '4' },
      cargo: { tonnes: 30.5 },
    })
  })
  it('is empty when nothing was filled in, and takes no mass that is none', () => {
    expect(patchOf({ ...nothing, plate: '  ', tonnes: 'viel' })).toEqual({})
  })
})
