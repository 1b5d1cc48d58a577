import { request } from './http'
import type { Bilingual, Page } from './lists'

export type Result = 'ok' | 'not-ok' | 'not-possible'

export interface Verdict {
  value: string
  code?: string
  clause?: string
  message?: Bilingual
  verified?: boolean
}

export interface Finding {
  result: Result
  text?: string | null
  photos?: string[]
  plates?: string[]
  facts?: Record<string, unknown>
  verdict?: Verdict
  reasons?: { code: string; clause: string; message: Bilingual }[]
  by?: string
  at?: string
}

export interface Item {
  no: string
  of: 'ledger' | 'gate' | 'days' | 'video'
  ref: Record<string, unknown>
  record?: Record<string, unknown>
  facts: Record<string, unknown>
  finding: Finding | null
}

export interface Inspection {
  id: string
  enterprise: string
  name: string
  from: string
  to: string
  seed: number
  position: number
  drawnAt: string
  drawnBy: string
  state: 'drawn' | 'in-progress' | 'finished' | 'signed'
  verdict?: Verdict
  items?: Item[]
  certificate?: { code: string; to: string | null; transportGrade: string | null }
}

const at = (id: string) => `/verifications/${encodeURIComponent(id)}`

export const inspections = (limit: number, cursor?: string | null) =>
  request<Page<Inspection>>('/verifications', { query: { limit, cursor } })
export const inspection = (id: string) => request<Inspection>(at(id))
export const draw = (order: { enterprise: string; from: string; to: string; seed: number | null }) =>
  request<Inspection>('/verifications', { method: 'POST', body: order })
export const putFinding = (id: string, no: string, finding: Pick<Finding, 'result' | 'text' | 'photos' | 'plates'>) =>
  request<Finding>(`${at(id)}/items/${no}`, { method: 'PUT', body: finding })
export const finish = (id: string) => request<Inspection>(`${at(id)}/finish`, { method: 'POST' })
export const sign = (id: string) => request<Inspection>(`${at(id)}/sign`, { method: 'POST' })
export const repeat = (id: string) => request<{ identical: boolean }>(`${at(id)}/repeat`)
