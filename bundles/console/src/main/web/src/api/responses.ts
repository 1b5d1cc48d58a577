import { request } from './http'
import type { Page } from './lists'

export interface AlertEpisode {
  id: string
  title?: string | null
  level: 'yellow' | 'orange' | 'red'
  from: string
  to?: string | null
}

export type ResponseVerdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'

/** One line of the ranking of an episode. */
export interface RankingLine {
  rank: number
  id: string
  episode: string
  enterprise: string
  name: string
  grade: string | null
  verdict: ResponseVerdict
  normalTrips: number
  alertTrips: number
  reduction: number | null
  forbidden: number
  offlineHours: number | null
  nox: number
  pm: number
  verified: boolean
  version: number
  at: string
}

export interface Evidence {
  receipt: string
  decision: string
  time: string
  plate: string | null
  colour: string
  stage: string
  barrier: string
  reasons: { code: string; message: string }[]
  controls: string[]
}

export interface Means {
  days: string[]
  trips: number
  heavyTrips: number
}

export interface Evaluation {
  id: string
  version: number
  author: string
  changedAt: string
  episode: string
  episodeTitle: string
  enterprise: string
  name: string
  level: string
  from: string
  to: string
  final: boolean
  verdict: ResponseVerdict
  verified: boolean
  reasons: { code: string; clause: string; message: string }[]
  remarks: { code: string; severity: string; message: string }[]
  normal: Means & { mode: string; seed: string | null; candidates: string[] }
  alert: Means & { wholeDays: boolean }
  reduction: number | null
  byStage: { stage: string; fuel: string; normal: number; alert: number }[]
  days: { day: string; kind: 'normal' | 'alert' | 'touched'; trips: number; heavyTrips: number }[]
  controls: { id: string; title: string }[]
  cap?: number
  forbidden: { trips: number; shown: number; evidence: Evidence[] }
  offline: { known: boolean; hours?: number; expectedHours?: number }
  emissions: { nox: number; pm: number; tripKm: number; days: number }
  units: { machinesToStop: string[] }
}

/** How far the evaluation of a whole episode is. */
export interface ResponseRun {
  episode: string
  state: 'running' | 'done' | 'interrupted'
  total: number
  done: number
  failed: string[]
}

const of = (id: string) => `/response-evaluations/${encodeURIComponent(id)}`

export const alertEpisodes = () => request<Page<AlertEpisode>>('/episodes', { query: { limit: 1000 } })
export const ranking = (episode: string) =>
  request<Page<RankingLine>>('/response-evaluations', { query: { episode, limit: 1000 } })
export const evaluation = (id: string, version?: number) => request<Evaluation>(of(id), { query: { version } })
export const evaluationHistory = (id: string) =>
  request<{ items: { version: number; author: string; at: string }[] }>(`${of(id)}/history`)
export const evaluateEpisode = (episode: string) =>
  request<ResponseRun>('/response-evaluations', { method: 'POST', body: { episode } })
export const evaluateEnterprise = (episode: string, enterprise: string, normalDays: string, seed?: string) =>
  request<Evaluation>('/response-evaluations', {
    method: 'POST',
    body: { episode, enterprise, normalDays, seed: seed || null },
  })
export const responseRun = (episode: string) =>
  request<ResponseRun>(`/response-evaluations/runs/${encodeURIComponent(episode)}`)
export const paperPath = (id: string, version: number) => `${of(id)}.pdf?version=${version}`
export const rankingPath = (episode: string, format: 'pdf' | 'xlsx') =>
  `/response-evaluations/ranking.${format}?episode=${encodeURIComponent(episode)}`
