import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { MessagePayload, Sealed } from '../../../protocol/page-edge/sealed.ts'
import { bytesOf, open, type Purpose, type SealKey, seal, textOf } from './envelope.ts'
import { UNREADABLE } from './opened.ts'
import type { When } from './opening/message-opening.ts'
import { isForOneAlone, type PrivateWords } from './private-words.ts'
import type { MessageContext, Words } from './sealing.ts'
import type { Stay } from './stay.ts'

/** How messages of an encrypted room are sealed: by a content key (K37), and what is for one person to their leaf besides (K41). */
export class MessageSealing {
  readonly #room: RoomName
  readonly #own: Stay
  readonly #private: PrivateWords
  readonly #settled: () => Promise<void>

  /** @param settled - Resolves when all is worked off that our leaf's keys hang on. */
  constructor(room: RoomName, own: Stay, toOne: PrivateWords, settled: () => Promise<void>) {
    this.#room = room
    this.#own = own
    this.#private = toOne
    this.#settled = settled
  }

  async seal(key: SealKey, context: MessageContext, { payload, number }: Words): Promise<MessagePayload> {
    const bytes = bytesOf(payload)
    return { sealed: await seal(key, this.#saying(context, this.#own), { number, bytes }) }
  }

  /** Null where it does not open. */
  async open(key: SealKey, context: MessageContext, from: Stay, sealed: Sealed): Promise<Words | null> {
    const letter = await open(key, this.#saying(context, from), sealed)
    const payload = letter && textOf(letter.bytes)
    return payload === null ? null : { payload, number: letter?.number ?? 0 }
  }

  /** For whoever has that stay; null where it is not for one person alone, or they are in no group with us. */
  async sealToOne(
    key: SealKey,
    context: MessageContext,
    to: Stay,
    words: Words,
  ): Promise<MessagePayload | null> {
    const letter = isForOneAlone(context) ? await this.#private.seal(context, to, words) : null
    return letter && { sealed: await seal(key, this.#sayingToOne(context, this.#own), letter) }
  }

  /**
   * What a message for one person says; undefined where it is not sealed to a leaf, and null where it is, and does not open by any that is
   * or was ours.
   */
  async openToOne(
    key: SealKey,
    context: MessageContext,
    from: Stay,
    sealed: Sealed,
    when: When,
  ): Promise<Words | null | undefined> {
    if (!isForOneAlone(context)) return undefined
    const letter = await open(key, this.#sayingToOne(context, from), sealed)
    if (letter === null) return undefined
    const payload = await this.#private.open(context, from, letter, this.#settled)
    if (payload !== null) return { payload, number: letter.number }
    // Of what was said a while ago, the key may be one of those that are zeros by now.
    return when === 'before' ? { payload: UNREADABLE, number: letter.number } : null
  }

  #sayingToOne(context: MessageContext, from: Stay): Purpose {
    return ['to one', ...this.#saying(context, from)]
  }

  #saying({ kind, addressee, upTo }: MessageContext, from: Stay): Purpose {
    const peer = addressee.to === 'peer' ? addressee.peer : null
    return ['message', this.#room, from, kind, addressee.to, peer, upTo ?? null]
  }
}
