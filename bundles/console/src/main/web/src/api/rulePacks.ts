import { request } from './http'
import type { Page } from './lists'
import type { ServerText } from '@/domain/text'

export interface PackError {
  file: string | null
  line: number | null
  code: string
  message: ServerText
}

export interface RulePack {
  id: string
  version: string
  kind: string
  title: ServerText
  policy?: string | null
  region?: string | null
  industries?: string[]
  validFrom?: string | null
  validTo?: string | null
  hash: string
  state: string
  /** Name of the key that signed it; null is an unsigned pack. */
  signedBy: string | null
  approvedBy?: string | null
  installedBy?: string | null
  activatedBy?: string | null
  /** First day of facts that it decides, when later than its validity. */
  from?: string | null
  bases?: PackRef[]
  olderBase?: boolean
  stopped?: StoppedRule[]
  enterprises?: string[]
  origin?: string | null
  activatedAt?: string | null
  errors?: PackError[]
}

export interface PackRef {
  id: string
  version: string
}

export interface StoppedRule {
  rule: string
  code: string
  at: string
  by: string
  reason: string | null
}

export interface PackEvent {
  at: string
  by: string
  act: string
  state: string
  reason: string | null
  detail: string | null
}

export interface PackParameter {
  name: string
  grade: string | null
  operator: string | null
  value: unknown
  from: string
  clause: string
  source: string
  verified: boolean
  pack: PackRef
  replaces: PackParameter[]
}

export interface PackRule {
  name: string
  code: string
  clause: string
  message: string
  pack: string
  version: string
  replaces: string | null
}

/** One version with what it holds. */
export interface PackContent extends RulePack {
  rules?: PackRule[]
  parameters?: PackParameter[]
  hidden?: PackParameter[]
  notices?: PackNotice[]
}

/** What the analysis finds odd; `example` can be pasted behind `given:` of a case. */
export interface PackNotice {
  code: string
  about: string
  refuses: boolean
  file: string | null
  line: number
  message: string
  example: string | null
  /** Why it is meant so, when the pack says it. */
  accepted: string | boolean | null
}

export type PackAction = 'activate' | 'rollback' | 'retire' | 'archive' | 'check'

/** Why, and for an activation from which day on. */
export interface PackReason {
  reason?: string
  from?: string
}

const path = (pack: PackRef) => `/rule-packs/${encodeURIComponent(pack.id)}/${encodeURIComponent(pack.version)}`

export const rulePacks = () => request<Page<RulePack>>('/rule-packs')
export const uploadPack = (file: Blob) => request<RulePack>('/rule-packs', { method: 'POST', body: file })
export const packContent = (pack: PackRef) => request<PackContent>(path(pack))
/** The printed rulebook, in the reader's language. */
export const bookPath = (pack: PackRef, locale: string) => `${path(pack)}/book?lang=${locale === 'en' ? 'en' : 'zh'}`
export const packHistory = (pack: PackRef) => request<Page<PackEvent>>(`${path(pack)}/history`)
export const changePack = (pack: PackRef, action: PackAction, why: PackReason = {}) =>
  request<RulePack>(`${path(pack)}/${action}`, { method: 'POST', body: why })
export const switchRule = (pack: PackRef, code: string, action: 'stop' | 'resume', why: PackReason) =>
  request<RulePack>(`${path(pack)}/rules/${encodeURIComponent(code)}/${action}`, { method: 'POST', body: why })
