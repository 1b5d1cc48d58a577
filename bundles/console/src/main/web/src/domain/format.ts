import type { Locale } from '@/i18n/locales'

/** Gates and bureaus live in one zone, wherever the browser is. */
export const ZONE = 'Asia/Shanghai'

/** `2026-10-01 08:00:00`, or a dash for nothing. */
export function dateTime(value: string | null | undefined): string {
  if (!value || Number.isNaN(Date.parse(value))) return value || '–'
  return new Date(value).toLocaleString('sv-SE', { timeZone: ZONE })
}

/** A number with thousands separators and at most `digits` decimals. */
export function number(value: number | null | undefined, locale: Locale, digits = 0): string {
  if (value === null || value === undefined) return '–'
  return value.toLocaleString(locale, { maximumFractionDigits: digits })
}

/**
 * A share between 0 and 1 as per cent. It is cut, never rounded up: 79.99 % must not look like a
 * met 80 %.
 */
export function percent(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  const cut = Math.floor(value * 1000 + 1e-9) / 10
  return `${Number.isInteger(cut) ? cut : cut.toFixed(1)} %`
}

/** Anything that can stand in an explanation, as one line of text. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
