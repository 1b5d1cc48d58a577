import type { Metric, StatisticsItem } from '@/api/statistics'

/** Which groups a metric knows, in the order in which they are offered. */
const GENERAL = ['month', 'day', 'year', 'enterprise', 'industry', 'division']
export const GROUPS_OF: Record<Metric, string[]> = {
  trips: [...GENERAL, 'stage', 'fuel', 'direction', 'verdict', 'heavy', 'new-energy', 'usage'],
  'clean-share': GENERAL,
  gates: [...GENERAL, 'barrier'],
}

/** What the chart of a metric draws, the first one unless another is chosen. */
export const DRAWN: Record<Metric, string[]> = {
  trips: ['trips', 'passages', 'tonnes'],
  'clean-share': ['cleanShare', 'cleanShareWithNewEnergy', 'cleanTonnes', 'roadTonnes'],
  gates: ['onlineRate', 'transmissionRate', 'pictureRate', 'received'],
}

/** Columns of numbers, as far as the answer has them. */
const COLUMNS = [
  'passages', 'trips', 'tonnes', 'passagesBefore', 'tripsBefore', 'tonnesBefore', 'tripsChange', 'tonnesChange', 'cleanTonnes',
  'roadTonnes', 'newEnergyTonnes', 'cleanShare', 'cleanShareWithNewEnergy', 'cleanShareBefore', 'onlineMinutes',
  'expectedMinutes', 'onlineRate', 'onlineRateBefore', 'received', 'inTime', 'expected', 'transmissionRate', 'pictureRate',
]

export const columnsOf = (items: StatisticsItem[]) => COLUMNS.filter((column) => items[0] && column in items[0])

/** Shares are shown as per cent, everything else as it is. */
export const isShare = (column: string) => /Share|Rate|Change$/.test(column)

const BEFORE: Record<string, string> = {
  trips: 'tripsBefore', passages: 'passagesBefore', tonnes: 'tonnesBefore', cleanShare: 'cleanShareBefore', onlineRate: 'onlineRateBefore',
}

/** Column of the earlier period beside a drawn one, if the answer has it. */
export function earlierOf(column: string, items: StatisticsItem[]): string | undefined {
  const before = BEFORE[column]
  return before && items[0] && before in items[0] ? before : undefined
}

/** Branch of the message file `codes` for the values of a group; undefined when they stand for themselves. */
export function codesOf(group: string): string | undefined {
  if (group === 'heavy' || group === 'new-energy') return 'flag'
  return ['stage', 'fuel', 'direction', 'verdict', 'usage'].includes(group) ? group : undefined
}
