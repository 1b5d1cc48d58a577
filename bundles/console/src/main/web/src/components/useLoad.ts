import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** State of something that is fetched. */
export interface Load<T> {
  value: ShallowRef<T | null>
  busy: Ref<boolean>
  problem: ShallowRef<Problem | null>
  /** Fetches (again); an answer that was overtaken by a later call is dropped. */
  run: () => Promise<void>
}

export function useLoad<T>(fetchIt: () => Promise<T>): Load<T> {
  const value = shallowRef<T | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let latest = 0

  async function run(): Promise<void> {
    const mine = ++latest
    busy.value = true
    try {
      const answer = await fetchIt()
      if (mine === latest) {
        value.value = answer
        problem.value = null
      }
    } catch (cause) {
      if (mine === latest) problem.value = asProblem(cause)
    } finally {
      if (mine === latest) busy.value = false
    }
  }

  return { value, busy, problem, run }
}
