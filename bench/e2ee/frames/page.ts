// A bare page that encrypts and decrypts frames by the media worker's own code.
import { deriveSFrameKey } from '../../../web/core/encryption/sframe/suite.ts'
import {
  decryptFrame,
  encryptFrame,
  readSealedFrame,
} from '../../../web/core/media/encryption/media-frame.ts'

/** How long it takes on average, in microseconds. */
export interface FrameTimes {
  readonly encryptUs: number
  readonly decryptUs: number
}

declare global {
  interface Window {
    /** Encrypts, and decrypts, so many pictures of that size, one after the other, as a stream's are. */
    measureFrames(bytes: number, count: number): Promise<FrameTimes>
  }
}

window.measureFrames = async (bytes, count) => {
  const key = await deriveSFrameKey(crypto.getRandomValues(new Uint8Array(32)), 0)
  // No key frame, as most are not.
  const frame = new Uint8Array(bytes).fill(1)
  const sealed: ArrayBuffer[] = []
  const begun = performance.now()
  for (let counter = 0; counter < count; counter += 1) {
    const encrypted = await encryptFrame(key, counter, 'video', frame.buffer)
    if (encrypted) sealed.push(encrypted)
  }
  const between = performance.now()
  for (const data of sealed) {
    const read = readSealedFrame('video', data)
    if (!read || !(await decryptFrame(key, read))) throw new Error('a frame did not come back')
  }
  const [encryptMs, decryptMs] = [between - begun, performance.now() - between]
  return { encryptUs: (encryptMs * 1_000) / count, decryptUs: (decryptMs * 1_000) / count }
}
