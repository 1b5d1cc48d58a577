import { download } from './download'
import { request } from './http'
import type { Page } from './lists'
import type { PackRef } from './rulePacks'

/** What differs, counted, with ids of decisions as examples. */
export interface Counted {
  count: number
  examples: string[]
}

export interface RuleFlips {
  pack: string
  rule: string
  code: string
  flips: number
  /** Decisions in which the rule speaks only with the candidate, or not any more. */
  fresh: Counted
  gone: Counted
}

export interface GradedFlip {
  enterprise: string
  industry: string
  before: string | null
  after: string | null
  reason: string
  indicators: string[]
}

/** What a candidate says otherwise than what serves. */
export interface Comparison {
  records: number
  flips: number
  differing: number
  grades: number
  gradeFlips: number
  share: number
  verdicts: (Counted & { before: string; after: string })[]
  enterprises: (Counted & { enterprise: string; before: string; after: string })[]
  rules: RuleFlips[]
  gradeChanges: (Counted & { before: string | null; after: string | null })[]
  graded: GradedFlip[]
  checked?: { records: number; different: number }
}

export interface ImpactProgress {
  share: number
  flips: number
  perSecond: number
  secondsLeft: number | null
}

export interface ImpactJob {
  id: string
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed'
  by: string
  asked: string
  from: string
  to: string
  division?: string
  approvalNeeded?: boolean
  trouble?: string
  progress?: ImpactProgress
  result?: Comparison
}

export interface ShadowRun {
  running: boolean
  by?: string
  since?: string
  serving?: string | null
  behind?: number
  skipped?: number
  trouble?: string | null
  result?: Comparison
}

export interface Approval {
  needed: boolean
  given: boolean
  share?: number
  threshold?: number
  approval?: { by: string; at: string; note: string | null }
}

type Change = 'added' | 'removed' | 'changed'

export interface DatedValue {
  grade: string | null
  operator: string | null
  value: unknown
  from: string
  clause: string
}

export interface PackDiff {
  descriptor?: { name: string; before: string | null; after: string | null }[]
  rules: { kind: Change; rule: string; code: string; text?: { kind: 'same' | 'added' | 'removed'; text: string }[] }[]
  parameters: { kind: Change; name: string; before: DatedValue | null; after: DatedValue | null }[]
  cases: { kind: Change; case: string; before: string | null; after: string | null }[]
}

const of = ({ id, version }: PackRef) => `/rule-packs/${encodeURIComponent(id)}/${encodeURIComponent(version)}`
const job = (pack: PackRef, id: string) => `${of(pack)}/impact/${encodeURIComponent(id)}`

export const impacts = (pack: PackRef) => request<Page<ImpactJob>>(`${of(pack)}/impact`)
export const impact = (pack: PackRef, id: string) => request<ImpactJob>(job(pack, id))
export const startImpact = (pack: PackRef, body: { from: string; to: string; division?: string }) =>
  request<ImpactJob>(`${of(pack)}/impact`, { method: 'POST', body })
export const cancelImpact = (pack: PackRef, id: string) => request<ImpactJob>(`${job(pack, id)}/cancel`, { method: 'POST' })
export const exportImpact = (pack: PackRef, id: string) =>
  download(`${job(pack, id)}/export?format=xlsx`, `impact-${pack.id}-${pack.version}.xlsx`)

export const approval = (pack: PackRef) => request<Approval>(`${of(pack)}/approval`)
export const approve = (pack: PackRef, note: string) =>
  request<Approval>(`${of(pack)}/approval`, { method: 'POST', body: note ? { note } : {} })

export const shadow = (pack: PackRef) => request<ShadowRun>(`${of(pack)}/shadow`)
export const startShadow = (pack: PackRef) => request<ShadowRun>(`${of(pack)}/shadow`, { method: 'POST' })
export const stopShadow = (pack: PackRef) => request<ShadowRun>(`${of(pack)}/shadow/stop`, { method: 'POST' })

export const packDiff = (pack: PackRef, against?: string) => request<PackDiff>(`${of(pack)}/diff`, { query: { against } })
