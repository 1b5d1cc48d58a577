import { describe, expect, it } from 'vitest'
import { queryString } from '@/api/query'
import { allowed } from '@/domain/permission'
import { coveredByOthers, holdsEverything } from '@/domain/roles'
import { filterOf } from '@/pages/passages/filterOf'

describe('what an account may do', () => {
  const api = { paths: { '/users': { get: { 'x-roles': ['security-admin'] } }, '/me': { get: { 'x-roles': ['any'] } } } }

  it('is what the description of the server says', () => {
    expect(allowed(api, ['officer'], 'get', '/users')).toBe(false)
    expect(allowed(api, ['security-admin'], 'get', '/users')).toBe(true)
    expect(allowed(api, [], 'get', '/me')).toBe(true)
  })

  it('is left to the server when there is no description', () => expect(allowed(null, [], 'get', '/users')).toBe(true))
})

describe('roles', () => {
  const admin = { user: 'admin', roles: ['officer', 'auditor', 'security-admin'], scope: '000000' }

  it('that somebody else holds can be taken from the first account', () => {
    const others = [{ user: 'li', roles: ['officer'], scope: '13' }, { user: 'wu', roles: ['auditor'], scope: '13', locked: true }]
    expect(coveredByOthers('admin', [admin, ...others])).toEqual(['officer'])
  })

  it('are not all held when one is missing', () => expect(holdsEverything(admin.roles)).toBe(false))
})

describe('a query', () => {
  it('leaves out what is empty', () => expect(queryString({ a: 1, b: '', c: null, d: undefined })).toBe('?a=1'))
  it('escapes what it carries', () => expect(queryString({ plate: '冀B&1' })).toBe('?plate=%E5%86%80B%261'))
  it('takes only known filters from the address', () =>
    expect(filterOf({ plate: '冀B1', limit: '9', verdict: '' })).toEqual({ plate: '冀B1' }))
})

