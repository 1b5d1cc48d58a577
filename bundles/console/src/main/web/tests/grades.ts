import type { Grade, Indicator, Requirement } from '@/api/grades'

/** A requirement of the given grade; verified and not met unless said otherwise. */
export function requirement(grade: string, more: Partial<Requirement> = {}): Requirement {
  return { grade, alternativeGroup: null, operator: '>=', threshold: 0.8, met: false, verified: true, ...more }
}

export function indicator(code: string, requirements: Requirement[], more: Partial<Indicator> = {}): Indicator {
  return { code, value: 0.7, unit: 'share', base: 600, baseUnit: 'trips', grade: 'B', requirements, ...more }
}

export function graded(grade: string | null, indicators: Indicator[], more: Partial<Grade> = {}): Grade {
  return {
    grade, indicators, policy: 'P', complete: true, verified: true, reason: null, gaps: [],
    rulePack: null, decision: null, ...more,
  }
}
