import { request } from './http'
import type { Verdict } from './inspections'
import type { Page } from './lists'

/** What the inspector found, with scans and pictures. */
export interface ItemAnswer {
  result: 'ok' | 'not-ok'
  text?: string | null
  files?: string[]
}

export interface AcceptanceItem {
  item: string
  sense: 'manual' | 'least' | 'most'
  clause: string
  source: string
  verified: boolean
  measured?: number | null
  answer?: ItemAnswer
  verdict: Verdict
}

export interface Acceptance {
  id: string
  enterprise: string
  name: string
  begunAt: string
  state: 'open' | 'accepted' | 'rejected'
  from?: string
  to?: string
  measuredFrom: string
  measuredTo: string
  items: AcceptanceItem[]
  tally: { passed: number; failed: number; open: number }
  verdict: Verdict
}

const at = (id: string) => `/acceptances/${encodeURIComponent(id)}`

export const acceptances = (limit: number, cursor?: string | null) =>
  request<Page<Acceptance>>('/acceptances', { query: { limit, cursor } })
export const acceptance = (id: string) => request<Acceptance>(at(id))
export const begin = (enterprise: string) =>
  request<Acceptance>('/acceptances', { method: 'POST', body: { enterprise } })
export const measure = (id: string) => request<Acceptance>(`${at(id)}/measure`, { method: 'POST' })
export const answer = (id: string, item: string, said: ItemAnswer) =>
  request<Acceptance>(`${at(id)}/items/${encodeURIComponent(item)}`, { method: 'PUT', body: said })
export const decide = (id: string) => request<Acceptance>(`${at(id)}/decide`, { method: 'POST' })
