import type { FiredRule, PackTexts, SilentRule, Trial } from '@/api/playground'

/** A rule in a DRL text; lines begin with 1, both included. */
export interface RuleLines {
  rule: string
  from: number
  to: number
}

/** What happened to lines of a file: a rule fired, or did not; `never` in no case of the pack either. */
export interface LineMark {
  from: number
  to: number
  kind: 'fired' | 'silent' | 'never'
}

/** A case of a pack: its sentence, and the text of what is given. */
export interface GivenCase {
  sentence: string
  given: string
}

/** Order in which people look at a pack: what it is, its rules, its values, its cases. */
const ORDER = [/^pack\.yaml$/, /^rules\//, /^parameters\.yaml$/, /^cases\//]

export function inOrder(paths: string[]): string[] {
  const rank = (path: string) => (ORDER.findIndex((one) => one.test(path)) + ORDER.length + 1) % (ORDER.length + 1)
  return [...paths].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

/** The language of a file by its name. */
export function languageOf(path: string): 'drl' | 'yaml' | 'text' {
  return path.endsWith('.drl') ? 'drl' : /\.ya?ml$/.test(path) ? 'yaml' : 'text'
}

/** Value of a plain member of `pack.yaml`, such as its id. */
export function memberOf(files: PackTexts, name: string): string {
  const found = new RegExp(`^${name}:[ \\t]*([^#\\n]*)`, 'm').exec(files['pack.yaml'] ?? '')
  return (found?.[1] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** Names of the parameters of the edited pack. */
export function parameterNames(files: PackTexts): string[] {
  const text = files['parameters.yaml'] ?? ''
  return [...text.matchAll(/^["']?([\p{L}][^\s:#"']*)["']?:/gmu)].map((match) => match[1]!)
}

export function rulesIn(text: string): RuleLines[] {
  const rules: RuleLines[] = []
  text.split('\n').forEach((line, at) => {
    const begin = /^\s*rule\s+(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(line)
    if (begin) rules.push({ rule: begin[1] ?? begin[2] ?? begin[3]!, from: at + 1, to: at + 1 })
    else if (rules.length && /^\s*end\b/.test(line)) rules.at(-1)!.to = at + 1
  })
  return rules
}

/** What the edited pack's rules in a file did with the facts. */
export function marksOf(trial: Trial | null, path: string, text: string): LineMark[] {
  const explained = trial?.candidate?.explanation
  if (!trial || !explained || !path.endsWith('.drl')) return []
  const named = (rules: (FiredRule | SilentRule)[]) => new Set(rules.map((one) => one.rule))
  const fired = named(explained.fired)
  const silent = named(explained.silent)
  const seen = named((trial.coverage?.items ?? []).filter((one) => one.cases.length > 0) as never[])
  return rulesIn(text)
    .filter(({ rule }) => fired.has(rule) || silent.has(rule))
    .map(({ rule, from, to }) => ({ from, to, kind: fired.has(rule) ? 'fired' : seen.has(rule) ? 'silent' : 'never' }))
}

/** The cases of a pack, to take their facts as an example. */
export function casesOf(files: PackTexts): GivenCase[] {
  return inOrder(Object.keys(files))
    .filter((path) => path.startsWith('cases/'))
    .flatMap((path) => casesIn(files[path]!))
}

function casesIn(text: string): GivenCase[] {
  const starts = [...text.matchAll(/^- *\{? *case: */gm)].map((match) => match.index)
  return starts.flatMap((start, at) => {
    const one = text.slice(start, starts[at + 1] ?? text.length)
    const given = givenIn(one)
    const sentence = /case: *("(?:[^"\\]|\\.)*"|[^\n]*?)(?=\n|, *given:)/.exec(one)?.[1] ?? ''
    return given === null ? [] : [{ sentence: sentence.replace(/^"(.*)"$/, '$1'), given }]
  })
}

function givenIn(text: string): string | null {
  const member = /\bgiven:[ \t]*/.exec(text)
  if (!member) return null
  const rest = text.slice(member.index + member[0].length)
  return rest.startsWith('{') ? flow(rest) : block(rest)
}

/** Up to the brace that closes the first one; braces in quotes do not count. */
function flow(text: string): string | null {
  let depth = 0
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[{}]/g)) {
    if (token[0] === '{') depth++
    else if (token[0] === '}' && --depth === 0) return text.slice(0, token.index + 1)
  }
  return null
}

/** The lines that are indented further than the member, without that indentation. */
function block(text: string): string {
  const lines = text.split('\n').slice(1)
  const indent = /^ */.exec(lines.find((line) => line.trim()) ?? '')![0].length
  const end = lines.findIndex((line) => line.trim() !== '' && /^ */.exec(line)![0].length < indent)
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.slice(indent)).join('\n').trimEnd()
}
