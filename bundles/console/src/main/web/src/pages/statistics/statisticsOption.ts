import type { StatisticsItem } from '@/api/statistics'
import { number, percent } from '@/domain/format'
import { earlierOf, isShare } from '@/domain/statistics'
import type { Locale } from '@/i18n/locales'

const FONT = getComputedStyle(document.documentElement).getPropertyValue('--q-font')
const COLOURS = ['#2a7f8e', '#d98e32', '#5b9bb5', '#b5402e', '#3f9b5f', '#8a949e', '#7a5ba6', '#c2a24b']

export interface Drawing {
  items: StatisticsItem[]
  groups: string[]
  column: string
  locale: Locale
  name: (group: string, value: string) => string
  now: string
  earlier: string
}

/** Bars along the first group; the second group stacks them, an earlier period stands beside them. */
export function statisticsOption(drawing: Drawing) {
  const { items, groups, column, locale } = drawing
  const share = isShare(column)
  const shown = (value: number | null) => (share ? percent(value) : number(value, locale, 1))
  const along = [...new Set(items.map((item) => keyOf(item, groups[0])))]
  return {
    textStyle: { fontFamily: FONT },
    color: COLOURS,
    animationDuration: 300,
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 12, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, type: 'scroll' },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: shown },
    xAxis: {
      type: 'category',
      data: along.map((value) => (groups[0] ? drawing.name(groups[0], value) : drawing.now)),
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { formatter: (value: number) => shown(value) },
      splitLine: { lineStyle: { color: '#e8ecec' } },
    },
    series: seriesOf(drawing, along, share),
  }
}

function seriesOf(drawing: Drawing, along: string[], share: boolean) {
  const { items, groups, column } = drawing
  const before = earlierOf(column, items)
  const second = groups[1]
  if (second) {
    const values = [...new Set(items.map((item) => keyOf(item, second)))]
    return values.map((value) => {
      const some = items.filter((item) => keyOf(item, second) === value)
      const bar = bars(drawing.name(second, value), some, groups[0], along, column)
      // Shares of different groups do not add up.
      return share ? bar : { ...bar, stack: 'all' }
    })
  }
  const now = bars(drawing.now, items, groups[0], along, column)
  return before ? [bars(drawing.earlier, items, groups[0], along, before), now] : [now]
}

function bars(name: string, items: StatisticsItem[], group: string | undefined, along: string[], column: string) {
  const byKey = new Map(items.map((item) => [keyOf(item, group), item[column] as number | null]))
  return { name, type: 'bar', barMaxWidth: 46, data: along.map((key) => byKey.get(key) ?? null) }
}

const keyOf = (item: StatisticsItem, group: string | undefined) => (group ? String(item[group]) : '')
