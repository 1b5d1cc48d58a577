import type { Locale } from '@/i18n/locales'

/** Gates and bureaus live in one zone, wherever the browser is. */
export const ZONE = 'Asia/Shanghai'

/** `2026-10-01 08:00:00`, or a dash for nothing. */
export function dateTime(value: string | null | undefined): string {
  if (!value || Number.isNaN(Date.parse(value))) return value || '–'
  return new Date(value).toLocaleString('sv-SE', { timeZone: ZONE })
}

/** `2026-10-01 08:00`, or nothing. */
export const minute = (value: string | null | undefined): string => (value ? dateTime(value).slice(0, 16) : '')

/** The day there, `2026-10-01`, or nothing. */
export const day = (value: string | null | undefined): string => (value ? dateTime(value).slice(0, 10) : '')

/** What somebody read from a clock on the wall there, `2026-10-01T08:00:00`, as a time; China has no summer time. */
export const atWall = (wall: string): string => (wall ? `${wall}+08:00` : '')

/** What a clock on the wall there shows at a time, as forms take it; empty for nothing. */
export const onWall = (value: string): string => (value ? dateTime(value).replace(' ', 'T') : '')

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
