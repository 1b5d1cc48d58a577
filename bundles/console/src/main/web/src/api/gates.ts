import { request } from './http'
import type { Page } from './lists'

export const GATE_STATES = ['offline', 'silent', 'never', 'online'] as const

export type GateStateName = (typeof GATE_STATES)[number]

export interface GateDay {
  day: string
  onlineMinutes: number
  expectedMinutes: number
  heartbeats: number
  passages: number
  late: number
  withPicture: number
  counted: number | null
  manualRaises: number
  unrecordedRaises: number
}

export interface Gate {
  enterprise: string
  enterpriseName: string | null
  barrier: string
  state: GateStateName
  transmission: number | null
  lastHeartbeat?: string | null
  lastPassage?: string | null
  clockSkewMillis?: number | null
  faults?: string[]
  today?: GateDay
}

export interface GatePage extends Page<Gate> {
  states: Partial<Record<GateStateName, number>>
}

export const gates = (filter: { state?: string; enterprise?: string }, limit: number, cursor?: string | null) =>
  request<GatePage>('/gates', { query: { ...filter, limit, cursor } })
