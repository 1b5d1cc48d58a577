/** Emission stages in the order of a chart, dirtiest first; X is unknown or none. */
export const STAGES = ['X', '0', '1', '2', '3', '4', '5', '6', 'D'] as const

/** The dirtier the warmer; unknown is grey, electric is green. */
export const STAGE_COLOURS: Record<string, string> = {
  X: '#8a949e', '0': '#7d1f1a', '1': '#99281f', '2': '#b5402e', '3': '#c75b39',
  '4': '#d98e32', '5': '#5b9bb5', '6': '#2a7f8e', D: '#3f9b5f',
}

/** Stages that count as clean on the road: China V, VI and electric. */
export const CLEAN_STAGES = ['5', '6', 'D']

export function stageRank(stage: string | null | undefined): number {
  const rank = STAGES.indexOf((stage ?? 'X') as (typeof STAGES)[number])
  return rank < 0 ? 0 : rank
}
