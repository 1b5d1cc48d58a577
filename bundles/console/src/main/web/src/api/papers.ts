import { requestBlob } from './http'

/** Opens a PDF of the server in a tab of its own; it is fetched with the token. */
export async function openPaper(path: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([await requestBlob(path)], { type: 'application/pdf' }))
  window.open(address, '_blank')
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
