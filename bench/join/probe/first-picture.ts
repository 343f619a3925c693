import type { Connections } from './connections.ts'
import type { Timeline } from './timeline.ts'

/**
 * Resolves when the first frame that came from somebody else has been handed to the compositor in any <video> of the
 * page (WICG video-rvfc: `presentationTime`), however the page made that element.
 */
export function firstPicture(timeline: Timeline, connections: Connections): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const property = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')
  if (!property?.set) throw new Error('srcObject is no accessor in this browser')
  const set = property.set
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...property,
    set(this: HTMLMediaElement, source: MediaProvider | null) {
      set.call(this, source)
      if (!(this instanceof HTMLVideoElement && source instanceof MediaStream)) return
      if (!source.getVideoTracks().some((track) => connections.isRemote(track))) return
      timeline.mark('pictureShown')
      this.requestVideoFrameCallback((_now, { presentationTime }) => {
        timeline.mark('firstFrame', presentationTime)
        resolve()
      })
    },
  })
  return promise
}
