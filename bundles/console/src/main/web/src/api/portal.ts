import { request } from './http'
import type { Suspicion } from './suspicions'

export interface Hour {
  hour: number
  received: number
  usual: number
}

export interface BarrierDay {
  barrier: string
  received: number
  counted: number | null
  missing: number | null
  lastHeartbeat: string | null
  lastPassage: string | null
  silentHours: number[]
  hours: Hour[]
}

export interface Receipt {
  receipt: string
  serial: string
  barrier: string
  direction: string
  time: string
  received: string
  plate: string | null
  verdict: 'allow' | 'warn' | 'deny'
  findings: string[]
  /** What the codes of the findings mean, in the reader's language. */
  findingTexts: string[]
}

export interface PolicyInForce {
  id: string
  title: string
  alert: string | null
  stopRoadTransport: boolean
  minimumStageDiesel: number
  minimumStageGas: number
  minimumStageGasoline: number
  vehicleClasses: string
  exemptUsages: string[]
}

/** One enterprise's day. */
export interface PortalDay {
  day: string
  enterprise: { id: string; name?: string; declaredGrade?: string | null }
  received: number
  hours: Hour[]
  barriers: BarrierDay[]
  receipts: Receipt[]
  suspicions: { counts: Record<string, number>; items: Suspicion[] }
  policies: PolicyInForce[]
}

export const portalToday = (enterprise: string | undefined, day: string | undefined) =>
  request<PortalDay>('/portal/today', { query: { enterprise, day } })
