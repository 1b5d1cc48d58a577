import { request } from './http'
import type { Page } from './lists'

export interface DuplicateMember {
  kind: string
  id: string
  enterprise: string | null
  label: string
}

export interface DuplicateGroup {
  id: string
  rule: string
  title: string
  key: string
  members: DuplicateMember[]
  decision: string | null
  decidedBy: string | null
  decidedAt: string | null
  note: string | null
}

export const duplicates = (decided: boolean) => request<Page<DuplicateGroup>>('/duplicates', { query: { decided: String(decided) } })
export const decide = (id: string, body: { decision: 'merge' | 'not-duplicate'; keep?: string; note?: string }) =>
  request<DuplicateGroup>(`/duplicates/${id}/decide`, { method: 'POST', body })
