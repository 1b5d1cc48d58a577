import { currentLocale } from '@/i18n'
import { BASE, request } from './http'
import type { Page } from './lists'
import { session } from './session'

export const ALARM_STATES = ['open', 'acknowledged', 'assigned', 'escalated', 'closed'] as const
export const SEVERITIES = ['critical', 'serious', 'warning', 'notice'] as const
export const CLOSE_REASONS = ['handled', 'false-alarm', 'tolerated', 'duplicate', 'other'] as const

export type AlarmState = (typeof ALARM_STATES)[number]
export type AlarmSeverity = (typeof SEVERITIES)[number]

/** Something that proves an alarm: a passage, a decision, a list entry, a policy, a gate. */
export interface Evidence {
  kind: string
  id: string
}

/** One occurrence of an alarm with its own facts. */
export interface Occurrence {
  time: string
  text: string
  barrier: string | null
  values: Record<string, unknown>
  evidence: Evidence[]
}

export interface Alarm {
  id: string
  code: string
  state: AlarmState
  severity: AlarmSeverity
  text: string
  clause: string | null
  enterprise: string | null
  enterpriseName: string | null
  division: string | null
  barrier: string | null
  count: number
  first: string
  last: string
  firstOccurrence?: Occurrence
  lastOccurrence?: Occurrence
  over?: string
  due?: string
  escalatedTo?: string
  assignee?: string
  reason?: string
  values: Record<string, unknown>
  evidence: Evidence[]
  basis?: { parameter?: string; value?: string; source?: string; verified?: boolean }[]
  step?: { action: string; note: string | null }
  version: number
  author: string
  changedAt: string
}

export interface AlarmStep {
  version: number
  author: string
  at: string
  after: { step?: { action: string; note: string | null }; count: number; state: AlarmState } | null
}

export type AlarmAction = 'acknowledge' | 'assign' | 'escalate' | 'close'

export interface AlarmFilter {
  state?: string
  severity?: string
  code?: string
  enterprise?: string
}

const at = (id: string) => `/alarms/${encodeURIComponent(id)}`

export const alarms = (filter: AlarmFilter, limit: number, cursor?: string | null) =>
  request<Page<Alarm>>('/alarms', { query: { ...filter, limit, cursor } })
export const alarm = (id: string) => request<Alarm>(at(id))
export const alarmHistory = (id: string) => request<{ items: AlarmStep[] }>(`${at(id)}/history`)
export const openAlarms = () => request<{ total: number; bySeverity: Partial<Record<AlarmSeverity, number>> }>('/alarms/open')
export const actOn = (id: string, action: AlarmAction, body: { note?: string; assignee?: string; reason?: string }) =>
  request<Alarm>(`${at(id)}/${action}`, { method: 'POST', body })

/** Where a stream stopped, so that the next one continues there. */
export interface StreamPlace {
  last: string | null
}

/**
 * Follows the alarms until the server or the signal ends it. The browser's own EventSource cannot
 * carry a token, so the stream is read with fetch.
 */
export async function followAlarms(place: StreamPlace, signal: AbortSignal, told: (changed: Alarm) => void): Promise<void> {
  const headers: Record<string, string> = { Accept: 'text/event-stream', 'Accept-Language': currentLocale() }
  if (session.current) headers.Authorization = `Bearer ${session.current.token}`
  if (place.last) headers['Last-Event-ID'] = place.last
  const response = await fetch(`${BASE}/alarms/stream`, { headers, signal, cache: 'no-store' })
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (rest + part.value).split('\n\n')
    rest = events.pop() ?? ''
    events.forEach((text) => tell(text, place, told))
  }
}

/** Reads one event; comments and the event that ends the stream tell nothing. */
export function tell(text: string, place: StreamPlace, told: (changed: Alarm) => void): void {
  const fields = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''))
  }
  place.last = fields.get('id') ?? place.last
  if (fields.get('event') === 'alarm') told(JSON.parse(fields.get('data') ?? 'null') as Alarm)
}
