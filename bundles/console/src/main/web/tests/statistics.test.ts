import { describe, expect, it } from 'vitest'
import { codesOf, columnsOf, earlierOf, isShare } from '@/domain/statistics'
import { questionOf } from '@/pages/statistics/questionOf'

describe('a question about statistics', () => {
  it('is read from the address of the page', () =>
    expect(questionOf({ metric: 'gates', group: 'barrier,day', compare: 'year', division: '13' })).toEqual({
      metric: 'gates', group: 'barrier,day', compare: 'year', enterprise: '', division: '13',
    }))
  it('leaves out what the metric does not know', () =>
    expect(questionOf({ metric: 'clean-share', group: 'stage,month', compare: 'always' })).toMatchObject({ group: 'month', compare: '' }))
  it('counts trips by stage when nothing is said', () =>
    expect(questionOf({ metric: 'x' })).toMatchObject({ metric: 'trips', group: 'stage' }))
})

describe('an answer', () => {
  const items = [{ stage: '5', passages: 3, trips: 2, tonnes: 1.5, passagesBefore: 1, tripsBefore: 1, tonnesBefore: 0, tripsChange: 1, tonnesChange: null }]
  it('has the columns that it has', () =>
    expect(columnsOf(items)).toEqual([
      'passages', 'trips', 'tonnes', 'passagesBefore', 'tripsBefore', 'tonnesBefore', 'tripsChange', 'tonnesChange',
    ]))
  it('is drawn beside the earlier period where there is one', () => {
    expect(earlierOf('trips', items)).toBe('tripsBefore')
    expect(earlierOf('roadTonnes', items)).toBeUndefined()
  })
  it('knows shares from counts', () => expect(['cleanShare', 'onlineRate', 'trips'].map(isShare)).toEqual([true, true, false]))
  it('has names for codes only', () => expect(['stage', 'heavy', 'day'].map(codesOf)).toEqual(['stage', 'flag', undefined]))
})
