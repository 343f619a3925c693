import { FORMER_LINK_GRACE_MS, MAX_FORMER_SEALS } from '../../../protocol/limits.ts'
import type { Sealed } from '../../../protocol/page-edge/sealed.ts'
import { type Letter, LINK_KEY, open, type Purpose, type SealKey, sealKeyOf } from './envelope.ts'
import type { RoomKeys } from './room-keys.ts'

/** What a link sealed by that leads in no longer. */
interface Former {
  readonly bytes: Uint8Array
  readonly seal: SealKey
  /** Until when what is on its way may still be sealed by it, as `performance.now` counts. */
  readonly until: number
}

/** Which seals may open something: that of now; also what is on its way since another one; all that there were. */
type Which = 'current' | 'recent' | 'all'

/** The keys of the room's link as it is now, and the seals of those before (K40): number 0 is any of them. */
export class LinkKeys {
  #current: RoomKeys
  /** The newest first. */
  #former: readonly Former[] = []
  readonly #now: () => number

  /** @param now - In milliseconds; for the grace of what was sealed by a former one. */
  constructor(current: RoomKeys, now: () => number = () => performance.now()) {
    this.#current = current
    this.#now = now
  }

  get current(): RoomKeys {
    return this.#current
  }

  /** The former seals, the newest first: 32 bytes each, and no more of them than are handed on. */
  get formerSeals(): readonly Uint8Array[] {
    return this.#former.map(({ bytes }) => bytes)
  }

  /** Whether there may have been so many that the first are not known any more. */
  get mayHaveForgotten(): boolean {
    return this.#former.length >= MAX_FORMER_SEALS
  }

  /** What newcomers are told of former seals once the link is that one. */
  formerSealsAfter(next: RoomKeys): readonly Uint8Array[] {
    if (next === this.#current) return this.formerSeals
    return [this.#current.sealBytes, ...this.formerSeals].slice(0, MAX_FORMER_SEALS)
  }

  /** The link is another one from now on. */
  change(next: RoomKeys): void {
    const { sealBytes: bytes, seal } = this.#current
    const until = this.#now() + FORMER_LINK_GRACE_MS
    this.#former = [{ bytes, seal, until }, ...this.#former].slice(0, MAX_FORMER_SEALS)
    this.#current = next
  }

  /** There were these before one came: nothing that is said now is sealed by them. */
  learn(seals: readonly Uint8Array[]): void {
    const known = new Set(this.formerSeals.map(String))
    const more = seals.filter((bytes) => !known.has(String(bytes)))
    const learned = more.map((bytes) => ({ bytes, seal: sealKeyOf(LINK_KEY, bytes), until: -1 }))
    this.#former = [...this.#former, ...learned].slice(0, MAX_FORMER_SEALS)
  }

  /** What is in it, and by which of the seals; null where none of those opens it. */
  async open(
    which: Which,
    purpose: Purpose,
    sealed: Sealed,
  ): Promise<{ readonly letter: Letter; readonly by: SealKey } | null> {
    for (const by of this.#seals(which)) {
      const letter = await open(by, purpose, sealed)
      if (letter !== null) return { letter, by }
    }
    return null
  }

  #seals(which: Which): readonly SealKey[] {
    const now = this.#now()
    const former = this.#former.filter(({ until }) => which === 'all' || (which === 'recent' && now <= until))
    return [this.#current.seal, ...former.map(({ seal }) => seal)]
  }
}
