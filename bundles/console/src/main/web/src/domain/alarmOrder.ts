interface Placed {
  id: string
  last: string
  changedAt: string
}

/** When an alarm last happened; a clock years ahead counts as of when it was written down. */
function latest(alarm: Placed): number {
  return Math.min(Date.parse(alarm.last), Date.parse(alarm.changedAt))
}

/** The order of the list, the same as the server's: what happened last comes first. */
export function newestFirst(one: Placed, other: Placed): number {
  return latest(other) - latest(one) || (other.id < one.id ? -1 : 1)
}
