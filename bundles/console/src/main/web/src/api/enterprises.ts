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
}

export const enterprises = (text: string, limit: number, cursor?: string | null) =>
  request<Page<Enterprise>>('/enterprises', { query: { text, limit, cursor } })
export const enterprise = (id: string) => request<Enterprise>(`/enterprises/${encodeURIComponent(id)}`)
