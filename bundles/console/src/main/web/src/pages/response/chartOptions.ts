import type { Evaluation } from '@/api/responses'
import type { Translate } from '@/domain/gapWording'
import { STAGES } from '@/domain/stages'

const COLOURS = { normal: '#7fa8a5', alert: '#b3372b', touched: '#d9a39d' } as const
const KINDS = ['normal', 'alert', 'touched'] as const

function frame() {
  return {
    animationDuration: 300,
    aria: { enabled: true, label: { enabled: false } },
    grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 10, selectedMode: false },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: '#e8ecec' } } },
  }
}

/** Trips of every normal day and every day of the alert. */
export function daysOption(evaluation: Evaluation, t: Translate) {
  return {
    ...frame(),
    xAxis: { type: 'category', data: evaluation.days.map((one) => one.day.slice(5)) },
    series: KINDS.map((kind) => ({
      name: t(`response.kind.${kind}`),
      type: 'bar',
      stack: 'trips',
      barMaxWidth: 26,
      color: COLOURS[kind],
      data: evaluation.days.map((one) => (one.kind === kind ? one.trips : null)),
    })),
  }
}

/** Means of normal days and of the alert, side by side for each stage. */
export function stagesOption(evaluation: Evaluation, t: Translate) {
  const stages = STAGES.filter((stage) => evaluation.byStage.some((one) => one.stage === stage))
  const mean = (stage: string, kind: 'normal' | 'alert') =>
    Math.round(evaluation.byStage.filter((one) => one.stage === stage).reduce((sum, one) => sum + one[kind], 0) * 10) / 10
  return {
    ...frame(),
    xAxis: { type: 'category', data: stages.map((stage) => t(`codes.stage.${stage}`)) },
    series: (['normal', 'alert'] as const).map((kind) => ({
      name: t(`response.kind.${kind}`),
      type: 'bar',
      barMaxWidth: 26,
      color: COLOURS[kind],
      data: stages.map((stage) => mean(stage, kind)),
    })),
  }
}
