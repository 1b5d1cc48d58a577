import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/i18n/locales'
import { keysOf, messages } from '@/i18n/messages'

const leaves = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(leaves)
const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()
const at = (tree: unknown, key: string): string =>
  key.split('.').reduce<unknown>((branch, step) => (branch as Record<string, unknown>)[step], tree) as string

describe('the message files', () => {
  it('have the same keys in every language', () => {
    expect(keysOf(messages.en)).toEqual(keysOf(messages['zh-CN']))
    expect(keysOf(messages.en).length).toBeGreaterThan(200)
  })

  it('leave no text empty', () => {
    for (const locale of LOCALES) expect(leaves(messages[locale]).filter((text) => !text.trim())).toEqual([])
  })

  it('fill the same places in every language', () => {
    const different = keysOf(messages.en).filter(
      (key) => String(places(at(messages.en, key))) !== String(places(at(messages['zh-CN'], key))),
    )
    expect(different).toEqual([])
  })

  it('are written in Chinese where they are Chinese', () => {
    const untranslated = keysOf(messages['zh-CN']).filter((key) => !/[\u4e00-\u9fff]/.test(at(messages['zh-CN'], key)))
    expect(untranslated).toEqual([])
  })
})
