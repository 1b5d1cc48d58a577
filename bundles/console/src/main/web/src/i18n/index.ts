import { createI18n } from 'vue-i18n'
import { isLocale, type Locale } from './locales'
import { messages } from './messages'

const KEY = 'qingmen.locale'

export const i18n = createI18n({
  legacy: false,
  locale: firstLocale(),
  fallbackLocale: 'en',
  messages: messages as never,
})

export function currentLocale(): Locale {
  return i18n.global.locale.value as Locale
}

/** Changes the language of the page and of what the server answers from now on. */
export function useLocale(locale: Locale): void {
  i18n.global.locale.value = locale as never
  localStorage.setItem(KEY, locale)
  document.documentElement.lang = locale
}

function firstLocale(): Locale {
  const kept = localStorage.getItem(KEY)
  if (isLocale(kept)) return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
