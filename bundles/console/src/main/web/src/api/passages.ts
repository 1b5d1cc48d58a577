import type { PASSAGE_FILTERS } from '@/domain/passageFilters'
import type { DecisionDocument } from './decisions'
import { request, requestBlob } from './http'
import type { Page } from './lists'

export interface Plate {
  number: string | null
  colour: string
}

/** One row of the passage list. */
export interface Passage {
  receipt: string
  enterprise: string
  enterpriseName?: string | null
  serial: string
  barrier: string
  direction: 'in' | 'out'
  time: string
  plate: Plate
  stage: string | null
  fuel: string | null
  newEnergy: boolean
  cargo: string | null
  tonnes: number | null
  verdict: Verdict
  findings: string[]
  /** What the codes of the findings mean, in the reader's language. */
  findingTexts: string[]
  decision: string
  trip?: boolean
}

export type Verdict = 'allow' | 'warn' | 'deny'

/** What the list can be narrowed by. */
export type PassageFilter = Partial<Record<(typeof PASSAGE_FILTERS)[number] | 'from' | 'to', string>>

/** One passage with the document of its decision; that is absent only while it cannot be read. */
export interface PassageAnswer extends Passage {
  document?: DecisionDocument
  /** The record as it was received, in the native profile; only what is shown of it. */
  record?: { images?: Record<string, { sha256: string } | null> }
}

export const passages = (filter: PassageFilter, limit: number, cursor?: string | null) =>
  request<Page<Passage>>('/passages', { query: { ...filter, limit, cursor } })
export const passage = (receipt: string) => request<PassageAnswer>(`/passages/${encodeURIComponent(receipt)}`)
export const picture = (sha256: string) => requestBlob(`/images/${encodeURIComponent(sha256)}`)
