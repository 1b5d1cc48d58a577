import type { FactType } from '@/api/playground'

/** Something that can be completed. */
export interface Word {
  label: string
  /** Inserted; the label when left out. */
  apply?: string
  detail?: string
  info?: string
  type: 'class' | 'property' | 'method' | 'constant' | 'keyword'
}

/** What the editor may complete: the reference of facts and the names of the pack's parameters. */
export interface Vocabulary {
  types: FactType[]
  parameters: string[]
}

/** Global variables of rules and the types behind them. */
const GLOBALS: Record<string, string> = { outcome: 'Outcome', parameters: 'Parameters', tally: 'Tally' }

/** What may stand after `before`, the text of the rule up to the word that is being written. */
export function wordsAfter(before: string, { types, parameters }: Vocabulary): Word[] {
  if (/parameters\.\w+\(\s*"[^"\n]*$/.test(before)) {
    return parameters.map((name) => ({ label: name, type: 'constant' }))
  }
  const owner = /(\w+)\.$/.exec(before)?.[1]
  if (owner) return members(types, GLOBALS[owner] ?? owner, owner)
  const pattern = openPattern(before)
  const asked = pattern ? members(types, pattern, '') : []
  return [...asked, ...types.map((one) => ({ label: one.name, type: 'class' as const, info: one.about }))]
}

/** Name of the fact whose brackets are open here: `Passage(heavy == true, |`. */
export function openPattern(before: string): string | null {
  let depth = 0
  for (let at = before.length - 1; at >= 0 && before.length - at < 4000; at--) {
    if (before[at] === ')') depth++
    else if (before[at] === '(' && --depth < 0) {
      const name = /([A-Z]\w*)\s*$/.exec(before.slice(0, at))?.[1]
      if (name) return name
      depth = 0
    }
  }
  return null
}

function members(types: FactType[], name: string, owner: string): Word[] {
  const type = types.find((one) => one.name === name)
  return (type?.members ?? []).map((one) => {
    const ask = owner === name ? one.ask.replace(`${name}.`, '') : one.ask
    const method = ask.indexOf('(')
    return {
      label: ask,
      apply: method < 0 ? ask : ask.slice(0, method + 1),
      detail: one.type,
      info: one.about,
      type: method < 0 ? 'property' : 'method',
    }
  })
}
