import { requestBlob } from './http'

/** Fetches a file with the account's token and hands it to the browser under a name. */
export async function download(path: string, name: string): Promise<void> {
  save(await requestBlob(path), name)
}

/** Hands something that was fetched to the browser under a name. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
