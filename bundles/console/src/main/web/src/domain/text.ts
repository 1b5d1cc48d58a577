import type { Bilingual } from '@/api/lists'
import type { Locale } from '@/i18n/locales'

/** A text of the server: already in one language, or in both. */
export type ServerText = string | Bilingual | null | undefined

/** The text in the language of the page; empty for nothing. */
export function text(value: ServerText, locale: Locale): string {
  if (!value) return ''
  if (typeof value === 'string') return value
  return (locale === 'zh-CN' ? value.zh : value.en) || value.zh || value.en || ''
}
