import { describe, expect, it } from 'vitest'
import { sha256 } from '@/domain/sha256'

describe('sha256', () => {
  it('agrees with the platform for every length around a block', async () => {
    for (let length = 0; length < 200; length++) {
      const content = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255)
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
      expect(sha256(content)).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
    }
  })
})
