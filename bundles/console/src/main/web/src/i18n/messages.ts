import type { Locale } from './locales'

type Tree = { [key: string]: string | Tree }
type Files = Record<string, Tree>

const zh = import.meta.glob<Tree>('../messages/zh-CN/*.json', { eager: true, import: 'default' })
const en = import.meta.glob<Tree>('../messages/en/*.json', { eager: true, import: 'default' })

/** Every message file becomes one branch, named like the file. */
export const messages: Record<Locale, Files> = { 'zh-CN': byName(zh), en: byName(en) }

function byName(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path.replace(/^.*\/(.*)\.json$/, '$1'), content]),
  )
}

/** All keys of a tree in dotted form, sorted. */
export function keysOf(tree: Tree | Files, prefix = ''): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)))
    .sort()
}
