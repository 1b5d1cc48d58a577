import { request } from './http'
import type { Page } from './lists'

export interface RunExample {
  receipt: string
  time: string
  plate: string | null
  change: string
  zh?: string
  en?: string
}

export interface RunGroup {
  code: string
  enterprise: string
  new: number
  gone: number
  examples: RunExample[]
}

/** A past period verified again. */
export interface VerificationRun {
  id: string
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed'
  by: string
  asked: string
  from: string
  to: string
  enterprise: string | null
  pack: { id: string; version: string } | null
  suspicions: boolean
  trouble?: string
  progress?: { entries: number; of: number; share: number }
  result?: { records: number; changed: number; opened: number; groups: RunGroup[] }
}

export interface RunRequest {
  from: string
  to: string
  enterprise?: string
  pack?: { id: string; version: string }
  suspicions: boolean
}

export const verificationRuns = (limit: number, cursor?: string | null) =>
  request<Page<VerificationRun>>('/verification-runs', { query: { limit, cursor } })
export const startRun = (wanted: RunRequest) =>
  request<VerificationRun>('/verification-runs', { method: 'POST', body: wanted })
export const cancelRun = (id: string) =>
  request<VerificationRun>(`/verification-runs/${encodeURIComponent(id)}/cancel`, { method: 'POST' })
