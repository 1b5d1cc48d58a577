import type { PackAction, RulePack } from '@/api/rulePacks'
import type { Problem } from '@/api/problem'
import type { Locale } from '@/i18n/locales'
import { text } from './text'

/** What can be done with a version in each state; the server has the last word. */
const ACTIONS: Record<string, PackAction[]> = {
  draft: ['check'],
  tested: ['activate'],
  signed: ['activate'],
  shadow: ['activate'],
  active: ['rollback', 'retire'],
  superseded: ['retire'],
  retired: ['activate', 'archive'],
}

export function actionsOf(pack: RulePack, all: readonly RulePack[]): PackAction[] {
  const state = pack.state.toLowerCase()
  if (pack.errors?.length && state !== 'draft') return []
  const built = state === 'active' && pack.olderBase ? (['activate'] as PackAction[]) : []
  const actions = [...built, ...(ACTIONS[state] ?? [])]
  return actions.filter((action) => action !== 'rollback' || all.some((other) => servesInstead(other, pack)))
}

/** Whether something would serve again after a roll back. */
function servesInstead(other: RulePack, pack: RulePack): boolean {
  const once = ['active', 'superseded'].includes(other.state.toLowerCase())
  return once && other.id === pack.id && other.version !== pack.version
}

/** Days until the last day of a pack in service, when they are few; null when there is nothing to say. */
export function daysLeft(pack: RulePack, today: Date, few = 30): number | null {
  if (!pack.validTo || pack.state.toLowerCase() !== 'active') return null
  const days = Math.floor((Date.parse(pack.validTo) - today.getTime()) / 86_400_000) + 1
  return days >= 0 && days <= few ? days : null
}

/** Packs by id; within one id the version in force first, then the newest. */
export function sorted(packs: RulePack[]): RulePack[] {
  const active = (pack: RulePack) => (pack.state.toLowerCase() === 'active' ? 0 : 1)
  return [...packs].sort(
    (a, b) => a.id.localeCompare(b.id) || active(a) - active(b) || compareVersions(b.version, a.version),
  )
}

/** Compares dotted numbers: 1.10.0 is newer than 1.9.0. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** "rules/ban.drl:12", as far as it is known. */
export function place(error: { file?: string | null; line?: number | null }): string {
  if (!error.file) return '–'
  return error.line ? `${error.file}:${error.line}` : error.file
}

/** Packs of which the id, title or policy contains a text. */
export function matching(packs: RulePack[], wanted: string, locale: Locale): RulePack[] {
  const needle = wanted.trim().toLowerCase()
  return packs.filter((pack) =>
    [pack.id, text(pack.title, locale), pack.policy ?? ''].some((where) => where.toLowerCase().includes(needle)),
  )
}

/** The pack inside a 422, when the server read the pack and found it wrong; null for other problems. */
export function refusedPack(problem: Problem): RulePack | null {
  const body = problem.body as Partial<RulePack>
  return problem.status === 422 && Array.isArray(body.errors) && body.errors.length > 0 ? (body as RulePack) : null
}

/** The version after a version: 1.0.9 becomes 1.0.10; empty when it does not end with a number. */
export function nextVersion(version: string): string {
  const parts = /^(.*?)(\d+)$/.exec(version)
  return parts ? `${parts[1]}${Number(parts[2]) + 1}` : ''
}
