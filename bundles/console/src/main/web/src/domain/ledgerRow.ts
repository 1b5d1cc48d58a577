/** A row as it was reported, with what the server adds. */
export type LedgerEntry = Record<string, unknown>

/** What the server adds, and what a row is known by; none of it can be corrected. */
const FIXED = ['ledger', 'corrects', 'received', 'sequence', 'hash', 'enterprise', 'serial', 'receipt', 'matches']
const FIXED_OF_MATERIALS = ['date', 'material']

/** What a correction names a row by; a daily material without a serial has its day and material. */
export function serialOf(row: LedgerEntry): string {
  const corrects = row.corrects as { serial?: string } | undefined
  return corrects?.serial ?? (typeof row.serial === 'string' ? row.serial : `${String(row.date)}/${String(row.material)}`)
}

/** Members that can be corrected in a form: texts and numbers, also those that the row leaves out. */
export function correctable(ledger: string, row: LedgerEntry, known: readonly string[]): string[] {
  const fixed = ledger === 'materials' ? [...FIXED, ...FIXED_OF_MATERIALS] : FIXED
  const names = [...new Set([...known, ...Object.keys(row)])]
  return names.filter((name) => !fixed.includes(name) && ['string', 'number', 'undefined'].includes(typeof (row[name] ?? undefined)))
}

/** Only what was changed; a member that was emptied is taken out of the row. */
export function changes(row: LedgerEntry, form: Record<string, string>, numbers: readonly string[]): LedgerEntry {
  const patch: LedgerEntry = {}
  for (const [name, written] of Object.entries(form)) {
    const before = row[name] === undefined || row[name] === null ? '' : String(row[name])
    const now = written.trim()
    if (now === before) continue
    const numeric = (numbers.includes(name) || typeof row[name] === 'number') && now !== '' && Number.isFinite(Number(now))
    patch[name] = now === '' ? null : numeric ? Number(now) : now
  }
  return patch
}
