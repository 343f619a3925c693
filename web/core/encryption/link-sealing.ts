import * as v from 'valibot'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { MessagePayload, PersonName, Sealed } from '../../../protocol/page-edge/sealed.ts'
import { open, type Purpose, seal } from './envelope.ts'
import type { RoomKeys } from './room-keys.ts'
import { SealedOpening } from './sealed-opening.ts'
import type { Envelope, Opening, OpeningListener, Sealing } from './sealing.ts'
import { Stay } from './stay.ts'

const Introduced = v.pipe(v.string(), v.parseJson(), v.object({ name: DisplayName, stay: Stay }))

/** Somebody, as they said who they are. */
export type Introduction = v.InferOutput<typeof Introduced>

/** What somebody has sent, and which of those that they sealed in that stay it is. */
export interface Words {
  readonly payload: string
  readonly number: number
}

/** How many introductions are remembered as they were opened: each message brings that of its sender. */
const MOST_OPENED = 1_000

/** How names and words of an encrypted room go through the edge: sealed by the key that its link gives (K1). */
export class LinkSealing implements Sealing {
  readonly stay: Stay
  readonly #room: RoomName
  readonly #keys: RoomKeys
  /** Our own, as it was sealed: a page that comes back says the same of itself. */
  #own: { readonly name: DisplayName; readonly sealed: Sealed } | null = null
  readonly #opened = new Map<Sealed, Introduction>()

  constructor(room: RoomName, keys: RoomKeys, stay: Stay) {
    this.#room = room
    this.#keys = keys
    this.stay = stay
  }

  get linkProof(): LinkProof {
    return this.#keys.proof
  }

  sealName(name: DisplayName): PersonName {
    const { stay } = this
    if (this.#own?.name !== name) {
      const text = JSON.stringify({ name, stay } satisfies Introduction)
      this.#own = { name, sealed: seal(this.#keys.seal, this.#introducing, { number: 0, text }) }
    }
    return { sealed: this.#own.sealed }
  }

  /** Null where it does not open. */
  openName(said: PersonName): Introduction | null {
    if (typeof said === 'string') return null
    const known = this.#opened.get(said.sealed)
    if (known) return known
    const letter = open(this.#keys.seal, this.#introducing, said.sealed)
    const read = v.safeParse(Introduced, letter?.text)
    if (!read.success) return null
    if (this.#opened.size >= MOST_OPENED) this.#opened.clear()
    this.#opened.set(said.sealed, read.output)
    return read.output
  }

  sealWords(envelope: Envelope, { payload, number }: Words): MessagePayload {
    const purpose = this.#saying(envelope, this.stay)
    return { sealed: seal(this.#keys.seal, purpose, { number, text: payload }) }
  }

  /** Null where it does not open. */
  openWords(envelope: Envelope, from: Stay, said: MessagePayload): Words | null {
    if (typeof said === 'string') return null
    const letter = open(this.#keys.seal, this.#saying(envelope, from), said.sealed)
    return letter && { payload: letter.text, number: letter.number }
  }

  opening(heard: OpeningListener): Opening {
    return new SealedOpening(this, heard)
  }

  get #introducing(): Purpose {
    return ['introduction', this.#room]
  }

  #saying({ kind, addressee, upTo }: Envelope, from: Stay): Purpose {
    const peer = addressee.to === 'peer' ? addressee.peer : null
    return ['message', this.#room, from, kind, addressee.to, peer, upTo ?? null]
  }
}
