import type { LedgerEntry } from '@/domain/ledgerRow'
import { request } from './http'
import type { Page } from './lists'

export type Light = 'green' | 'yellow' | 'red' | 'grey'

/** What the rules say of a row stands beside it. */
export interface CheckedRow {
  light: Light
  findings: { code: string; severity: string; message: string }[]
}

export interface CheckedRows<T> {
  items: (T & CheckedRow)[]
  verified: boolean
  packs: { id: string; version: string }[]
}

/** One material on one day, tonnes. */
export interface StockDay {
  day: string
  material: string
  opening: number | null
  in: number | null
  consumed: number | null
  closing: number | null
  expected: number | null
  difference: number | null
  previousClosing: number | null
  line: number
  gate: number
  tickets: number
  inDifference: number | null
}

export interface Visit {
  plate: string | null
  colour: string
  stage: string
  state: string
  entryTime: string | null
  entryBarrier: string | null
  entryReceipt: string | null
  exitTime: string | null
  exitBarrier: string | null
  exitReceipt: string | null
  minutes: number | null
}

export interface ReportedDay {
  day: string
  reported: number | null
  tickets: number
  trips: number
}

export interface ContractUse {
  material: string
  received: number
  uncovered: string | null
  parties: string
  quantity: number | null
}

export interface TicketMatch {
  serial: string
  time: string
  plate: string | null
  material: string | null
  net: number | null
  pairedWith: string | null
  receipt: string | null
  passageTonnes: number | null
}

export interface Asked {
  enterprise: string
  from: string
  to: string
}

const rows = <T>(path: string, asked: Asked) => request<CheckedRows<T>>(`/ledger/${path}`, { query: { ...asked } })

export const balance = (asked: Asked) => rows<StockDay>('balance', asked)
export const visits = (asked: Asked) => rows<Visit>('visits', asked)
export const reportedVehicles = (asked: Asked) => rows<ReportedDay>('reported-vehicles', asked)
export const contractUses = (asked: Asked) => rows<ContractUse>('contracts', asked)
export const ticketMatches = (asked: Asked) => rows<TicketMatch>('ticket-matches', asked)
export const inside = (enterprise: string) =>
  request<CheckedRows<Visit>>('/ledger/inside', { query: { enterprise } })

/** Ledgers as the server calls them, with the address of their rows. */
export const LEDGERS = { 'dedicated-line': 'dedicated-line', 'weigh-ticket': 'weigh-tickets', materials: 'materials' } as const
export type LedgerName = keyof typeof LEDGERS

export interface LedgerCorrection {
  ledger: LedgerName
  enterprise: string
  serial: string
  patch: LedgerEntry
  reason: string
}

/** Each row is refused by itself. */
export interface Taken {
  results: { status: 'accepted' | 'rejected'; errors: { code: string; message: string }[] }[]
}

/** Rows that stand, newest first. */
export const entries = (ledger: LedgerName, asked: Asked, cursor?: string | null) =>
  request<Page<LedgerEntry>>(`/ledger/${LEDGERS[ledger]}`, { query: { ...asked, limit: 200, cursor } })
/** A row and its corrections, oldest first. */
export const versions = (ledger: LedgerName, enterprise: string, serial: string) =>
  request<{ items: LedgerEntry[] }>('/ledger/corrections', { query: { ledger, enterprise, serial } })
export const correct = (correction: LedgerCorrection) =>
  request<Taken>('/ledger/corrections', { method: 'POST', body: correction })
