import { can } from '@/api/permissions'

/** Pages of the main menu with the operation that somebody must be allowed to call to see them. */
const NEEDS = {
  overview: '/statistics',
  passages: '/passages',
  enterprises: '/enterprises',
  packs: '/rule-packs',
  connectors: '/connectors',
  users: '/users',
} as const

export type MenuPage = keyof typeof NEEDS

/** What the account may see, in the order of the menu. */
export function permittedPages(): MenuPage[] {
  return (Object.keys(NEEDS) as MenuPage[]).filter((page) => can('get', NEEDS[page]))
}
