import { request } from './http'
import type { Page } from './lists'

export type SuspicionState = 'open' | 'answered' | 'returned' | 'accepted' | 'rejected'

/** Findings that an enterprise must explain. */
export interface Suspicion {
  id: string
  enterprise: string
  enterpriseName?: string | null
  code: string
  severity: string
  state: SuspicionState
  overdue: boolean
  opened: string
  deadline: string
  receipt: string
  records: number
  latest: string
  reply: string | null
  message: string
  field: string | null
  plate: string | null
  barrier: string | null
  time: string | null
  evidence?: Record<string, unknown> | null
}

export interface StepBody {
  kind?: string
  text?: string | null
  files?: { id: string; name?: string | null }[]
  patch?: Record<string, unknown>
  receipts?: string[]
  corrections?: string[]
}

export interface Step {
  number: number
  at: string
  actor: string
  action: string
  body: StepBody
}

export interface SuspicionDetails extends Suspicion {
  steps: Step[]
  concerned: { receipt: string; decision: string; time: string }[]
}

export interface SuspicionFilter {
  enterprise?: string
  state?: string
  code?: string
}

export interface Reply {
  kind: 'confirmed' | 'corrected' | 'disputed'
  text: string
  files: { id: string; name: string }[]
  patch?: Record<string, unknown>
}

const at = (id: string) => `/suspicions/${encodeURIComponent(id)}`

export const suspicions = (filter: SuspicionFilter, limit: number, cursor?: string | null) =>
  request<Page<Suspicion> & { counts: Record<string, number> }>('/suspicions', { query: { ...filter, limit, cursor } })
export const suspicion = (id: string) => request<SuspicionDetails>(at(id))
export const replyTo = (id: string, reply: Reply) =>
  request<Suspicion>(`${at(id)}/reply`, { method: 'POST', body: reply })
export const ruleOn = (id: string, decision: string, text: string | null) =>
  request<{ item: Suspicion }>(`${at(id)}/rule`, { method: 'POST', body: { decision, text } })
export const storeFile = (file: File, enterprise: string) =>
  request<{ id: string }>('/files', { method: 'POST', body: file, query: { enterprise, name: file.name } })
