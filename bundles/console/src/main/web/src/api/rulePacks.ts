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
  origin?: string | null
  activatedAt?: string | null
  errors?: PackError[]
}

export type PackAction = 'activate' | 'rollback' | 'retire'

export const rulePacks = () => request<Page<RulePack>>('/rule-packs')
export const uploadPack = (file: Blob) => request<RulePack>('/rule-packs', { method: 'POST', body: file })
export const changePack = (pack: RulePack, action: PackAction) =>
  request<RulePack>(`/rule-packs/${encodeURIComponent(pack.id)}/${encodeURIComponent(pack.version)}/${action}`, {
    method: 'POST',
  })
