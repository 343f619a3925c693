import type { MediaSource } from '../../../../protocol/media/session.ts'
import type { HeaderNumber } from '../../encryption/sframe/header.ts'
import type { Stay } from '../../encryption/stay.ts'
import type { EpochKeys, SourceKey } from './epoch-keys.ts'
import type { HeldEpochs } from './held-epochs.ts'

/** A key with the epoch that it belongs to. */
export interface KeyInEpoch {
  readonly key: SourceKey
  readonly epoch: EpochKeys
}

/** The keys of what one stay sends of one source, and how far it has come through the epochs. */
export class SourceKeys {
  readonly #epochs: Pick<HeldEpochs, 'find' | 'sending'>
  readonly #stay: Stay
  readonly #source: MediaSource
  /** Of which epoch's rank the newest authentic frames were, and the lowest counter of those. */
  #reached = { rank: 0, first: 0 }

  constructor(epochs: Pick<HeldEpochs, 'find' | 'sending'>, stay: Stay, source: MediaSource) {
    this.#epochs = epochs
    this.#stay = stay
    this.#source = source
  }

  /** The key of that id: `awaited` where it may be there in a moment, `refused` where it will not be. */
  keyOf(keyId: HeaderNumber): KeyInEpoch | 'awaited' | 'refused' {
    const epoch = this.#epochs.find(keyId)
    if (typeof epoch === 'string') return epoch
    const key = epoch.of(this.#stay, this.#source)
    return key ? { key, epoch } : 'awaited'
  }

  /** The key by which one encrypts now; null where there is none, for now. */
  get current(): SourceKey | null {
    return this.#epochs.sending?.of(this.#stay, this.#source) ?? null
  }

  /**
   * Whether a frame of that epoch may have that counter. Nobody goes back: under the keys of an earlier epoch, which others may
   * have who are gone, come only frames from before the first of a later one.
   */
  follows({ rank }: EpochKeys, counter: number): boolean {
    return rank >= this.#reached.rank || counter < this.#reached.first
  }

  /** Notes a frame that followed, and was authentic. */
  note({ rank }: EpochKeys, counter: number): void {
    if (rank > this.#reached.rank) this.#reached = { rank, first: counter }
    else if (rank === this.#reached.rank) this.#reached.first = Math.min(this.#reached.first, counter)
  }
}
