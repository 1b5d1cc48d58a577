import type { Metric, StatisticsQuestion } from '@/api/statistics'
import { GROUPS_OF } from '@/domain/statistics'

type Form = Omit<StatisticsQuestion, 'from' | 'to'>

/** Reads the question from the address of the page or a kept query; what is not known is left out. */
export function questionOf(query: Record<string, unknown>): Form {
  const text = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : '')
  const metric = (text('metric') in GROUPS_OF ? text('metric') : 'trips') as Metric
  const groups = (text('group') || 'stage').split(',').filter((one) => GROUPS_OF[metric].includes(one))
  const compare = (['previous', 'year'].includes(text('compare')) ? text('compare') : '') as Form['compare']
  return { metric, group: groups.slice(0, 2).join(','), compare, enterprise: text('enterprise'), division: text('division') }
}
