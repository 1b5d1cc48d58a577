import { request } from './http'
import type { Page } from './lists'

export interface UpwardTarget {
  id: string
  title: string
  dialect?: string
  address: string
  keyId: string
  secret?: string
  division: string
  from?: string
  enabled?: boolean
  perMinute?: number
  status?: {
    behind: number
    waiting: number
    lastConfirmed: string | null
    trouble: string | null
    troubleSince: string | null
    nextAttempt: string | null
  }
}

export interface UpwardDay {
  day: string
  passages: number
  ledgerRows: number
  stored: number
  sent: number
  confirmed: number
  givenUp: number
  missing: number
}

export interface UpwardEntry {
  position: number
  kind: string
  enterprise: string
  day: string
  state: string
  attempts: number
  receipt: string | null
  reason: string | null
  changed: string
}

const at = (id: string) => `/reports/upward/${encodeURIComponent(id)}`

export const targets = () => request<Page<UpwardTarget>>('/reports/upward')
export const putTarget = (target: UpwardTarget) =>
  request<UpwardTarget>(at(target.id), { method: 'PUT', body: target })
export const days = (id: string, from: string, to: string) =>
  request<{ items: UpwardDay[] }>(`${at(id)}/days`, { query: { from, to } })
export const entries = (id: string, state: string, cursor: string | null) =>
  request<Page<UpwardEntry>>(`${at(id)}/entries`, { query: { state, cursor, limit: 50 } })
export const resend = (id: string, which: { state?: string; day?: string }) =>
  request<{ items: number }>(`${at(id)}/resend`, { method: 'POST', body: which })
export const refill = (id: string, from: string, to: string) =>
  request<{ items: number }>(`${at(id)}/refill`, { method: 'POST', body: { from, to } })
