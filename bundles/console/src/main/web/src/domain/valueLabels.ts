/** Where the name of a member's code stands in the message files. */
const FAMILIES: Partial<Record<string, (code: string) => string>> = {
  stage: (code) => `codes.stage.${code}`,
  minimumStage: (code) => `codes.stage.${code}`,
  fuel: (code) => `codes.fuel.${code}`,
  colour: (code) => `codes.colour.${code}`,
  direction: (code) => `registers.direction.${code}`,
  purpose: (code) => `registers.purpose.${code}`,
  position: (code) => `registers.position.${code}`,
  duty: (code) => `registers.duty.${code}`,
  kind: (code) => `registers.kind.${code}`,
  partyKind: (code) => `registers.partyKind.${code}`,
  result: (code) => `registers.result.${code}`,
  mode: (code) => `registers.mode.${code}`,
}

/** Key of the name of a code; null for a member that is no code. */
export function labelKey(member: string, code: unknown): string | null {
  const family = FAMILIES[member]
  return family !== undefined && typeof code === 'string' && code ? family(code) : null
}
