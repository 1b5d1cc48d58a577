import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const officer = { token: 't-1', user: 'li', roles: ['enterprise'], scope: 'E1', expires: '2099-01-01T00:00:00Z' }
const described = { paths: { '/alarms': { get: { 'x-roles': ['officer'] } }, '/gates': { get: { 'x-roles': ['enterprise'] } } } }

describe('what is offered', () => {
  beforeEach(() => {
    vi.resetModules()
    const kept = new Map<string, string>([['qingmen.session', JSON.stringify(officer)]])
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: () => {}, removeItem: () => {} }
    vi.stubGlobal('sessionStorage', storage)
    vi.stubGlobal('localStorage', storage)
    vi.stubGlobal('navigator', { language: 'zh-CN' })
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(described), { headers: { 'Content-Type': 'application/json' } }))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is nothing before it is known, so that nothing is asked for that is forbidden', async () => {
    const { can, loadPermissions } = await import('@/api/permissions')
    expect(can('get', '/alarms')).toBe(false)
    expect(can('get', '/gates')).toBe(false)
    await loadPermissions()
    expect(can('get', '/alarms')).toBe(false)
    expect(can('get', '/gates')).toBe(true)
  })
})
