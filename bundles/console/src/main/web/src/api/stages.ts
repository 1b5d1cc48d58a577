import { request, requestBlob } from './http'
import type { Page } from './lists'
import type { Query } from './query'

/** One piece of evidence; the first of a chain decided. */
export interface Basis {
  kind: string
  text: string
  asOf: string
  stage: string
  clause?: string
}

export interface StageFinding {
  code: string
  severity: string
  field: string
  message: string
}

export interface StageAnswer {
  stage: string
  suspicious: boolean
  verified: boolean
  basis: Basis[]
  findings: StageFinding[]
  errors?: { code: string; pointer: string; message: string }[]
}

/** What is asked; the names are those of the query parameters. */
export type StageQuestion = Record<string, string>

export interface StageList {
  items: StageAnswer[]
  suspicious: number
  wrong: number
}

export interface Imported {
  rows: number
  added: number
  known: number
  preview: boolean
  rejected: { row: number; code: string; message: string; cells: string[] }[]
}

export interface CatalogueDocument {
  kind: string
  key: string
  entries: { stage: string; date: string; source: string }[]
  changedAt: string
}

export interface Standards {
  standards: { number: string; title: string; table: number }[]
  tables: { name: string; rows: { stage: string; date: string | null; clause: string; source: string; verified: boolean }[] }[]
}

export type FileForm = 'csv' | 'xlsx'

const asked = (question: StageQuestion): Query =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value.trim() !== ''))

export const vehicleStage = (question: StageQuestion) =>
  request<StageAnswer>('/vehicles/stage', { query: asked(question) })
/** A machine is produced where a vehicle is registered. */
export const machineStage = ({ registered, ...question }: StageQuestion) =>
  request<StageAnswer>('/machines/stage', { query: asked({ ...question, produced: registered ?? '' }) })
export const keepStage = (question: StageQuestion) =>
  request<StageAnswer>('/vehicles/stage/keep', { method: 'POST', body: asked(question) })
export const listStages = (file: Blob) => request<StageList>('/vehicles/stage', { method: 'POST', body: file })
export const stageFile = (file: Blob, format: FileForm) =>
  requestBlob('/vehicles/stage', { method: 'POST', body: file, query: { format } })
export const importCatalogue = (file: Blob, preview: boolean) =>
  request<Imported>('/stage-catalogue', { method: 'POST', body: file, query: { preview: String(preview) } })
export const rejectedRows = (file: Blob) =>
  requestBlob('/stage-catalogue', { method: 'POST', body: file, query: { preview: 'true', rejected: 'xlsx' } })
export const stageCatalogue = (text: string, limit: number, cursor?: string | null) =>
  request<Page<CatalogueDocument>>('/stage-catalogue', { query: { text, limit, cursor } })
export const stageStandards = () => request<Standards>('/stage-standards')
