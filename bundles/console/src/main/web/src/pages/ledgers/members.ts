import type { LedgerName } from '@/api/ledgers'

/** What the rows of each ledger say besides what they are known by. */
export const MEMBERS: Record<LedgerName, { name: string; mass?: boolean }[]> = {
  materials: [
    { name: 'opening', mass: true }, { name: 'in', mass: true }, { name: 'consumed', mass: true },
    { name: 'closing', mass: true }, { name: 'unit' },
  ],
  'dedicated-line': [
    { name: 'time' }, { name: 'material' }, { name: 'mode' }, { name: 'direction' },
    { name: 'tonnes', mass: true }, { name: 'contract' }, { name: 'remark' },
  ],
  'weigh-ticket': [
    { name: 'time' }, { name: 'plate' }, { name: 'material' }, { name: 'gross', mass: true },
    { name: 'tare', mass: true }, { name: 'net', mass: true }, { name: 'unit' },
  ],
}
