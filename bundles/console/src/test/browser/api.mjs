// What a test needs from the server beside the browser; public HTTP API only.
import { account, server } from './browser.mjs'

export async function token() {
  const response = await fetch(`${server}/api/v1/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  })
  if (!response.ok) throw new Error(`signing in as ${account.user} failed: ${response.status} ${await response.text()}`)
  return (await response.json()).token
}

export async function get(path, bearer) {
  const response = await fetch(`${server}/api/v1${path}`, {
    headers: { Authorization: `Bearer ${bearer}`, 'Accept-Language': 'en' },
  })
  if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

export const put = (path, body, bearer) => sent('PUT', path, body, bearer)
export const post = (path, body, bearer) => sent('POST', path, body, bearer)

async function sent(method, path, body, bearer) {
  const response = await fetch(`${server}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', 'Accept-Language': 'en' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
