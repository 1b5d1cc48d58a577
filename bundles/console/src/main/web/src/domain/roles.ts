import type { User } from '@/api/accounts'

/** All roles there are, in the order in which they are offered. */
export const ROLES = [
  'system-admin', 'security-admin', 'auditor', 'provincial-it', 'rule-author',
  'rule-approver', 'integrator', 'officer', 'enterprise', 'device',
] as const

/** Roles of people at a bureau; enterprises and devices get accounts of their own anyway. */
const STAFF = ROLES.filter((role) => role !== 'device' && role !== 'enterprise')

/** Whether an account still holds everything, as the first one does. */
export function holdsEverything(roles: readonly string[]): boolean {
  return STAFF.every((role) => roles.includes(role))
}

/** Roles of one account that somebody else, who is not locked, can exercise as well. */
export function coveredByOthers(user: string, all: readonly User[]): string[] {
  const mine = all.find((one) => one.user === user)?.roles ?? []
  const others = all.filter((one) => one.user !== user && !one.locked).flatMap((one) => one.roles)
  return mine.filter((role) => others.includes(role))
}

/** Whether a scope has no bounds. */
export function isNation(scope: string | undefined): boolean {
  return !scope || scope === '000000'
}

/** Whether a scope is one enterprise and not a division. */
export function isEnterprise(scope: string | undefined): boolean {
  return !!scope && !/^[0-9]{0,6}$/.test(scope)
}
