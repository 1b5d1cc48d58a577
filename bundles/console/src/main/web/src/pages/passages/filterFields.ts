import type { PassageFilter } from '@/api/passages'
import { STAGES } from '@/domain/stages'

type Key = keyof PassageFilter

/** A field that is chosen from codes; `codes` is the branch of the message file `codes`. */
export interface Choice {
  key: Key
  label: string
  codes: string
  options: readonly string[]
}

/** A field that is typed. */
export interface Typed {
  key: Key
  label: string
  width: number
}

const FLAG = ['true', 'false']

export const CHOICES: Choice[] = [
  { key: 'stage', label: 'passages.stage', codes: 'stage', options: STAGES },
  { key: 'direction', label: 'passages.direction', codes: 'direction', options: ['in', 'out'] },
  { key: 'verdict', label: 'passages.verdict', codes: 'verdict', options: ['allow', 'warn', 'deny'] },
]

export const TEXTS: Typed[] = [
  { key: 'plate', label: 'passages.plate', width: 120 },
  { key: 'enterprise', label: 'passages.enterprise', width: 210 },
  { key: 'vin', label: 'passages.vin', width: 180 },
  { key: 'finding', label: 'passages.finding', width: 150 },
]

export const MORE_CHOICES: Choice[] = [
  {
    key: 'fuel', label: 'passages.fuel', codes: 'fuel',
    options: [
      'gasoline', 'diesel', 'electric', 'natural-gas', 'lpg', 'methanol', 'ethanol', 'hybrid', 'plug-in-hybrid', 'fuel-cell',
      'hydrogen', 'biofuel', 'none', 'other', 'unknown',
    ],
  },
  {
    key: 'usage', label: 'passages.usage', codes: 'usage',
    options: ['freight', 'maintenance', 'special', 'dangerous-goods', 'passenger', 'other'],
  },
  {
    key: 'colour', label: 'passages.colour', codes: 'colour',
    options: ['blue', 'yellow', 'white', 'black', 'green', 'yellow-green', 'other', 'unknown'],
  },
  { key: 'newEnergy', label: 'passages.onlyNewEnergy', codes: 'flag', options: FLAG },
  { key: 'trip', label: 'passages.trip', codes: 'flag', options: FLAG },
  { key: 'offline', label: 'passages.offline', codes: 'flag', options: FLAG },
  { key: 'future', label: 'passages.future', codes: 'flag', options: ['true'] },
]

export const MORE_TEXTS: Typed[] = [
  { key: 'division', label: 'passages.division', width: 100 },
  { key: 'industry', label: 'passages.industry', width: 90 },
  { key: 'barrier', label: 'passages.barrier', width: 90 },
  { key: 'entrance', label: 'passages.entrance', width: 90 },
  { key: 'vehicleType', label: 'passages.vehicleType', width: 90 },
  { key: 'cargo', label: 'passages.cargoText', width: 130 },
  { key: 'tonnesFrom', label: 'passages.tonnesFrom', width: 100 },
  { key: 'tonnesTo', label: 'passages.tonnesTo', width: 100 },
  { key: 'receivedFrom', label: 'passages.receivedFrom', width: 130 },
  { key: 'receivedTo', label: 'passages.receivedTo', width: 130 },
]
