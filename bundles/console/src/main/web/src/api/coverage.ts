import { request } from './http'
import type { PackRef } from './rulePacks'

export interface Counted {
  covered: number
  all: number
}

export interface CoveredCondition {
  line: number
  text: string
  held: boolean
  failed: boolean
}

/** A rule with the cases in which it fired; no conditions when they are not understood one by one. */
export interface CoveredRule {
  rule: string
  code: string
  pack: string
  file: string
  line: number
  cases: string[]
  conditions: CoveredCondition[]
}

/** What the cases of a pack have seen of its rules. */
export interface PackCoverage {
  id: string
  version: string
  cases: number
  rules: Counted
  conditions: Counted
  items: CoveredRule[]
}

export const packCoverage = ({ id, version }: PackRef) =>
  request<PackCoverage>(`/rule-packs/${encodeURIComponent(id)}/${encodeURIComponent(version)}/coverage`)
