import { request, requestBlob } from './http'
import type { Page } from './lists'
import type { Warning } from './registers'

export interface ImportKind {
  kind: string
  title: string
  ofEnterprise: boolean
}

export type RowState = 'new' | 'changed' | 'unchanged' | 'rejected'

/** An upload and what it would do; nothing is stored before it is confirmed. */
export interface Import {
  id: string
  kind: string
  enterprise: string | null
  file: string | null
  confirmedAt: string | null
  stored: number
  columns: { header: string; member: string | null }[]
  members: { path: string; title: string; required: boolean }[]
  missing: string[]
  counts: Record<RowState | 'rows' | 'warnings', number>
}

export interface ImportRow {
  row: number
  state: RowState
  enterprise: string | null
  id: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown>
  reasons: Warning[]
  warnings: Warning[]
  cells: string[]
}

export const importKinds = () => request<{ items: ImportKind[] }>('/imports/kinds')
export const openImport = (kind: string, enterprise: string, file: File) =>
  request<Import>('/imports', { method: 'POST', body: file.slice(), query: { kind, enterprise, name: file.name } })
export const importRows = (id: string, state: string, cursor?: string | null) =>
  request<Page<ImportRow>>(`/imports/${id}/rows`, { query: { state, limit: 100, cursor } })
export const assignColumns = (id: string, columns: (string | null)[]) =>
  request<Import>(`/imports/${id}/columns`, { method: 'PUT', body: { columns } })
export const confirmImport = (id: string, allOrNothing: boolean) =>
  request<Import>(`/imports/${id}/confirm`, { method: 'POST', body: { allOrNothing } })
export const rejectedRows = (id: string) => requestBlob(`/imports/${id}/rejected.xlsx`)
export const template = (kind: string) => requestBlob(`/imports/templates/${kind}.xlsx`)
