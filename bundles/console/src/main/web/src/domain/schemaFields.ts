import type { Locale } from '@/i18n/locales'

/** How a member of an entry is entered. */
export type Form = 'text' | 'long' | 'number' | 'day' | 'choice' | 'texts' | 'files'

/** A member of an entry as a form shows it. */
export interface Field {
  name: string
  title: string
  hint: string
  form: Form
  required: boolean
  options: string[]
  minimum?: number
  maximum?: number
}

interface Member {
  title?: string
  description?: string
  type?: string | string[]
  enum?: (string | null)[]
  pattern?: string
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: { type?: string }
}

interface Schema {
  required?: string[]
  properties?: Record<string, Member>
}

/** Members that are codes with a table of their own although the schema leaves them open. */
const CODED: Record<string, string[]> = {
  stage: ['0', '1', '2', '3', '4', '5', '6', 'D', 'X'],
  minimumStage: ['0', '1', '2', '3', '4', '5', '6', 'D'],
  fuel: [
    'gasoline', 'diesel', 'electric', 'natural-gas', 'lpg', 'methanol', 'ethanol', 'hybrid', 'plug-in-hybrid',
    'fuel-cell', 'hydrogen', 'biofuel', 'none', 'other', 'unknown',
  ],
}

/** Titles carry both languages, Chinese first. */
export function inLanguage(both: string | undefined, locale: Locale): string {
  const [zh, en] = (both ?? '').split(' | ')
  return (locale === 'zh-CN' ? zh : (en ?? zh)) ?? ''
}

/** Fields of a schema in its order; what is nested or says the address again is left out. */
export function fieldsOf(schema: unknown, idMember: string, locale: Locale): Field[] {
  const { properties = {}, required = [] } = (schema ?? {}) as Schema
  return Object.entries(properties)
    .filter(([name, member]) => name !== 'enterprise' && formOf(name, member) !== null)
    .map(([name, member]) => ({
      name,
      title: inLanguage(member.title, locale) || name,
      hint: member.description?.includes(' | ') ? inLanguage(member.description, locale) : '',
      form: formOf(name, member)!,
      required: required.includes(name) || name === idMember,
      options: CODED[name] ?? (member.enum ?? []).filter((one): one is string => one !== null),
      ...(member.minimum === undefined ? {} : { minimum: member.minimum }),
      ...(member.maximum === undefined ? {} : { maximum: member.maximum }),
    }))
}

function formOf(name: string, member: Member): Form | null {
  const types = [member.type ?? []].flat()
  if (name === 'files') return 'files'
  if (types.includes('array')) return member.items?.type === 'string' ? 'texts' : null
  if (types.includes('object')) return null
  if (types.includes('number') || types.includes('integer')) return 'number'
  if (member.enum || CODED[name]) return 'choice'
  if (member.pattern?.startsWith('^[0-9]{4}-') && !member.pattern.includes('T(')) return 'day'
  return (member.maxLength ?? 0) > 200 ? 'long' : 'text'
}

/** The entry without what is empty, as the server takes it. */
export function cleaned(form: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(form).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept)
}
