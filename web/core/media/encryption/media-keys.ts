import type { PeerId } from '../../../../protocol/ids.ts'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import type { Stay } from '../../encryption/stay.ts'
import type { KeyListener } from './epoch-keys.ts'
import { HeldEpochs, type KeyMode } from './held-epochs.ts'
import { OwnSource } from './own-source.ts'
import { SourceKeys } from './source-keys.ts'

/** From what keys are derived, and who we are. */
export interface KeyMaterial {
  readonly base: Uint8Array<ArrayBuffer>
  readonly stay: Stay
}

/** The keys of all that is sent and received in a room. */
export class MediaKeys {
  readonly #told: KeyListener
  #stay: Stay | null = null
  #epochs: HeldEpochs | null = null
  readonly #stays = new Map<PeerId, Stay>()
  /**
   * By stay and source. Kept when somebody leaves: should they seem to come back, and be shown by frames that they sent before,
   * it is known that these have been.
   */
  readonly #received = new Map<string, SourceKeys>()
  readonly #own = new Map<MediaSource, OwnSource>()

  constructor(told: KeyListener) {
    this.#told = told
  }

  begin({ base, stay }: KeyMaterial): void {
    this.#stay = stay
    this.#epochs = new HeldEpochs(base, this.#told)
  }

  /** The group's epoch of that number holds from now on; to be called after `begin`, as `use` is. */
  enter(epoch: number, exported: Uint8Array<ArrayBuffer>): void {
    this.#begun().enter(epoch, exported)
    this.#told.changed()
  }

  /** The link's keys follow from that, from now on, and so do those of epochs that begin later; to be called after `begin`. */
  changeLink(base: Uint8Array<ArrayBuffer>): void {
    this.#begun().changeLink(base)
    this.#told.changed()
  }

  /** By which keys one sends from now on, and whether those of the link are taken. */
  use(mode: KeyMode, acceptsLink: boolean): void {
    this.#begun().use(mode, acceptsLink)
    this.#told.changed()
  }

  /** Whose introduction is what, from now on; null: they left. */
  introduce(peer: PeerId, stay: Stay | null): void {
    if (stay === null) this.#stays.delete(peer)
    else this.#stays.set(peer, stay)
    this.#told.changed()
  }

  /** Of what somebody sends; null while it is not known who they are. */
  of(peer: PeerId, source: MediaSource): SourceKeys | null {
    const stay = this.#stays.get(peer)
    if (stay === undefined || !this.#epochs) return null
    const name = `${stay} ${source}`
    const known = this.#received.get(name)
    if (known) return known
    const keys = new SourceKeys(this.#epochs, stay, source)
    this.#received.set(name, keys)
    return keys
  }

  /** Of what we send; null before there is anything to derive it from. */
  own(source: MediaSource): OwnSource | null {
    if (this.#stay === null || !this.#epochs) return null
    const known = this.#own.get(source)
    if (known) return known
    const own = new OwnSource(new SourceKeys(this.#epochs, this.#stay, source))
    this.#own.set(source, own)
    return own
  }

  #begun(): HeldEpochs {
    if (!this.#epochs) throw new Error('nobody has begun')
    return this.#epochs
  }
}
