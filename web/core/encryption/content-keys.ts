import { MAX_CONTENT_KEYS, OLD_CONTENT_KEY_GRACE_MS } from '../../../protocol/limits.ts'
import { isSame } from './bytes.ts'
import { SEAL_KEY_BYTES, type SealKey, sealKeyOf } from './envelope.ts'
import { within } from './within.ts'

/** A key of the group's, and since when another one is there to seal by. */
interface Held {
  readonly raw: Uint8Array
  readonly key: SealKey
  /** Milliseconds, as `performance.now` counts; null while it is the current one. */
  supersededAt: number | null
}

/**
 * The keys by which messages are sealed (K37): the group's, each under the number of the epoch in which it began, or the link's,
 * number 0, where there is no group. Until it is known which it is there is none.
 */
export class ContentKeys {
  readonly #link: SealKey
  readonly #now: () => number
  #held: ReadonlyMap<number, Held> = new Map()
  #current: SealKey | null = null
  readonly #known = Promise.withResolvers<void>()
  readonly #changed = new Set<() => void>()

  /**
   * @param link - What the link's secret gives.
   * @param now - In milliseconds; for the grace of what was superseded.
   */
  constructor(link: SealKey, now: () => number = () => performance.now()) {
    this.#link = link
    this.#now = now
  }

  /** What one seals by; null until it is known. */
  get current(): SealKey | null {
    return this.#current
  }

  /** The key of that number; null where there is none: also of the link's while there is a group, or while nothing is known. */
  keyOf(number: number): SealKey | null {
    if (number === this.#current?.number) return this.#current
    return this.#held.get(number)?.key ?? null
  }

  /** Whether what is sealed by that key can be said now: by the current one, or by one that its sender may still have for that. */
  isInUse(number: number): boolean {
    if (number === this.#current?.number) return true
    const since = this.#held.get(number)?.supersededAt ?? null
    return since !== null && this.#now() - since <= OLD_CONTENT_KEY_GRACE_MS
  }

  /** The key of that number, when it is there; null where it does not come within so many milliseconds. */
  async when(number: number, patienceMs: number): Promise<SealKey | null> {
    const found = this.keyOf(number)
    if (found !== null) return found
    const { promise, resolve } = Promise.withResolvers<void>()
    const look = (): void => {
      if (this.keyOf(number) !== null) resolve()
    }
    this.#changed.add(look)
    await within(patienceMs, promise)
    this.#changed.delete(look)
    return this.keyOf(number)
  }

  /** Resolves with what one seals by when that is known. */
  async whenKnown(): Promise<SealKey> {
    if (this.#current === null) await this.#known.promise
    return this.#current ?? this.#link
  }

  /**
   * These are all the keys there are, from now on. Throws a RangeError where the current one is not among them, or one is no key.
   *
   * @param keys - By number; of those beyond `MAX_CONTENT_KEYS` the oldest are left out.
   * @param current - That which one seals by; 0, the link's, only where there is no group.
   */
  take(keys: ReadonlyMap<number, Uint8Array>, current: number): void {
    const isFirst = this.#current === null
    const newest = [...keys].toSorted(([one], [other]) => other - one).slice(0, MAX_CONTENT_KEYS)
    const held = new Map(newest.map(([number, raw]) => [number, this.#hold(number, raw)]))
    const key = current === this.#link.number ? this.#link : held.get(current)?.key
    if (key === undefined) throw new RangeError('the current content key is not among all')
    // Who comes in new knows of one change of keys at most that others may not have heard of yet: the last.
    const before = isFirst ? newest.find(([number]) => number < current)?.[0] : this.#current?.number
    this.#held = held
    this.#current = key
    if (before !== undefined && before !== current) this.#supersede(before)
    this.#known.resolve()
    for (const look of this.#changed) look()
  }

  #hold(number: number, raw: Uint8Array): Held {
    const known = this.#held.get(number)
    if (known && isSame(known.raw, raw)) return known
    if (number === this.#link.number || raw.length !== SEAL_KEY_BYTES) throw new RangeError('no content key')
    return { raw, key: sealKeyOf(number, raw), supersededAt: null }
  }

  #supersede(number: number): void {
    const held = this.#held.get(number)
    if (held) held.supersededAt ??= this.#now()
  }
}
