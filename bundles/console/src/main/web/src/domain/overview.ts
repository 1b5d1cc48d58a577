import type { StatisticsRow } from '@/api/statistics'
import { CLEAN_STAGES, STAGES, stageRank } from './stages'

/** What the chart and its table show: one line per stage. */
export interface StageLine {
  stage: string
  in: number
  out: number
  trips: number
  tonnes: number
}

/** Gathers rows by stage and direction; only stages that occur, dirtiest first. */
export function byStage(rows: StatisticsRow[]): StageLine[] {
  const lines = new Map<string, StageLine>()
  for (const row of rows) {
    const stage = (STAGES as readonly string[]).includes(row.stage ?? '') ? row.stage! : 'X'
    const line = lines.get(stage) ?? { stage, in: 0, out: 0, trips: 0, tonnes: 0 }
    if (row.direction === 'out') line.out += row.passages
    else line.in += row.passages
    line.trips += row.trips
    line.tonnes += row.tonnes
    lines.set(stage, line)
  }
  return [...lines.values()].sort((a, b) => stageRank(a.stage) - stageRank(b.stage))
}

/** Sums of the tiles above the chart. */
export interface Totals {
  passages: number
  trips: number
  tonnes: number
  /** Share of trips by China V, VI or electric vehicles; null without trips. */
  clean: number | null
}

export function totals(lines: StageLine[]): Totals {
  const trips = sum(lines, (line) => line.trips)
  const clean = sum(lines.filter((line) => CLEAN_STAGES.includes(line.stage)), (line) => line.trips)
  return {
    passages: sum(lines, (line) => line.in + line.out),
    trips,
    tonnes: sum(lines, (line) => line.tonnes),
    clean: trips === 0 ? null : clean / trips,
  }
}

/** Passages per verdict; verdicts that did not occur are 0. */
export function byVerdict(rows: StatisticsRow[]): Record<'allow' | 'warn' | 'deny', number> {
  const count = (verdict: string) => sum(rows.filter((row) => row.verdict === verdict), (row) => row.passages)
  return { allow: count('allow'), warn: count('warn'), deny: count('deny') }
}

function sum<T>(values: T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + (of(value) || 0), 0)
}
