import { describe, expect, it } from 'vitest'
import { keysOf, messages } from '@/i18n/messages'

const sources = import.meta.glob<string>('../src/**/*.{vue,ts}', { eager: true, query: '?raw', import: 'default' })
const LITERAL = /\b\$?t\(\s*'([\w.-]+)'/g

const everything = Object.values(sources).join('\n')

describe('the message files', () => {
  it('have no text that no page asks for', () => {
    const unused = keysOf(messages.en).filter((key) => {
      const family = key.slice(0, key.lastIndexOf('.'))
      return !everything.includes(`'${key}'`) && !everything.includes('`' + family + '.${')
    })
    expect(unused).toEqual([])
  })
})

describe('the pages', () => {
  it('ask for no text that the message files do not have', () => {
    const known = new Set(keysOf(messages.en))
    const asked = Object.entries(sources).flatMap(([file, source]) =>
      [...source.matchAll(LITERAL)].map((match) => ({ file, key: match[1]! })),
    )
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
  })
})
