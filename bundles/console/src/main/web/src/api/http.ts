import { currentLocale } from '@/i18n'
import { Problem, asProblem, type ProblemBody } from './problem'
import { queryString, type Query } from './query'
import { forget, session } from './session'

export const BASE = '/api/v1'

export interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON, except a Blob, which is sent as it is. */
  body?: unknown
  query?: Query
  /** Version that was read: the server refuses when somebody else has written since. 0 makes a new entry only. */
  read?: number
  signal?: AbortSignal
}

/** Sends one request to the API and returns its JSON; throws a {@link Problem} for anything else. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await answered(path, options)
  return (response.status === 204 ? null : await response.json()) as T
}

/** Fetches something that is no JSON, such as a picture. */
export async function requestBlob(path: string, options: Options = {}): Promise<Blob> {
  return (await answered(path, options)).blob()
}

async function answered(path: string, options: Options): Promise<Response> {
  const response = await send(path, options)
  if (response.ok) return response
  if (response.status === 401 && session.current) {
    forget()
  }
  throw new Problem(response.status, await problemBody(response))
}

async function send(path: string, options: Options): Promise<Response> {
  try {
    return await fetch(BASE + path + queryString(options.query), {
      method: options.method ?? 'GET',
      headers: headers(options.body, options.read),
      body: encoded(options.body),
      signal: options.signal ?? null,
      cache: 'no-store',
    })
  } catch (cause) {
    throw asProblem(cause)
  }
}

function headers(body: unknown, read?: number): Record<string, string> {
  const result: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': currentLocale(),
  }
  if (read === 0) result['If-None-Match'] = '*'
  else if (read !== undefined) result['If-Match'] = `"${read}"`
  if (session.current) result.Authorization = `Bearer ${session.current.token}`
  if (body instanceof Blob) result['Content-Type'] = 'application/octet-stream'
  else if (body !== undefined) result['Content-Type'] = 'application/json'
  return result
}

function encoded(body: unknown): BodyInit | null {
  if (body === undefined) return null
  return body instanceof Blob ? body : JSON.stringify(body)
}

async function problemBody(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody
  } catch {
    return { title: response.statusText }
  }
}
