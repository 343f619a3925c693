import type { PeerId } from '../../../protocol/ids.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { Introduction, LinkSealing } from './link-sealing.ts'
import type { OpeningListener } from './sealing.ts'
import type { Stay } from './stay.ts'

/**
 * Who is who in a room (K2): the edge says which peer introduces itself how, and is not believed where that cannot be.
 */
export class Introductions {
  readonly #sealing: LinkSealing
  readonly #heard: OpeningListener
  readonly #self: () => PeerId | null
  readonly #present = new Map<PeerId, Introduction>()
  /** The stays that a person had before the one of now: none comes again. */
  readonly #former = new Map<PeerId, Set<Stay>>()

  constructor(sealing: LinkSealing, heard: OpeningListener, self: () => PeerId | null) {
    this.#sealing = sealing
    this.#heard = heard
    this.#self = self
  }

  /** These are all who are here; what they are called. */
  all(people: readonly { readonly id: PeerId; readonly name: PersonName }[]): readonly DisplayName[] {
    const here = new Set(people.map(({ id }) => id))
    for (const id of [...this.#present.keys()]) if (!here.has(id)) this.leave(id)
    return people.map(({ id, name }) => this.introduce(id, name))
  }

  /** Somebody says who they are; returns what they are called from now on. */
  introduce(peer: PeerId, said: PersonName): DisplayName {
    const before = this.#present.get(peer)
    const told = this.#sealing.openName(said)
    if (told === null || !this.#isPossible(peer, told)) {
      this.#heard.tampered()
      return before?.name ?? this.#heard.unreadableName()
    }
    this.#present.set(peer, told)
    if (told.stay !== before?.stay) this.#change(peer, before?.stay ?? null, told.stay)
    return told.name
  }

  #change(peer: PeerId, before: Stay | null, stay: Stay): void {
    if (before !== null) this.#former.set(peer, (this.#former.get(peer) ?? new Set()).add(before))
    if (peer !== this.#self()) this.#heard.introduced(peer, stay)
  }

  /** Nobody is two people, nobody else is us, and nobody goes back to an earlier stay. */
  #isPossible(peer: PeerId, { stay }: Introduction): boolean {
    if ((peer === this.#self()) !== (stay === this.#sealing.stay)) return false
    if (this.#former.get(peer)?.has(stay)) return false
    return ![...this.#present].some(([other, known]) => other !== peer && known.stay === stay)
  }

  leave(peer: PeerId): void {
    const before = this.#present.get(peer)
    this.#present.delete(peer)
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
    if (stay === this.#sealing.stay) return known === undefined
    if ([...this.#present.values()].some((other) => other.stay === stay)) return false
    return known === undefined || known.name === name
  }
}
