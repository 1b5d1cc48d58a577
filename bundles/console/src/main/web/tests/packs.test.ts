import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import type { RulePack } from '@/api/rulePacks'
import { actionsOf, daysLeft, matching, place, refusedPack, sorted } from '@/domain/packs'

const pack = (more: Partial<RulePack>): RulePack => ({
  id: 'cn.gate', version: '1.0.0', kind: 'gate', title: { zh: '门禁', en: 'Gate' }, hash: 'h', state: 'tested', signedBy: null, ...more,
})

describe('rule packs', () => {
  it('are listed by id, the one in force first, then the newest', () => {
    const listed = sorted([
      pack({ version: '1.9.0' }), pack({ version: '1.2.0', state: 'active' }), pack({ version: '1.10.0' }), pack({ id: 'a' }),
    ])
    expect(listed.map((one) => `${one.id} ${one.version}`)).toEqual(['a 1.0.0', 'cn.gate 1.2.0', 'cn.gate 1.10.0', 'cn.gate 1.9.0'])
  })

  it('can be activated when tested and taken back when active', () => {
    const active = pack({ state: 'active' })
    expect(actionsOf(pack({}), [])).toEqual(['activate'])
    expect(actionsOf(active, [active, pack({ version: '0.9.0', state: 'superseded' })])).toEqual(['rollback', 'retire'])
  })

  it('are not rolled back when nothing would serve instead', () => {
    const active = pack({ state: 'active' })
    expect(actionsOf(active, [active, pack({ version: '1.1.0' })])).toEqual(['retire'])
  })

  it('are built anew when a base has moved on, checked when drafts, put away when retired', () => {
    expect(actionsOf(pack({ state: 'active', olderBase: true }), [])).toEqual(['activate', 'retire'])
    expect(actionsOf(pack({ state: 'draft', errors: [{ file: 'a', line: 1, code: 'c', message: 'm' }] }), [])).toEqual(['check'])
    expect(actionsOf(pack({ state: 'retired' }), [])).toEqual(['activate', 'archive'])
  })

  it('remind of their end in the last month only, and only while they serve', () => {
    const today = new Date('2026-12-20T00:00:00Z')
    expect(daysLeft(pack({ state: 'active', validTo: '2026-12-31' }), today)).toBe(12)
    expect(daysLeft(pack({ state: 'active', validTo: '2027-12-31' }), today)).toBeNull()
    expect(daysLeft(pack({ state: 'retired', validTo: '2026-12-31' }), today)).toBeNull()
  })

  it('offer nothing when they are wrong', () =>
    expect(actionsOf(pack({ state: 'refused', errors: [{ file: 'a', line: 1, code: 'c', message: 'm' }] }), [])).toEqual([]))

  it('are found by title in the language of the page', () => {
    expect(matching([pack({})], '门禁', 'zh-CN')).toHaveLength(1)
    expect(matching([pack({})], 'gate', 'en')).toHaveLength(1)
    expect(matching([pack({})], 'steel', 'en')).toHaveLength(0)
  })

  it('name the place of an error as far as it is known', () =>
    expect([place({ file: 'rules/a.drl', line: 12 }), place({ file: 'pack.yaml', line: 0 }), place({})]).toEqual(['rules/a.drl:12', 'pack.yaml', '–']))

  it('that the server refused are told from other problems', () => {
    const body = { id: 'x', errors: [{ code: 'c', message: 'm' }] }
    expect(refusedPack(new Problem(422, body as never))).toBe(body)
    expect(refusedPack(new Problem(413, { code: 'too-large' }))).toBeNull()
  })
})
