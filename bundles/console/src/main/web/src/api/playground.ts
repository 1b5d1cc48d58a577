import type { PackCoverage } from './coverage'
import type { DecisionDocument, Parameter } from './decisions'
import { request } from './http'
import type { PackError, PackRef } from './rulePacks'

/** Text files of a pack by path. */
export type PackTexts = Record<string, string>

/** What is tried out, and on what: typed facts, or those of a stored decision. */
export interface Question {
  files: PackTexts
  facts?: string
  decision?: string
}

export interface FiredRule {
  rule: string
  code: string
  clause: string
  message: string
  pack: string
  file: string
  line: number
}

/** A rule that did not fire; `missing` is the part that found no match. */
export interface SilentRule {
  rule: string
  code: string
  file: string
  line: number
  missing: string
  condition: string | null
}

export interface Explanation {
  fired: FiredRule[]
  silent: SilentRule[]
  parameters: Parameter[]
}

/** What one pack says of the facts. */
export interface Side {
  id: string
  version: string
  hash: string
  problems: PackError[]
  decision: TrialDecision | null
  explanation: Explanation | null
}

/** A decision document; grades and functions have members of their own. */
export interface TrialDecision extends DecisionDocument {
  result?: { grade?: string | null; complete?: boolean }
  conclusions?: { name: string; value: unknown }[]
}

export interface TrialDifference {
  pointer: string
  active: string | null
  candidate: string | null
}

export interface Trial {
  problems: PackError[]
  candidate: Side | null
  active: Side | null
  differences: TrialDifference[]
  coverage: PackCoverage | null
}

export interface FactMember {
  ask: string
  type: string
  about: string
}

/** A type of fact, with what a rule may ask of it. */
export interface FactType {
  name: string
  about: string
  members: FactMember[]
}

export interface SkeletonWish {
  id: string
  kind: string
  grades?: string[]
  industry?: string
}

const post = <T>(path: string, body: unknown) => request<T>(`/playground${path}`, { method: 'POST', body })

export const tryOut = (question: Question) => post<Trial>('', question)
export const newSkeleton = (wish: SkeletonWish) => post<{ files: PackTexts }>('/skeleton', wish)
export const newCase = (question: Question & { sentence: string; expect?: string }) =>
  post<{ path: string; text: string }>('/case', question)
export const packFiles = ({ id, version }: PackRef) =>
  request<{ files: PackTexts }>(`/playground/packs/${encodeURIComponent(id)}/${encodeURIComponent(version)}/files`)
export const factTypes = () => request<{ types: FactType[] }>('/playground/facts')
