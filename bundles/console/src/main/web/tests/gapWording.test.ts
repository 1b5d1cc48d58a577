import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { advice, indicatorName, missing, type Translate } from '@/domain/gapWording'
import { indicatorValue, threshold } from '@/domain/indicatorValue'
import { messages } from '@/i18n/messages'
import { indicator, requirement } from './grades'

const i18n = createI18n({ legacy: false, locale: 'en', messages: messages as never })
const inLanguage = (locale: 'en' | 'zh-CN'): Translate => {
  i18n.global.locale.value = locale as never
  return (i18n.global as unknown as { t: Translate }).t
}
const gap = { grade: 'A', indicator: 'road.v-or-nev.share', missing: 1060, unit: 'trips' }

describe('a gap', () => {
  it('says how many of how many are missing', () => {
    const road = indicator('road.v-or-nev.share', [], { base: 6000 })
    expect(missing(gap, road, 'en', inLanguage('en'))).toBe('1,060 of 6,000 trips missing')
    expect(missing(gap, road, 'zh-CN', inLanguage('zh-CN'))).toBe('还差 1,060 车次（共 6,000 车次）')
  })

  it('says only what is known', () => {
    expect(missing(gap, undefined, 'en', inLanguage('en'))).toBe('1,060 trips missing')
    expect(missing({ ...gap, missing: null }, undefined, 'en', inLanguage('en'))).toContain('cannot be said')
  })

  it('counts machines as machines and vehicles as vehicles', () => {
    const units = (code: string) => missing({ ...gap, indicator: code, missing: 3, unit: 'units' }, undefined, 'en', inLanguage('en'))
    expect(units('nrmm.iii-or-nev.share')).toBe('3 machines missing')
    expect(units('in-plant.nev.share')).toBe('3 vehicles missing')
  })

  it('comes with what can be changed', () => expect(advice('clean.share', inLanguage('en'))).toContain('by rail'))
  it('has no advice for an indicator that a pack brought along', () => expect(advice('shanxi.own', inLanguage('en'))).toBe(''))
})

const gate = indicator('gate-and-ledger', [])

describe('an indicator', () => {
  it('has a name in both languages', () =>
    expect([indicatorName(gate, inLanguage('zh-CN')), indicatorName(gate, inLanguage('en'))]).toEqual([
      '门禁视频监控系统和电子台账',
      'Gate video system and electronic ledger',
    ]))

  it('that a pack brought along is named by its clause', () => {
    expect(indicatorName(indicator('own', [requirement('A', { clause: '第三条' })]), inLanguage('en'))).toBe('第三条')
    expect(indicatorName(indicator('own', []), inLanguage('en'))).toBe('own')
  })

  it('shows its value and threshold in its unit', () => {
    const t = inLanguage('en')
    expect(indicatorValue(indicator('x', [], { value: 0.9 }), 'en', t)).toBe('90 %')
    expect(indicatorValue(indicator('x', [], { value: '4', unit: 'stage' }), 'en', t)).toBe('China IV')
    expect(indicatorValue(indicator('x', [], { value: false, unit: 'boolean' }), 'en', t)).toBe('no')
    expect(threshold(requirement('A', { threshold: 1 }), 'share', 'en', t)).toBe('≥ 100 %')
    expect(threshold(requirement('A', { threshold: null }), 'share', 'en', t)).toBe('≥ ?')
  })
})
