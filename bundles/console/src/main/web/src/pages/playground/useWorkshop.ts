import { computed, ref, shallowRef, watch } from 'vue'
import { packFiles, tryOut, type PackTexts, type Question, type Trial } from '@/api/playground'
import { asProblem, type Problem } from '@/api/problem'
import type { PackError, PackRef } from '@/api/rulePacks'
import { casesOf, inOrder, marksOf, memberOf, parameterNames } from '@/domain/packTexts'
import * as draft from './draft'

/** Milliseconds without a key after which what is edited is tried out again. */
const PAUSE = 1200

/** The pack on the bench: its files, the facts it is tried on, and what came out. */
export function useWorkshop() {
  const files = ref<PackTexts>({})
  const path = ref('')
  const facts = ref('')
  /** Id of a stored decision whose facts are meant; empty for the typed ones. */
  const decision = ref('')
  const trial = shallowRef<Trial | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const changed = ref(false)
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const paths = computed(() => inOrder(Object.keys(files.value)))
  const text = computed({
    get: () => files.value[path.value] ?? '',
    set: (next) => put(path.value, next),
  })
  const problems = computed(() => (trial.value?.problems ?? []).filter((one) => one.file === path.value))
  const marks = computed(() => marksOf(trial.value, path.value, text.value))

  function put(file: string, content: string): void {
    if (files.value[file] === content) return
    files.value = { ...files.value, [file]: content }
    changed.value = true
    later()
  }

  function remove(file: string): void {
    const rest = { ...files.value }
    delete rest[file]
    files.value = rest
    if (path.value === file) path.value = paths.value[0] ?? ''
    later()
  }

  /** Goes on with what was on the bench before the page was left. */
  function goOn(): void {
    const kept = draft.read()
    if (kept) begin(kept)
  }

  /** Takes a pack onto the bench, with the facts of its first case. */
  function begin(texts: PackTexts): void {
    files.value = texts
    path.value = paths.value.find((one) => one.startsWith('rules/')) ?? paths.value[0] ?? ''
    facts.value = casesOf(texts)[0]?.given ?? ''
    decision.value = ''
    trial.value = problem.value = null
    changed.value = false
    void run()
  }

  async function load(pack: PackRef): Promise<void> {
    busy.value = true
    try {
      begin((await packFiles(pack)).files)
    } catch (cause) {
      problem.value = asProblem(cause)
      busy.value = false
    }
  }

  function question(): Question {
    const asked = decision.value ? { decision: decision.value } : { facts: facts.value.trim() || '{}' }
    return { files: files.value, ...asked }
  }

  async function run(): Promise<void> {
    clearTimeout(timer)
    if (!paths.value.length) return
    const mine = ++latest
    busy.value = true
    try {
      const answer = await tryOut(question())
      if (mine !== latest) return
      trial.value = answer
      problem.value = null
    } catch (cause) {
      if (mine === latest) failed(asProblem(cause))
    } finally {
      if (mine === latest) busy.value = false
    }
  }

  /** A server that tries out enough already is asked again by itself. */
  function failed(cause: Problem): void {
    problem.value = cause
    if (cause.code === 'busy') later()
  }

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), PAUSE)
  }

  watch([facts, decision], later)
  watch(files, draft.write)

  return {
    files, path, facts, decision, trial, busy, problem, changed, paths, text, problems, marks,
    put, remove, begin, goOn, load, run, question,
    pack: computed((): PackRef => ({ id: memberOf(files.value, 'id'), version: memberOf(files.value, 'version') })),
    kind: computed(() => memberOf(files.value, 'kind')),
    parameters: computed(() => parameterNames(files.value)),
    cases: computed(() => casesOf(files.value)),
    problemsOf: (file: string): PackError[] => (trial.value?.problems ?? []).filter((one) => one.file === file),
    leave: () => clearTimeout(timer),
  }
}

export type Workshop = ReturnType<typeof useWorkshop>
