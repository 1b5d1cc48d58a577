import { request } from './http'
import type { Page } from './lists'

export interface Enterprise {
  id: string
  name: string
  creditCode?: string | null
  division: string
  industries: { code: string; branch?: string | null }[]
  declaredGrade?: string | null
  dailyVehicles?: number | null
  location?: { longitude?: number; latitude?: number; address?: string | null } | null
}

export const enterprises = (text: string, limit: number, cursor?: string | null) =>
  request<Page<Enterprise>>('/enterprises', { query: { text, limit, cursor } })
/** One enterprise, now or as it was at an instant. */
export const enterprise = (id: string, at?: string) =>
  request<Enterprise>(`/enterprises/${encodeURIComponent(id)}`, { query: { at } })
