import { request } from './http'
import type { Page } from './lists'
import type { ServerText } from '@/domain/text'

export interface Connector {
  id: string
  title?: ServerText
  state: string
  startedAt: string | null
  port: number | null
  routes: number | string[] | null
  error: ServerText
  received: number | null
  refused: number | null
}

export const connectors = () => request<Page<Connector>>('/connectors')
