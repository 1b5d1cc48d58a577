import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '@/domain/sha256'

describe('sha256', () => {
  it('agrees with the platform for every length around a block', () => {
    for (let length = 0; length < 200; length++) {
      const content = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255)
      expect(sha256(content)).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })
})
