import { describe, expect, it } from 'vitest'
import { emptyPolicy, policyOf, words } from '@/domain/control'

describe('the form of a policy', () => {
  it('leaves out what was left empty', () =>
    expect(policyOf({ ...emptyPolicy(), title: 'T', divisions: '130200', from: '2026-11-01T00:00:00+08:00', stop: true })).toEqual({
      title: 'T',
      target: { divisions: ['130200'] },
      from: '2026-11-01T00:00:00+08:00',
      control: { stopRoadTransport: true, vehicleClasses: ['heavy'] },
    }))

  it('takes a cap in percent and lists in any script', () => {
    const policy = policyOf({ ...emptyPolicy(), capPercent: 10, industries: 'I01、I15', exemptPlates: '冀B1，冀B2', classes: ['all', 'heavy'] })
    expect(policy.control.cap).toEqual({ share: 0.1 })
    expect(policy.target.industries).toEqual(['I01', 'I15'])
    expect(policy.control.exemptPlates).toEqual(['冀B1', '冀B2'])
    expect(policy.control.vehicleClasses).toBe('all')
  })

  it('knows words in any script', () => expect(words(' a, b；c\n')).toEqual(['a', 'b', 'c']))
})
