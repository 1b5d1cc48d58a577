/** A page of a list; `next` is the cursor of the following page, if there is one. */
export interface Page<T> {
  items: T[]
  next?: string | null
}

/** A text in both languages, as rule packs and decisions carry it. */
export interface Bilingual {
  zh: string
  en: string
}
