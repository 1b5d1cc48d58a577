/** The languages of the console. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Name of each language in that language. */
export const LOCALE_NAMES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

export function isLocale(value: string | null): value is Locale {
  return (LOCALES as readonly string[]).includes(value ?? '')
}
