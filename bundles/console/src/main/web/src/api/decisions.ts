import { request } from './http'
import type { Bilingual } from './lists'

export interface Reason extends Bilingual {
  code: string
  clause: string
  rule: string
}

export interface Finding extends Bilingual {
  code: string
  severity: string
  field?: string | null
  rule?: string
}

/** A threshold that the decision rests on; the value can be a number, a text or a list. */
export interface Parameter {
  name: string
  value: unknown
  from?: string | null
  clause?: string | null
  source?: string | null
  verified: boolean
  grade?: string | null
  operator?: string | null
}

/** The document that the engine stored with the decision. */
export interface DecisionDocument {
  kind: string
  verdict?: 'allow' | 'warn' | 'deny'
  reasons?: Reason[]
  findings?: Finding[]
  rules: { pack: string; rule: string; code: string; clause: string }[]
  parameters: Parameter[]
  packs: { id: string; version: string; hash: string }[]
  parameterDate: string
  facts: Record<string, unknown>
  factsHash: string
  hash: string
}

export interface Decision {
  id: string
  document: DecisionDocument
}

/** One place where the replay differs; the texts are JSON, null when absent. */
export interface Difference {
  pointer: string
  stored: string | null
  replayed: string | null
}

export interface ReplayAnswer {
  identical: boolean
  differences: Difference[]
}

export const decision = (id: string) => request<Decision>(`/decisions/${encodeURIComponent(id)}`)
export const replay = (id: string) =>
  request<ReplayAnswer>(`/decisions/${encodeURIComponent(id)}/replay`, { method: 'POST' })
