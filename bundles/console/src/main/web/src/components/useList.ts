import { computed, ref, shallowRef } from 'vue'
import type { Page } from '@/api/lists'
import { asProblem, type Problem } from '@/api/problem'

/** A list that is read page by page with the server's cursor. */
export function useList<T>(fetchPage: (cursor: string | null) => Promise<Page<T>>) {
  const items = shallowRef<T[]>([])
  const next = ref<string | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let latest = 0

  async function load(cursor: string | null): Promise<void> {
    const mine = ++latest
    busy.value = true
    try {
      const page = await fetchPage(cursor)
      if (mine !== latest) return
      items.value = cursor ? [...items.value, ...page.items] : page.items
      next.value = page.next ?? null
      problem.value = null
    } catch (cause) {
      if (mine === latest) problem.value = asProblem(cause)
    } finally {
      if (mine === latest) busy.value = false
    }
  }

  return {
    items,
    busy,
    problem,
    hasMore: computed(() => next.value !== null),
    restart: () => load(null),
    more: () => load(next.value),
  }
}
