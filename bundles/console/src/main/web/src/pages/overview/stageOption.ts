import type { Translate } from '@/domain/gapWording'
import { number } from '@/domain/format'
import type { StageLine } from '@/domain/overview'
import { STAGE_COLOURS } from '@/domain/stages'
import type { Locale } from '@/i18n/locales'

const FONT = getComputedStyle(document.documentElement).getPropertyValue('--q-font')

/** Stacked bars: one per stage in its colour, exits hatched on top of entries. */
export function stageOption(lines: StageLine[], locale: Locale, t: Translate) {
  return {
    textStyle: { fontFamily: FONT },
    animationDuration: 300,
    // The chart has a name of its own, and a table beside it says everything.
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 10, selectedMode: false },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: number) => number(value, locale) },
    xAxis: {
      type: 'category',
      data: lines.map((line) => t(`codes.stage.${line.stage}`)),
      axisTick: { show: false },
      axisLabel: { interval: 0, color: '#22302f' },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e8ecec' } } },
    series: [series(lines, 'in', t), { ...series(lines, 'out', t), label: totalLabel(lines, locale) }],
  }
}

function series(lines: StageLine[], direction: 'in' | 'out', t: Translate) {
  const hatched = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,.65)' }
  const decal = direction === 'out' ? hatched : { symbol: 'none' }
  return {
    name: t(`codes.direction.${direction}`),
    type: 'bar',
    stack: 'passages',
    barMaxWidth: 54,
    color: '#6d7b7a',
    itemStyle: { decal },
    data: lines.map((line) => ({
      value: line[direction],
      itemStyle: { color: STAGE_COLOURS[line.stage], decal },
    })),
  }
}

function totalLabel(lines: StageLine[], locale: Locale) {
  return {
    show: true,
    position: 'top',
    color: '#22302f',
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const line = lines[dataIndex]
      return line ? number(line.in + line.out, locale) : ''
    },
  }
}
