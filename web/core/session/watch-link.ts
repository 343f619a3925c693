import { effect, type ReadonlySignal } from '@preact/signals'
import type { RoomState } from '../room-state/room-state.ts'
import type { LinkWatch, LinkWatchHost } from './link-watch.ts'

/** Watches our own link from when media first flows, until the function that it returns is called; fetched then, and not before. */
export function watchLink(state: ReadonlySignal<RoomState>, host: LinkWatchHost): () => void {
  let watch: LinkWatch | null = null
  let stopped = false
  let begun = false
  const begin = async (): Promise<void> => {
    const { LinkWatch } = await import('./link-watch.ts')
    if (!stopped) watch = new LinkWatch(host)
  }
  const stopWaiting = effect(() => {
    if (!state.value.flowed || begun) return
    begun = true
    begin().catch(reportError)
  })
  return () => {
    stopped = true
    stopWaiting()
    watch?.close()
  }
}
