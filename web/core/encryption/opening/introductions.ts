import type { PeerId } from '../../../../protocol/ids.ts'
import type { DisplayName } from '../../../../protocol/names/display-name.ts'
import type { Introduction } from '../room-sealing.ts'
import type { OpeningListener } from '../sealing.ts'
import type { Stay } from '../stay.ts'

/**
 * Who is who in a room (K2): the edge says which peer introduces itself how, and is not believed where that cannot be.
 */
export class Introductions {
  readonly #own: Stay
  readonly #heard: Pick<OpeningListener, 'introduced' | 'tampered' | 'unreadableName'>
  readonly #self: () => PeerId | null
  readonly #present = new Map<PeerId, Introduction>()
  /** Here before us, and not to be read: whoever has not heard yet that the link was changed says who they are in a moment (K40). */
  readonly #unread = new Set<PeerId>()
  /** The stays that a person had before the one of now: none comes again. */
  readonly #former = new Map<PeerId, Set<Stay>>()

  /**
   * @param own - Our own stay.
   * @param self - Who we are in the room; null while we are not in it.
   */
  constructor(
    own: Stay,
    heard: Pick<OpeningListener, 'introduced' | 'tampered' | 'unreadableName'>,
    self: () => PeerId | null,
  ) {
    this.#own = own
    this.#heard = heard
    this.#self = self
  }

  /** Only these are here; whoever else was has left. */
  keep(here: ReadonlySet<PeerId>): void {
    for (const id of [...this.#present.keys(), ...this.#unread]) if (!here.has(id)) this.leave(id)
  }

  /** Whose stays are here, our own included. */
  get stays(): ReadonlySet<Stay> {
    return new Set([this.#own, ...[...this.#present.values()].map(({ stay }) => stay)])
  }

  /** Who is here of whom one has not heard yet by which stay they go. */
  get unread(): ReadonlySet<PeerId> {
    return this.#unread
  }

  /**
   * Who was here before us; returns what they are called from now on. Where nobody can be made of it, they may say so anew in a moment.
   *
   * @param away - They are cut off: where the link was changed meanwhile, they have not heard of it.
   */
  find(peer: PeerId, told: Introduction | null, away: boolean): DisplayName {
    const before = this.#present.get(peer)
    const mayComeAnew = away ? told === null || !this.#isPossible(peer, told) : told === null && !before
    if (!mayComeAnew) return this.introduce(peer, told)
    if (before) return before.name
    this.#unread.add(peer)
    return this.#heard.unreadableName()
  }

  /** Somebody says who they are, null where that does not open; returns what they are called from now on. */
  introduce(peer: PeerId, told: Introduction | null): DisplayName {
    const before = this.#present.get(peer)
    if (told === null || !this.#isPossible(peer, told)) {
      this.#heard.tampered()
      return before?.name ?? this.#heard.unreadableName()
    }
    this.#unread.delete(peer)
    this.#present.set(peer, told)
    if (told.stay !== before?.stay) this.#change(peer, before?.stay ?? null, told.stay)
    return told.name
  }

  #change(peer: PeerId, before: Stay | null, stay: Stay): void {
    if (before !== null) this.#former.set(peer, (this.#former.get(peer) ?? new Set()).add(before))
    if (peer !== this.#self()) this.#heard.introduced(peer, stay)
  }

  /** Nobody is two people, nobody else is us, and nobody goes back to an earlier stay. */
  #isPossible(peer: PeerId, { stay, former }: Introduction): boolean {
    if ((peer === this.#self()) !== (stay === this.#own)) return false
    // By a link that leads in no longer nobody comes: what is on its way are names of those who are here.
    if (former && this.#present.get(peer)?.stay !== stay) return false
    if (this.#former.get(peer)?.has(stay)) return false
    return ![...this.#present].some(([other, known]) => other !== peer && known.stay === stay)
  }

  leave(peer: PeerId): void {
    const before = this.#present.get(peer)
    this.#present.delete(peer)
    this.#unread.delete(peer)
    if (before) this.#heard.introduced(peer, null)
  }

  /** Who somebody here is; undefined where nobody of that id is. */
  of(peer: PeerId): Introduction | undefined {
    return this.#present.get(peer)
  }

  /**
   * Whether what was said in that stay can be that person's: one of their stays, as far as they are known. Of those that they had before
   * we came nothing is known but that it is nobody else's of those who are here, and that they were called the same.
   */
  mayHaveSaid(peer: PeerId, { name, stay }: Introduction): boolean {
    const known = this.#present.get(peer)
    if (known?.stay === stay || this.#former.get(peer)?.has(stay)) return true
    if (stay === this.#own) return known === undefined
    if ([...this.#present.values()].some((other) => other.stay === stay)) return false
    return known === undefined || known.name === name
  }
}
