import { onScopeDispose, ref } from 'vue'
import { followAlarms, type Alarm, type StreamPlace } from '@/api/alarms'
import { can } from '@/api/permissions'

const PAUSE = 3000

/** Follows the alarms as long as the component lives; a broken stream is taken up where it broke. */
export function useAlarmStream(told: (changed: Alarm) => void) {
  const live = ref(false)
  const end = new AbortController()
  const place: StreamPlace = { last: null }

  async function follow(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        live.value = true
        await followAlarms(place, end.signal, told)
      } catch {
        // Shown as not live; the next attempt continues after the last event.
      }
      live.value = false
      if (!end.signal.aborted) await new Promise((done) => setTimeout(done, PAUSE))
    }
  }

  if (can('get', '/alarms/stream')) void follow()
  onScopeDispose(() => end.abort())
  return { live }
}
