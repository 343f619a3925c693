import { effect } from '@preact/signals'
import type { LocalMedia } from '../capture/local-media.ts'
import type { NewsOfRoom } from './news.ts'

/**
 * Tells of devices that are plugged in from now on, not of one that was there before, and of a loudspeaker that is gone.
 * Returns what stops it.
 */
export function tellOfDevices(
  { arrived, lostSpeaker }: Pick<LocalMedia, 'arrived' | 'lostSpeaker'>,
  news: NewsOfRoom,
): () => void {
  const before = arrived.peek()
  const stopTelling = effect(() => {
    const device = arrived.value
    if (device && device !== before) news.add({ what: 'device-arrived', device })
  })
  const stopMissing = effect(() => {
    const label = lostSpeaker.value
    if (label !== null) news.add({ what: 'speaker-lost', label })
  })
  return () => {
    stopTelling()
    stopMissing()
  }
}
