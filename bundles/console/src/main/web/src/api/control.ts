import { request } from './http'
import type { Page } from './lists'
import type { Plate } from './passages'

/** An entry of the violator list. */
export interface Violator {
  id: string
  plate?: Plate | null
  vin?: string | null
  machine?: string | null
  reason: string
  source?: string | null
  division: string
  from: string
  to?: string | null
}

export interface PolicyControl {
  stopRoadTransport?: boolean
  minimumStage?: { diesel?: string | null; gas?: string | null; gasoline?: string | null } | null
  vehicleClasses?: string | string[]
  cap?: { share: number } | null
  nrmmMinimumStage?: string | null
  exemptUsages?: string[]
  exemptPlates?: string[]
  exemptLivelihood?: boolean
  unknownStage?: string
}

/** A control policy; `id` and what follows are the server's. */
export interface Policy {
  title: string
  target: { divisions?: string[]; enterprises?: string[]; industries?: string[]; grades?: string[] }
  from: string
  to?: string | null
  alert?: string | null
  control: PolicyControl
  clause?: string | null
  source?: string | null
  plan?: { text?: string | null } | null
  id?: string
  state?: string
  author?: string
  approvedBy?: string
}

export interface Hit {
  id: string
  name: string
  division: string
  declaredGrade?: string | null
  cap?: { vehicles: number | null } | null
}

export interface Episode {
  id: string
  level: string
  response: string
  divisions: string[]
  from: string
  to?: string | null
  title?: string | null
  liftedAt?: string
}

/** What one gate holds of a list. */
export interface Delivery {
  gate: string
  enterprise: string
  offered: number
  held: number | null
  heldAt: string | null
  asked: string | null
  current: boolean
  behindSince: string | null
}

const PAGE = 100
const one = (list: string, id: string, action = '') => `/${list}/${encodeURIComponent(id)}${action}`

export const violators = (cursor: string | null) =>
  request<Page<Violator>>('/violators', { query: { limit: PAGE, cursor } })
export const listViolator = (body: unknown) => request<Violator & { warnings?: { code: string; message: string }[] }>('/violators', { method: 'POST', body })
export const unlistViolator = (id: string) => request<null>(one('violators', id), { method: 'DELETE' })

export const policies = (state: string, cursor: string | null) =>
  request<Page<Policy>>('/policies', { query: { state, limit: PAGE, cursor } })
export const draftPolicy = (body: unknown) => request<Policy>('/policies', { method: 'POST', body })
export const previewPolicy = (body: unknown) =>
  request<{ count: number; items: Hit[] }>('/policies/preview', { method: 'POST', body })
export const changePolicy = (id: string, action: 'approve' | 'withdraw') =>
  request<Policy>(one('policies', id, `/${action}`), { method: 'POST' })

export const episodes = (cursor: string | null) => request<Page<Episode>>('/episodes', { query: { limit: PAGE, cursor } })
export const declareEpisode = (body: unknown) => request<Episode>('/episodes', { method: 'POST', body })
export const liftEpisode = (id: string) => request<Episode>(one('episodes', id, '/lift'), { method: 'POST' })

export const deliveries = (list: string) => request<{ version: number; items: Delivery[] }>(`/${list}/deliveries`)
