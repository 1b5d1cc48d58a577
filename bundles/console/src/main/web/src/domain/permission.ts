/** The parts of the served OpenAPI document that the pages use: who may do what, and how entries look. */
export interface OpenApi {
  components?: { schemas?: Record<string, unknown> }
  paths?: Record<string, Record<string, { 'x-roles'?: string[] }>>
}

/** Whether one of the roles may call an operation; without a description the server alone decides. */
export function allowed(api: OpenApi | null, roles: readonly string[], method: string, path: string): boolean {
  const wanted = api?.paths?.[path]?.[method]?.['x-roles']
  return wanted === undefined || wanted.some((role) => role === 'any' || role === 'public' || roles.includes(role))
}
