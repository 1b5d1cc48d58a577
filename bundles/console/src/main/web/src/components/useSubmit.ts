import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** State of a form that is sent; `send` returns whether it went well. */
export function useSubmit(work: () => Promise<unknown>) {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  async function send(): Promise<boolean> {
    busy.value = true
    problem.value = null
    try {
      await work()
      return true
    } catch (cause) {
      problem.value = asProblem(cause)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, send }
}
