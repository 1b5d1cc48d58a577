import { describe, expect, it } from 'vitest'
import { dateTime, number, percent, plain } from '@/domain/format'

describe('a share', () => {
  it('is cut, so that 79.99 % does not look like a met 80 %', () => expect(percent(0.7999)).toBe('79.9 %'))
  it('has no decimals when it needs none', () => expect(percent(0.8)).toBe('80 %'))
  it('survives binary fractions', () => expect([percent(0.29), percent(0.57), percent(1)]).toEqual(['29 %', '57 %', '100 %']))
  it('is a dash when nothing was counted', () => expect(percent(null)).toBe('–'))
})

describe('a time', () => {
  it('is shown in the zone of the gates', () => expect(dateTime('2026-10-01T00:00:00Z')).toBe('2026-10-01 08:00:00'))
  it('is a dash when there is none', () => expect(dateTime(null)).toBe('–'))
  it('that cannot be read is shown as it came', () => expect(dateTime('soon')).toBe('soon'))
})

describe('a number', () => {
  it('has separators', () => expect(number(1234567, 'en')).toBe('1,234,567'))
  it('has as many decimals as are wanted', () => expect(number(33.456, 'zh-CN', 1)).toBe('33.5'))
})

describe('a value in an explanation', () => {
  it('can be a list', () => expect(plain(['I01', 'I15'])).toBe('["I01","I15"]'))
  it('can be false', () => expect(plain(false)).toBe('false'))
})
