import { request } from './http'

/** A question that somebody keeps; the parameters are those of the page's operation. */
export interface SavedQuery {
  id: string
  name: string
  page: 'passages' | 'statistics'
  parameters: Record<string, string>
  shared?: boolean | null
  owner?: string
  own?: boolean
}

export async function savedQueries(page: SavedQuery['page']): Promise<SavedQuery[]> {
  const answer = await request<{ items: SavedQuery[] }>('/queries')
  return answer.items.filter((one) => one.page === page)
}

export const keepQuery = (body: Pick<SavedQuery, 'name' | 'page' | 'parameters' | 'shared'>) =>
  request<SavedQuery>('/queries', { method: 'POST', body })
export const dropQuery = (id: string) => request<null>(`/queries/${encodeURIComponent(id)}`, { method: 'DELETE' })
