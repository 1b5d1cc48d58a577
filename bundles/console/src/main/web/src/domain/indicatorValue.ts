import type { Indicator, Requirement } from '@/api/grades'
import type { Locale } from '@/i18n/locales'
import type { Translate } from './gapWording'
import { number, percent } from './format'

const OPERATORS: Record<string, string> = { '>=': '≥', '<=': '≤', '==': '=', '=': '=', '>': '>', '<': '<', in: '∈' }

/** The value of an indicator in its unit. */
export function indicatorValue(indicator: Indicator, locale: Locale, t: Translate): string {
  return inUnit(indicator.value, indicator.unit, locale, t)
}

/** "≥ 80 %"; a threshold nobody knows is a question mark. */
export function threshold(requirement: Requirement, unit: string, locale: Locale, t: Translate): string {
  if (unit === 'boolean') return t('grade.required')
  const value = requirement.threshold === null ? '?' : inUnit(requirement.threshold, unit, locale, t)
  return `${OPERATORS[requirement.operator] ?? requirement.operator} ${value}`
}

function inUnit(value: Indicator['value'], unit: string, locale: Locale, t: Translate): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean' || unit === 'boolean') return t(Number(value) > 0 ? 'app.yes' : 'app.no')
  if (unit === 'stage') return t(`codes.stage.${value}`)
  if (typeof value === 'string') return value
  return unit === 'share' ? percent(value) : number(value, locale, 2)
}
