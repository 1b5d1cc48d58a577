import { describe, expect, it } from 'vitest'
import type { Trial } from '@/api/playground'
import { casesOf, inOrder, marksOf, memberOf, parameterNames, rulesIn } from '@/domain/packTexts'

const RULES = `package my.gate;

rule "heavy vehicles"
  @code("a")
when
  Passage(heavy == true)
then
  outcome.deny(drools);
end

rule "others"
when
then
end
`

const CASES = `# sentences
- case: a lorry, as a flow
  given: {type: Q11, trips: [{stage: "6", count: 90}], text: "a } brace"}
  expect: {verdict: deny}

- case: a lorry, as a block
  given:
    type: Q11
    listed:
      - {reason: named}
  expect:
    verdict: allow

- {case: 一行写完, given: {industry: X01, trips: {"6": 1}}, expect: {grade: 金}}
`

describe('the texts of a pack', () => {
  it('are shown in the order in which one reads a pack', () => {
    expect(inOrder(['cases/b.yaml', 'parameters.yaml', 'notes.txt', 'rules/a.drl', 'pack.yaml'])).toEqual([
      'pack.yaml', 'rules/a.drl', 'parameters.yaml', 'cases/b.yaml', 'notes.txt',
    ])
  })

  it('give the facts of their cases as examples, however they are written', () => {
    expect(casesOf({ 'cases/cases.yaml': CASES })).toEqual([
      { sentence: 'a lorry, as a flow', given: '{type: Q11, trips: [{stage: "6", count: 90}], text: "a } brace"}' },
      { sentence: 'a lorry, as a block', given: 'type: Q11\nlisted:\n  - {reason: named}' },
      { sentence: '一行写完', given: '{industry: X01, trips: {"6": 1}}' },
    ])
  })

  it('say their id and version without quotes and comments', () => {
    const files = { 'pack.yaml': 'id: my.tea   # the id\nversion: "1.0.0"\nregion: "000000"\n' }
    expect(memberOf(files, 'id')).toBe('my.tea')
    expect(memberOf(files, 'version')).toBe('1.0.0')
    expect(memberOf(files, 'kind')).toBe('')
  })

  it('name their parameters, not what belongs to a value', () => {
    const files = { 'parameters.yaml': '# dated\nnight.minimum-stage:\n  - {value: 5, from: 2026-01-01}\nlist.有:\n  - value: a\n    from: x\n' }
    expect(parameterNames(files)).toEqual(['night.minimum-stage', 'list.有'])
  })

  it('have rules from their first line to their end', () => {
    expect(rulesIn(RULES)).toEqual([
      { rule: 'heavy vehicles', from: 3, to: 9 },
      { rule: 'others', from: 11, to: 14 },
    ])
  })
})

describe('the colours of lines', () => {
  const trial = (fired: string[], silent: string[], seen: string[]) =>
    ({
      candidate: { explanation: { fired: fired.map((rule) => ({ rule })), silent: silent.map((rule) => ({ rule })), parameters: [] } },
      coverage: { items: seen.map((rule) => ({ rule, cases: ['a case'] })) },
    }) as unknown as Trial

  it('tell which rules fired, which did not, and which fire in no case', () => {
    expect(marksOf(trial(['heavy vehicles'], ['others'], ['heavy vehicles']), 'rules/a.drl', RULES)).toEqual([
      { from: 3, to: 9, kind: 'fired' },
      { from: 11, to: 14, kind: 'never' },
    ])
    expect(marksOf(trial([], ['others'], ['others']), 'rules/a.drl', RULES)).toEqual([{ from: 11, to: 14, kind: 'silent' }])
  })

  it('are not given where nothing was decided', () => {
    expect(marksOf(null, 'rules/a.drl', RULES)).toEqual([])
    expect(marksOf(trial(['heavy vehicles'], [], []), 'pack.yaml', RULES)).toEqual([])
  })
})
