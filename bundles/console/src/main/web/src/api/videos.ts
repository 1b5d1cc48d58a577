import { request } from './http'
import type { Page } from './lists'

export interface Video {
  id: string
  camera: string
  barrier?: string | null
  from: string
  to: string
  address: string
  sha256?: string | null
}

/** Recordings that show a passage. */
export const videosOf = (passage: string) => request<Page<Video>>('/videos', { query: { passage } })
