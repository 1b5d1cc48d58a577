import { request } from './http'
import type { Page } from './lists'
import { forget, keep } from './session'

export interface TokenAnswer {
  token: string
  expires: string
  roles: string[]
  scope: string
}

export interface Me {
  user: string
  roles: string[]
  scope: string
  mustChangePassword?: boolean
}

export interface User {
  user: string
  roles: string[]
  scope: string
  locked?: boolean
  lastSignIn?: string | null
}

export async function signIn(user: string, password: string): Promise<void> {
  const answer = await request<TokenAnswer>('/tokens', { method: 'POST', body: { user, password } })
  keep({ user, token: answer.token, expires: answer.expires, roles: answer.roles, scope: answer.scope })
}

/** Ends the token on the server as well; a server that is away does not keep anybody signed in. */
export async function signOut(): Promise<void> {
  const ended = request<null>('/tokens/current', { method: 'DELETE' }).catch(() => null)
  forget()
  await ended
}

export const me = () => request<Me>('/me')
export const users = (cursor?: string) => request<Page<User>>('/users', { query: { limit: 200, cursor } })
export const createUser = (user: { user: string; password: string; roles: string[]; scope: string }) =>
  request<User>('/users', { method: 'POST', body: user })
export const changeUser = (user: string, change: { roles: string[]; scope: string }) =>
  request<User>(`/users/${encodeURIComponent(user)}`, { method: 'PUT', body: change })
export const setLocked = (user: string, locked: boolean) =>
  request<unknown>(`/users/${encodeURIComponent(user)}/${locked ? 'lock' : 'unlock'}`, { method: 'POST' })
export const changeOwnPassword = (user: string, current: string, password: string) =>
  request<null>(`/users/${encodeURIComponent(user)}/password`, { method: 'POST', body: { current, password } })
