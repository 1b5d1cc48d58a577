import { describe, expect, it } from 'vitest'
import { differences } from '@/domain/differences'
import { cleaned, fieldsOf } from '@/domain/schemaFields'
import { labelKey } from '@/domain/valueLabels'

describe('the form of an entry', () => {
  const schema = {
    required: ['party'],
    properties: {
      enterprise: { type: ['string', 'null'] },
      number: { title: '编号 | Number', type: ['string', 'null'], maxLength: 40 },
      party: { title: '对方单位 | Party', type: 'string', maxLength: 100 },
      kind: { title: '类别 | Kind', type: ['string', 'null'], enum: ['sale', null] },
      from: { title: '起始 | From', type: ['string', 'null'], pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-...$' },
      quantity: { title: '数量 | Quantity', type: ['number', 'null'], minimum: 0 },
      files: { title: '附件 | Files', type: ['array', 'null'], items: { type: 'string' } },
      location: { type: ['object', 'null'] },
      stage: { title: '排放阶段 | Emission stage', type: 'string', maxLength: 8 },
    },
  }

  it('follows its schema, in the language of the page', () => {
    const fields = fieldsOf(schema, 'number', 'en')
    expect(fields.map(({ name, form }) => `${name}:${form}`)).toEqual([
      'number:text', 'party:text', 'kind:choice', 'from:day', 'quantity:number', 'files:files', 'stage:choice',
    ])
    expect(fields.filter(({ required }) => required).map(({ title }) => title)).toEqual(['Number', 'Party'])
    expect(fieldsOf(schema, 'number', 'zh-CN')[1]!.title).toBe('对方单位')
  })

  it('is empty without a schema', () => expect(fieldsOf(null, 'number', 'en')).toEqual([]))

  it('sends nothing that is empty', () =>
    expect(cleaned({ a: '', b: null, c: [], d: 0, e: false, f: 'x' })).toEqual({ d: 0, e: false, f: 'x' }))
})

describe('the differences of two versions', () => {
  it('are what changed, came or went', () =>
    expect(differences({ a: 1, b: 'x', c: { d: 1 } }, { a: 1, b: 'y', e: [2] })).toEqual([
      { path: 'b', before: 'x', after: 'y' },
      { path: 'c.d', before: '1', after: '–' },
      { path: 'e.0', before: '–', after: '2' },
    ]))

  it('of a new entry are all it says', () => expect(differences(null, { a: 1 })).toHaveLength(1))
  it('leave out what is null on both sides', () => expect(differences({ a: null }, {})).toEqual([]))
})

describe('codes', () => {
  it('have a name where there is a table', () => {
    expect(labelKey('stage', 'D')).toBe('codes.stage.D')
    expect(labelKey('name', 'D')).toBeNull()
    expect(labelKey('stage', null)).toBeNull()
  })
})
