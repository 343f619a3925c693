import { effect } from '@preact/signals'
import type { LocalMedia } from '../capture/local-media.ts'
import type { NewsOfRoom } from './news.ts'

/** Tells of devices that are plugged in from now on; not of one that was there before. Returns what stops it. */
export function tellOfDevices({ arrived }: Pick<LocalMedia, 'arrived'>, news: NewsOfRoom): () => void {
  const before = arrived.peek()
  return effect(() => {
    const device = arrived.value
    if (device && device !== before) news.add({ what: 'device-arrived', device })
  })
}
