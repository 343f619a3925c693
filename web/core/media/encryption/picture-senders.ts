/** How often key frames are made for newcomers, in milliseconds: they cost whoever sends them, and all who receive them. */
export const KEY_FRAME_INTERVAL_MS = 1_000

declare global {
  /** W3C webrtc-extensions §9: what TypeScript does not know of yet. Browsers that do not know it ignore it. */
  interface RTCSetParameterOptions {
    encodingOptions?: { keyFrame: boolean }[]
  }
}

/** The part of an RTCRtpSender that it takes. */
export type PictureSender = Pick<RTCRtpSender, 'track' | 'getParameters' | 'setParameters'>

/** What sends our pictures: they can be begun anew, for whoever can open none from before. */
export class PictureSenders {
  readonly #senders = new Set<PictureSender>()
  #begunAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  add(sender: PictureSender): void {
    this.#senders.add(sender)
  }

  /** The next picture of each is a key frame: soon, where they were begun anew less than a second ago. */
  beginAnew(): void {
    clearTimeout(this.#timer)
    const waitMs = this.#begunAt + KEY_FRAME_INTERVAL_MS - performance.now()
    if (waitMs > 0) this.#timer = setTimeout(() => this.beginAnew(), waitMs)
    else this.#generate()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#senders.clear()
  }

  #generate(): void {
    this.#begunAt = performance.now()
    for (const sender of this.#senders) {
      // It sends nothing any more, and never will.
      if (sender.track === null) this.#senders.delete(sender)
      else generateKeyFrames(sender).catch((cause) => console.warn('call: no key frame', cause))
    }
  }
}

/** Has the next picture of each layer be a key frame. */
async function generateKeyFrames(sender: PictureSender): Promise<void> {
  const parameters = sender.getParameters()
  const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }))
  await sender.setParameters(parameters, { encodingOptions })
}
