import type { SFrameKey } from '../../encryption/sframe/suite.ts'
import type { SourceKeys } from './source-keys.ts'

/** Beyond this a number could stand for two counters; nobody sends for so long. */
const MAX_COUNTER = Number.MAX_SAFE_INTEGER

/**
 * What we send of one source, in all layers, and in all media sessions from the page's loading to its end: one counter, so that no
 * two frames have one nonce.
 */
export class OwnSource {
  readonly #keys: Pick<SourceKeys, 'current'>
  #next: number

  /** @param first - The counter of the first frame. */
  constructor(keys: Pick<SourceKeys, 'current'>, first = 0) {
    this.#keys = keys
    this.#next = first
  }

  /** The key to encrypt by; null while there is none. */
  get key(): SFrameKey | null {
    return this.#keys.current?.sframe ?? null
  }

  /** A counter that nobody had before. Throws a RangeError where there are none left. */
  takeCounter(): number {
    if (this.#next > MAX_COUNTER) throw new RangeError('no counters are left')
    const counter = this.#next
    this.#next += 1
    return counter
  }
}
