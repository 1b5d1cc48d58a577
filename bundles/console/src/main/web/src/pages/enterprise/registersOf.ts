import type { Register } from '@/api/registers'

const one = (path: string, schema: string, id = 'number'): Register => ({ path, schema, id })

/** Which registers each tab of an enterprise shows. */
export const TABS: Record<string, Register[]> = {
  gates: [one('entrances', 'entrance'), one('barriers', 'barrier'), one('cameras', 'camera')],
  inPlant: [one('in-plant-vehicles', 'in-plant-vehicle')],
  machines: [one('machines', 'machine', 'registrationCode')],
  papers: [one('contracts', 'contract'), one('guarantees', 'guarantee'), one('certificates', 'certificate')],
  partners: [one('fleets', 'fleet'), one('contacts', 'contact')],
  grades: [
    one('declared-grades', 'declared-grade', 'from'),
    one('emergency-list', 'emergency-list', 'from'),
    one('spur-plans', 'spur-plan'),
  ],
}

/** Schema of each register by the last part of its address. */
export const SCHEMAS: Record<string, string> = Object.fromEntries([
  ['enterprises', 'enterprise'],
  ...Object.values(TABS).flat().map(({ path, schema }) => [path, schema]),
])
