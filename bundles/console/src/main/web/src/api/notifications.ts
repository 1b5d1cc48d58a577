import { request } from './http'
import type { AlarmSeverity } from './alarms'
import type { Page } from './lists'

export const CHANNELS = ['email', 'webhook', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** Who is told of which alarms. */
export interface NotificationRule {
  id: string
  title: string
  enabled?: boolean | null
  channel: Channel
  addresses: string[]
  division: string
  severity?: AlarmSeverity | null
  codes?: string[] | null
  enterprise?: string | null
  events?: string[] | null
  language?: string | null
  /** Signs the webhooks; told by the server to whoever may change the rule. */
  secret?: string
}

/** A message about an alarm and what became of it. */
export interface Notification {
  id: string
  rule: string
  alarm: string
  event: string
  channel: Channel
  address: string
  state: 'waiting' | 'delivered' | 'failed'
  attempts: number
  error: string | null
}

export interface Trial {
  address: string
  delivered: boolean
  error: string | null
}

const at = (id: string) => `/notification-rules/${encodeURIComponent(id)}`

export const notificationRules = (cursor?: string | null) =>
  request<Page<NotificationRule>>('/notification-rules', { query: { limit: 100, cursor } })
export const createRule = (rule: Omit<NotificationRule, 'id'>) =>
  request<NotificationRule>('/notification-rules', { method: 'POST', body: rule })
export const changeRule = (id: string, rule: Omit<NotificationRule, 'id'>) =>
  request<NotificationRule>(at(id), { method: 'PUT', body: rule })
export const deleteRule = (id: string) => request<null>(at(id), { method: 'DELETE' })
export const tryRule = (id: string) => request<{ results: Trial[] }>(`${at(id)}/test`, { method: 'POST' })
export const notifications = (cursor?: string | null) =>
  request<Page<Notification>>('/notifications', { query: { limit: 50, cursor } })
