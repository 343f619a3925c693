import { isSame } from '../../encryption/bytes.ts'
import type { HeaderNumber } from '../../encryption/sframe/header.ts'
import { EpochKeys, groupEpochSecret, type KeyListener } from './epoch-keys.ts'

/** By which keys one sends. */
export type KeyMode = 'group' | 'link'

/** The key id of keys that come from the room's link alone. */
export const LINK_KEY_ID = 0
/** How long the keys of an epoch are kept after another one began, in milliseconds. */
export const EPOCH_GRACE_MS = 5_000
/** How long those of the link are taken after one went over to the group's, in milliseconds. */
export const LINK_GRACE_MS = 10_000
/** So many epochs are kept at once: more than people who come into a full room within their time. */
export const MAX_HELD_EPOCHS = 256

/** Which keys there are: those of the link, and those of the group's last epochs. */
export class HeldEpochs {
  #base: Uint8Array
  readonly #told: KeyListener
  #link: EpochKeys
  /** Of the group, by key id; the oldest first. */
  readonly #epochs = new Map<number, EpochKeys>()
  #latest: EpochKeys | null = null
  /** What the group exported for media in the latest. */
  #exported: Uint8Array | null = null
  #rank = 0
  #mode: KeyMode | null = null
  #acceptsLink = false
  #takesLink = false
  #linkTimer: ReturnType<typeof setTimeout> | undefined

  /** @param base - That of the room's link, from which the link's keys come. */
  constructor(base: Uint8Array, told: KeyListener) {
    this.#base = base
    this.#told = told
    this.#link = this.#keysOf(LINK_KEY_ID, async () => base)
  }

  /**
   * The group's epoch of that number holds from now on. The last that is told wins, whatever its number is: a room that was
   * forgotten counts from 1 again, and one that has that number already is forgotten at once. To be told the same again changes
   * nothing: what was sent and heard under its keys was.
   *
   * @param exported - What the group exports for media in it: 32 bytes.
   * Throws a RangeError where that is no number of an epoch.
   */
  enter(epoch: number, exported: Uint8Array): void {
    if (!Number.isSafeInteger(epoch) || epoch <= LINK_KEY_ID) throw new RangeError(`${epoch} is no epoch`)
    const before = this.#latest
    if (before?.keyId === epoch && this.#exported && isSame(this.#exported, exported)) return
    const base = this.#base
    this.#exported = exported
    this.#latest = this.#keysOf(epoch, () => groupEpochSecret(base, exported))
    // What is set anew in a map does not become its last.
    this.#epochs.delete(epoch)
    this.#epochs.set(epoch, this.#latest)
    if (before) setTimeout(() => this.#forget(before), EPOCH_GRACE_MS)
    const [oldest] = this.#epochs.values()
    if (oldest && this.#epochs.size > MAX_HELD_EPOCHS) this.#forget(oldest)
  }

  /** The room has another link: its keys, and those of epochs that begin from now on, follow from this. Those that began keep theirs. */
  changeLink(base: Uint8Array): void {
    this.#base = base
    this.#link = this.#keysOf(LINK_KEY_ID, async () => base)
  }

  /**
   * By which keys one sends from now on, and whether those of the link are taken; where they no longer are, they still are for a
   * moment.
   */
  use(mode: KeyMode, acceptsLink: boolean): void {
    if (acceptsLink) {
      clearTimeout(this.#linkTimer)
      this.#takesLink = true
    } else if (this.#acceptsLink) {
      this.#linkTimer = setTimeout(() => {
        this.#takesLink = false
      }, LINK_GRACE_MS)
    }
    this.#acceptsLink = acceptsLink
    if (mode === this.#mode) return
    this.#mode = mode
    if (this.sending) this.sending.rank = this.#nextRank()
  }

  /** By which one encrypts now; null where there are none yet. */
  get sending(): EpochKeys | null {
    if (this.#mode === null) return null
    return this.#mode === 'link' ? this.#link : this.#latest
  }

  /** Those of a key id: `awaited` where they may be held in a moment, `refused` where they will not be. */
  find(keyId: HeaderNumber): EpochKeys | 'awaited' | 'refused' {
    if (typeof keyId === 'bigint') return 'refused'
    if (this.#mode === null) return 'awaited'
    // Somebody may have gone over to the link's keys a moment before us.
    if (keyId === LINK_KEY_ID) return this.#takesLink ? this.#link : 'awaited'
    const held = this.#epochs.get(keyId)
    if (held) return held
    return this.#latest === null || keyId > this.#latest.keyId ? 'awaited' : 'refused'
  }

  #forget(epoch: EpochKeys): void {
    if (this.#epochs.get(epoch.keyId) === epoch) this.#epochs.delete(epoch.keyId)
  }

  #keysOf(keyId: number, secret: ConstructorParameters<typeof EpochKeys>[0]['secret']): EpochKeys {
    return new EpochKeys({ keyId, rank: this.#nextRank(), secret }, this.#told)
  }

  #nextRank(): number {
    this.#rank += 1
    return this.#rank
  }
}
