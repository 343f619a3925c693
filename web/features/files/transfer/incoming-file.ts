import { readBase64url } from '../../../../protocol/base64url.ts'
import { PART_BYTES, PARTS_IN_WINDOW } from '../file-limits.ts'
import type { FileDescription } from '../file-payload.ts'
import { boundsOf, digestOf } from './file-parts.ts'

/** Some parts of a file in a row. */
interface Window {
  readonly from: number
  readonly count: number
}

/** What a part brought: more of its window is to come, the next window is, the file is there, or it is not what was promised. */
type Progress = 'more' | 'next-window' | 'whole' | 'broken'

/** One file on its way to us: puts parts in their places, and believes neither their sizes nor their sum. */
export class IncomingFile {
  readonly #file: FileDescription
  readonly #bytes: Uint8Array<ArrayBuffer>
  readonly #there: boolean[]
  #windowFrom = 0
  #received = 0

  constructor(file: FileDescription) {
    this.#file = file
    this.#bytes = new Uint8Array(file.size)
    this.#there = Array.from({ length: Math.ceil(file.size / PART_BYTES) }, () => false)
  }

  /** How many bytes are there. */
  get received(): number {
    return this.#received
  }

  /** What to ask for: what is missing of the window, from its first missing part on. */
  get missing(): Window {
    const end = this.#windowEnd
    const from = this.#there.indexOf(false, this.#windowFrom)
    return { from, count: end - from }
  }

  get #windowEnd(): number {
    return Math.min(this.#windowFrom + PARTS_IN_WINDOW, this.#there.length)
  }

  /** A part has come; one that is there already changes nothing. */
  take(part: number, data: string): Progress {
    if (part < this.#windowFrom || part >= this.#windowEnd) return this.#there[part] ? 'more' : 'broken'
    if (this.#there[part]) return 'more'
    const [from, to] = boundsOf(part, this.#file.size)
    const bytes = readBase64url(data)
    if (bytes?.length !== to - from) return 'broken'
    this.#bytes.set(bytes, from)
    this.#there[part] = true
    this.#received += bytes.length
    if (this.#there.slice(this.#windowFrom, this.#windowEnd).includes(false)) return 'more'
    this.#windowFrom = this.#windowEnd
    return this.#windowFrom < this.#there.length ? 'next-window' : 'whole'
  }

  /** The whole file; null where it is not the one that was promised. */
  finish(): Uint8Array<ArrayBuffer> | null {
    return digestOf(this.#bytes) === this.#file.sha256 ? this.#bytes : null
  }
}
