import { MAX_LEAF_KEYS } from '../../../protocol/limits.ts'
import { isSame, joined, own } from './bytes.ts'
import { SUITE } from './group/mls/suite/suite.ts'
import type { Stay } from './stay.ts'
import { within } from './within.ts'

/** Bytes of what HPKE puts before what it encrypted: the encapsulated key (RFC 9180 §7.1, X25519). */
const ENC_BYTES = 32

const { hpke } = SUITE

/**
 * The keys of the leaves in the room's group (RFC 9420 §7): the public one of everybody who is in it, by which one seals to them alone,
 * and one's own private one, with those that it had in the epochs just before, for what was sealed by somebody who had not heard.
 */
export class LeafKeys {
  /** Those of others, and our own; null where no group is kept. */
  #leaves: ReadonlyMap<Stay, Uint8Array> | null = null
  /** Private ones, the newest first. */
  readonly #own: Uint8Array[] = []
  readonly #changed = new Set<() => void>()
  /** Who did not come into the group, though one waited. */
  readonly #awaitedInVain = new Set<Stay>()

  /** Those of an epoch that one is in, or will be. Of our own, no more than `MAX_LEAF_KEYS` are kept: what is older becomes zeros. */
  take(privateKey: Uint8Array, leaves: ReadonlyMap<Stay, Uint8Array>): void {
    if (!this.#own.some((known) => isSame(known, privateKey))) this.#own.unshift(own(privateKey))
    this.#forget(MAX_LEAF_KEYS)
    this.#tell(leaves)
  }

  /** No group is kept any more: what was sealed to us in it can still be opened. */
  leaveGroup(): void {
    this.#tell(null)
  }

  close(): void {
    this.#forget(0)
    this.#tell(null)
  }

  #forget(most: number): void {
    for (const old of this.#own.splice(most)) old.fill(0)
  }

  #tell(leaves: ReadonlyMap<Stay, Uint8Array> | null): void {
    this.#leaves = leaves
    for (const stay of leaves?.keys() ?? []) this.#awaitedInVain.delete(stay)
    for (const look of this.#changed) look()
  }

  /**
   * The public key of whoever has that stay; null where no group is kept, or they do not come into it within so many milliseconds. Nobody is
   * waited for a second time.
   */
  async of(stay: Stay, patienceMs: number): Promise<Uint8Array | null> {
    const isKnown = (): boolean => this.#leaves === null || this.#leaves.has(stay)
    if (!isKnown() && !this.#awaitedInVain.has(stay)) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = (): void => {
        if (isKnown()) resolve()
      }
      this.#changed.add(look)
      await within(patienceMs, promise)
      this.#changed.delete(look)
      if (!isKnown()) this.#awaitedInVain.add(stay)
    }
    return this.#leaves?.get(stay) ?? null
  }

  /**
   * Seals to a leaf, by HPKE in its base mode (RFC 9180 §6.1): the encapsulated key, and what is encrypted.
   *
   * @param info - All that it is bound to: under anything else it does not open.
   */
  async seal(leaf: Uint8Array, info: Uint8Array, plain: Uint8Array): Promise<Uint8Array> {
    const { enc, ct } = await hpke.seal(await hpke.importPublicKey(leaf), plain, info)
    return joined(enc, ct)
  }

  /** What was sealed so to our leaf, as it is or was; null where that opens by none of its keys. */
  async open(sealed: Uint8Array, info: Uint8Array): Promise<Uint8Array | null> {
    const [enc, encrypted] = [sealed.subarray(0, ENC_BYTES), sealed.subarray(ENC_BYTES)]
    for (const key of this.#own.map(own)) {
      try {
        return await hpke.open(await hpke.importPrivateKey(key), enc, encrypted, info)
      } catch {
        // Sealed to another of our keys, or not as it was sealed: there is nothing more to know.
      } finally {
        key.fill(0)
      }
    }
    return null
  }
}
