import type { Gap, Grade, Indicator, Requirement } from '@/api/grades'
import { gradeColumns, requirementsOf } from './grades'

/** One reason why a better grade was not reached. */
export interface Obstacle {
  indicator: Indicator
  requirement: Requirement
  /** The server's figure of what is missing; null when it gives none. */
  gap: Gap | null
}

/** Everything that stands between an enterprise and one better grade. */
export interface WhyNot {
  grade: string
  obstacles: Obstacle[]
}

/** For every grade better than the reached one, the next one first: what is not met. */
export function whyNot(grade: Grade): WhyNot[] {
  const columns = gradeColumns(grade)
  const reached = grade.grade === null ? -1 : columns.indexOf(grade.grade)
  const better = reached < 0 ? columns : columns.slice(0, reached)
  return better
    .map((name) => ({ grade: name, obstacles: obstacles(grade, name) }))
    .filter((one) => one.obstacles.length > 0)
    .reverse()
}

function obstacles(grade: Grade, name: string): Obstacle[] {
  const metGroups = new Set(
    grade.indicators
      .flatMap((one) => requirementsOf(one, name))
      .filter((row) => (row.met || row.waived) && row.alternativeGroup)
      .map((row) => row.alternativeGroup),
  )
  return grade.indicators.flatMap((indicator) =>
    requirementsOf(indicator, name)
      .filter((row) => !row.met && !row.waived && !metGroups.has(row.alternativeGroup))
      .map((requirement) => ({
        indicator,
        requirement,
        gap: grade.gaps.find((gap) => gap.grade === name && gap.indicator === indicator.code) ?? null,
      })),
  )
}
