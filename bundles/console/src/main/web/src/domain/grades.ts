import type { Grade, Indicator, Requirement } from '@/api/grades'

/**
 * The grades that have requirements, best first. The pack's own order when the server tells it,
 * else the order in which the indicators list them, merged.
 */
export function gradeColumns(grade: Grade): string[] {
  const used = new Set(grade.indicators.flatMap((one) => one.requirements.map((row) => row.grade)))
  if (grade.grades) return grade.grades.filter((name) => used.has(name))
  const columns: string[] = []
  for (const indicator of grade.indicators) {
    let at = 0
    for (const { grade: name } of indicator.requirements) {
      const known = columns.indexOf(name)
      if (known < 0) columns.splice(at++, 0, name)
      else at = known + 1
    }
  }
  return columns
}

export function requirementsOf(indicator: Indicator, grade: string): Requirement[] {
  return indicator.requirements.filter((row) => row.grade === grade)
}

/** Whether a requirement is one of several of which one is enough. */
export function isAlternative(indicators: Indicator[], requirement: Requirement): boolean {
  if (!requirement.alternativeGroup) return false
  const group = indicators
    .flatMap((one) => one.requirements)
    .filter((row) => row.grade === requirement.grade && row.alternativeGroup === requirement.alternativeGroup)
  return group.length > 1
}

/** Thresholds that nobody has read in an official text yet. */
export function unverifiedCount(grade: Grade): number {
  return grade.indicators.flatMap((one) => one.requirements).filter((row) => !row.verified).length
}
