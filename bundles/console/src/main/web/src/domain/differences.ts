import { flat } from './facts'

/** A member that one version changed. */
export interface Difference {
  path: string
  before: string
  after: string
}

type Body = Record<string, unknown> | null

/** What differs between two versions of an entry, member by member; one side is null for none. */
export function differences(before: Body, after: Body): Difference[] {
  const old = lines(before)
  const now = lines(after)
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? '–', after: now.get(path) ?? '–' }))
}

function lines(body: Body): Map<string, string> {
  const members = body === null || Object.keys(body).length === 0 ? [] : flat(body)
  return new Map(members.filter(({ value }) => value !== '–').map(({ path, value }) => [path, value]))
}
