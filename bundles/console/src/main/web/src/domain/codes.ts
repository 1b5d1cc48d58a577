/** Key of the name of a code; `list` is a branch of the message file `codes`. */
export function codeKey(list: string, code: string): string {
  if (list === 'flag') return `codes.flag.${code}`
  if (list === 'usage') return `codes.usage.${code}`
  return `codes.${list}.${code}`
}
