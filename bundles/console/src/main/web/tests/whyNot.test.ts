import { describe, expect, it } from 'vitest'
import { gradeColumns, isAlternative } from '@/domain/grades'
import { whyNot } from '@/domain/whyNot'
import { graded, indicator, requirement } from './grades'

const road = indicator('road.v-or-nev.share', [requirement('A', { threshold: 1 }), requirement('B', { met: true })])

describe('the grade columns', () => {
  it('follow the order of the pack', () =>
    expect(gradeColumns(graded('B', [road], { grades: ['A', 'B', 'C', 'D'] }))).toEqual(['A', 'B']))

  it('merge what the indicators list when the pack does not say', () => {
    const other = indicator('clean.share', [requirement('A'), requirement('B-'), requirement('C')])
    const steel = indicator('x', [requirement('A'), requirement('B'), requirement('B-')])
    expect(gradeColumns(graded('C', [other, steel]))).toEqual(['A', 'B', 'B-', 'C'])
  })
})

describe('why not', () => {
  it('names what a better grade needs and the enterprise has not', () => {
    const [why] = whyNot(graded('B', [road]))
    expect(why?.grade).toBe('A')
    expect(why?.obstacles.map((one) => one.indicator.code)).toEqual(['road.v-or-nev.share'])
  })

  it('carries the figure of the server', () => {
    const gap = { grade: 'A', indicator: 'road.v-or-nev.share', missing: 60, unit: 'trips' }
    expect(whyNot(graded('B', [road], { gaps: [gap] }))[0]?.obstacles[0]?.gap).toEqual(gap)
  })

  it('is silent at the best grade', () => expect(whyNot(graded('A', [road]))).toEqual([]))

  it('asks for nothing that an alternative meets', () => {
    const clean = indicator('clean.share', [requirement('A', { alternativeGroup: 'g', met: true })])
    const vi = indicator('road.vi-or-nev.share', [requirement('A', { alternativeGroup: 'g' })])
    expect(whyNot(graded('B', [clean, vi]))).toEqual([])
    expect(isAlternative([clean, vi], vi.requirements[0]!)).toBe(true)
  })

  it('covers every grade when none was awarded, the nearest first', () => {
    const none = indicator('road.v-or-nev.share', [requirement('A'), requirement('B')])
    expect(whyNot(graded(null, [none])).map((one) => one.grade)).toEqual(['B', 'A'])
  })
})
