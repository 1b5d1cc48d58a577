import { describe, expect, it } from 'vitest'
import { openPattern, wordsAfter } from '@/components/editor/words'

const types = [
  {
    name: 'Passage',
    about: 'a vehicle at a gate',
    members: [
      { ask: 'heavy', type: 'boolean', about: 'whether it is heavy' },
      { ask: 'after(String time)', type: 'boolean', about: 'whether it passed later' },
    ],
  },
  { name: 'Outcome', about: 'what a rule says', members: [{ ask: 'deny(Object drools)', type: 'void', about: 'denies' }] },
  { name: 'Stages', about: 'stages', members: [{ ask: 'Stages.rank(String code)', type: 'int', about: 'for comparisons' }] },
]
const after = (before: string) => wordsAfter(before, { types, parameters: ['night.minimum-stage'] }).map((one) => one.label)

describe('completion in a rule', () => {
  it('offers the properties of the fact whose brackets are open', () => {
    expect(after('when\n  Passage(').slice(0, 2)).toEqual(['heavy', 'after(String time)'])
    expect(openPattern('Passage(heavy == true, stageRank < parameters.number("a"), ')).toBe('Passage')
    expect(openPattern('not Listed(x) Passage(')).toBe('Passage')
    expect(openPattern('Passage(heavy == true)\nthen ')).toBeNull()
  })

  it('offers the names of parameters between quotes', () => {
    expect(after('Passage(stageRank < parameters.number("')).toEqual(['night.minimum-stage'])
    expect(after('Passage(stageRank < parameters.number("nig')).toEqual(['night.minimum-stage'])
  })

  it('offers what a global variable or a helper answers', () => {
    expect(after('then\n  outcome.')).toEqual(['deny(Object drools)'])
    expect(wordsAfter('Stages.', { types, parameters: [] })[0]).toMatchObject({ label: 'rank(String code)', apply: 'rank(' })
  })

  it('offers the types of facts elsewhere', () => {
    expect(after('when\n  ')).toEqual(['Passage', 'Outcome', 'Stages'])
  })
})
