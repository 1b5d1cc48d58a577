import { describe, expect, it } from 'vitest'

const pages = import.meta.glob<string>('../src/**/*.vue', { eager: true, query: '?raw', import: 'default' })
const registered = import.meta.glob<string>('../src/elements.ts', { eager: true, query: '?raw', import: 'default' })

describe('the parts of the component library', () => {
  it('that pages use are all shipped', () => {
    const shipped = Object.values(registered).join('\n')
    const used = Object.values(pages).flatMap((page) => [...page.matchAll(/<el-([a-z-]+)/g)].map((match) => match[1]!))
    const missing = [...new Set(used)].filter((part) => {
      const name = part.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
      return !new RegExp(`\\bEl${name}\\b`).test(shipped)
    })
    expect(used.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})
