import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { atWall, dateTime, day, minute, onWall } from '@/domain/format'
import { lastDays, today } from '@/domain/period'

const here = process.env.TZ
const SRC = join(import.meta.dirname, '..', 'src')

/** Every file of the console with what only it may do with times. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.startsWith(join('domain', '')))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }))

afterEach(() => {
  if (here === undefined) delete process.env.TZ
  else process.env.TZ = here
})

describe.each(['UTC', 'America/New_York', 'Asia/Shanghai'])('in a browser in %s', (zone) => {
  it('an episode begins when it begins at the gates', () => {
    process.env.TZ = zone
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    expect(minute('2026-11-05T12:00:00+08:00')).toBe('2026-11-05 12:00')
    expect(dateTime('2026-11-05T04:00:00Z')).toBe('2026-11-05 12:00:00')
  })

  it('a policy from midnight has that day, not the one before', () => {
    process.env.TZ = zone
    expect(day('2026-11-24T00:00:00+08:00')).toBe('2026-11-24')
  })

  it('what is entered is what the clock at the gates shows', () => {
    process.env.TZ = zone
    expect(atWall('2026-11-24T00:00:00')).toBe('2026-11-24T00:00:00+08:00')
    expect(onWall(atWall('2026-03-08T02:30:00'))).toBe('2026-03-08T02:30:00')
    expect(onWall('2026-11-23T16:00:00Z')).toBe('2026-11-24T00:00:00')
  })

  it('today begins at midnight of the gates', () => {
    process.env.TZ = zone
    expect(today(new Date('2026-10-01T18:00:00Z'))).toBe('2026-10-02')
    expect(lastDays(2, new Date('2026-10-01T18:00:00Z'))).toEqual({ from: '2026-10-01', to: '2026-10-02' })
  })
})

describe('no time', () => {
  it('is nothing', () => expect([minute(null), day(undefined), atWall(''), onWall('')]).toEqual(['', '', '', '']))
})

describe('outside of the one place that knows the zone', () => {
  it('nobody turns a time into text', () => {
    const guilty = sources.filter(({ text }) => /toLocale(Date|Time)|toLocaleString\('sv|DateTimeFormat|\.get(Hours|Date|Month)\(/.test(text))
    expect(guilty.map(({ name }) => name)).toEqual([])
  })

  it('nobody lets the zone of the browser decide what was entered', () => {
    const guilty = sources.filter(({ name, text }) => /type="datetime|ssZ"/.test(text) && !name.endsWith('TimeField.vue'))
    expect(guilty.map(({ name }) => name)).toEqual([])
  })
})
