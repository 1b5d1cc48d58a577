import type { PackTexts } from '@/api/playground'
import { session } from '@/api/session'

/** Whoever signs in next in this tab does not find it. */
const key = () => `qingmen.playground.${session.current?.user ?? ''}`

/** What was on the bench in this tab; null when there was nothing. */
export function read(): PackTexts | null {
  const kept = sessionStorage.getItem(key())
  return kept ? (JSON.parse(kept) as PackTexts) : null
}

/** Keeps what is on the bench for as long as the tab is open. */
export function write(files: PackTexts): void {
  try {
    sessionStorage.setItem(key(), JSON.stringify(files))
  } catch {
    // Too large for the browser: it is still on the page, and can be downloaded.
    sessionStorage.removeItem(key())
  }
}
