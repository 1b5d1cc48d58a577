import type { ServerText } from '@/domain/text'
import { request } from './http'

/** One threshold of one grade, and whether the value meets it. */
export interface Requirement {
  grade: string
  alternativeGroup: string | null
  operator: string
  threshold: number | string | boolean | null
  met: boolean
  /** Not met by what was measured, but a recorded waiver lets it count. */
  waived?: boolean
  clause?: string | null
  source?: string | null
  verified: boolean
}

export interface Indicator {
  code: string
  value: number | string | boolean | null
  unit: string
  base: number | null
  grade: string | null
  /** What `base` counts: trips, tonnes or units. */
  baseUnit?: string | null
  /** What the pack leaves out of the base, in the same unit. */
  excluded?: number
  note?: ServerText
  requirements: Requirement[]
}

/** A recorded, time-limited waiver; it stands beside what was measured and never replaces it. */
export interface Waiver {
  indicator: string
  share: number
  what: string
  until: string
  grades: string[]
}

/** What is missing on the way to a better grade. */
export interface Gap {
  grade: string
  indicator: string
  missing: number | null
  unit: string | null
  message?: ServerText
}

/** The cheapest way to a better grade: all of its steps together. */
export interface GradePath {
  grade: string
  /** Sum of the changes as shares of what there is; a state counts as 1. */
  total: number
  steps: { indicator: string; change: number; unit: string; message: ServerText }[]
}

export interface Grade {
  grade: string | null
  policy: string | null
  complete: boolean
  verified: boolean
  reason: ServerText
  indicators: Indicator[]
  gaps: Gap[]
  waivers?: Waiver[]
  /** Nearest grade first; only in answers, not in stored decisions. */
  paths?: GradePath[]
  rulePack: { id: string; version: string; hash: string } | null
  decision: string | null
  /** All grades of the pack, best first, when the server tells them. */
  grades?: string[]
}

export const grade = (enterprise: string, from: string, to: string) =>
  request<Grade>(`/enterprises/${encodeURIComponent(enterprise)}/grade`, { query: { from, to } })
