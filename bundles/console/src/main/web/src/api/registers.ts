import { request, requestBlob } from './http'
import type { Page } from './lists'

/** A register below an enterprise: last part of its address, name of its schema, member with the number. */
export interface Register {
  path: string
  schema: string
  id: string
}

/** An entry of a register; its members are those of the schema. */
export type Entry = Record<string, unknown> & { version?: number; author?: string; changedAt?: string }

/** Something that looks wrong with an entry that was stored. */
export interface Warning {
  code: string
  pointer: string
  message: string
}

/** One version beside the one before. */
export interface Change {
  register?: string
  id?: string
  version: number
  author: string
  at: string
  deleted: boolean
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export interface PaperFile {
  id: string
  name: string | null
  type: string
  size: number
}

const below = (enterprise: string, register: string) => `/enterprises/${encodeURIComponent(enterprise)}/${register}`

export const entries = (enterprise: string, register: string, at: string, cursor?: string | null) =>
  request<Page<Entry>>(below(enterprise, register), { query: { at, limit: 200, cursor } })
/** `read` is the version that was read; 0 for a new entry. */
export const putEntry = (enterprise: string, register: string, number: string, body: Entry, read?: number) =>
  request<Entry & { warnings: Warning[] }>(`${below(enterprise, register)}/${encodeURIComponent(number)}`, { method: 'PUT', body, read })
export const deleteEntry = (enterprise: string, register: string, number: string, read?: number) =>
  request<null>(`${below(enterprise, register)}/${encodeURIComponent(number)}`, { method: 'DELETE', read })
export const entryHistory = (enterprise: string, register: string, number: string) =>
  request<Page<Change>>(`${below(enterprise, register)}/${encodeURIComponent(number)}/history`)
export const changes = (enterprise: string, cursor?: string | null) =>
  request<Page<Change>>(below(enterprise, 'changes'), { query: { limit: 50, cursor } })
export const putEnterprise = (id: string, body: Entry) =>
  request<Entry & { warnings: Warning[] }>(`/enterprises/${encodeURIComponent(id)}`, { method: 'PUT', body, read: body.version })

export const uploadFile = (enterprise: string, file: File) =>
  request<PaperFile>('/files', { method: 'POST', body: file.slice(), query: { enterprise, name: file.name } })
export const files = (enterprise: string) => request<Page<PaperFile>>('/files', { query: { enterprise, limit: 1000 } })
export const fileContent = (id: string) => requestBlob(`/files/${encodeURIComponent(id)}`)
