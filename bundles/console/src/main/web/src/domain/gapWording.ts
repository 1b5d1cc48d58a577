import type { Gap, Indicator } from '@/api/grades'
import type { Locale } from '@/i18n/locales'
import { number } from './format'

/** Looks up a message; the shape of vue-i18n's `t`. */
export type Translate = (key: string, values?: Record<string, unknown>) => string

/** Indicators for which the message files know what an enterprise can change. */
const ADVICE: Record<string, string> = {
  'clean.share': 'clean',
  'road.v-or-nev.share': 'roadV',
  'road.min-stage-of-rest': 'roadRest',
  'road.vi-or-nev.share': 'roadVi',
  'in-plant.v-or-nev.share': 'inPlantV',
  'in-plant.nev.share': 'inPlantNev',
  'nrmm.iii-or-nev.share': 'nrmm3',
  'nrmm.iv-or-nev.share': 'nrmm4',
  'gate-and-ledger': 'gate',
}

/** Name of a unit; what the server counts in `units` has its own word per indicator. */
export function unitName(unit: string | null | undefined, indicatorCode: string, t: Translate): string {
  const plainUnit = indicatorCode.startsWith('nrmm') ? 'machines' : 'vehicles'
  const key = unit === 'units' ? plainUnit : (unit ?? '')
  return ['trips', 'tonnes', 'vehicles', 'machines'].includes(key) ? t(`grade.unit.${key}`) : ''
}

/** "60 of 600 trips more", or that it cannot be said in numbers. */
export function missing(gap: Gap, indicator: Indicator | undefined, locale: Locale, t: Translate): string {
  if (gap.missing === null || gap.missing === undefined) return t('grade.gap.unknown')
  const unit = unitName(gap.unit, gap.indicator, t)
  const amount = number(gap.missing, locale, 1)
  const base = indicator?.base
  return base === null || base === undefined
    ? t('grade.gap.missing', { missing: amount, unit })
    : t('grade.gap.missingOf', { missing: amount, base: number(base, locale, 1), unit })
}

/** What the enterprise can change; empty for indicators a pack brought along. */
export function advice(indicatorCode: string, t: Translate): string {
  const key = ADVICE[indicatorCode]
  return key ? t(`grade.advice.${key}`) : ''
}

/** Name of an indicator; for those that a pack brought along the clause they come from. */
export function indicatorName(indicator: Indicator, t: Translate): string {
  const key = ADVICE[indicator.code]
  if (key) return t(`grade.indicator.${key}`)
  return indicator.requirements.find((one) => one.clause)?.clause ?? indicator.code
}
