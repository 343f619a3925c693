import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts'
import { CONTENT_KEY_PATIENCE_MS } from '../../../protocol/limits.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { type MessageKind, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import { joined } from './bytes.ts'
import { bytesOf, type Letter, textOf } from './envelope.ts'
import type { LeafKeys } from './leaf-keys.ts'
import { UNREADABLE } from './opened.ts'
import type { MessageContext, Words } from './sealing.ts'
import { readStay, STAY_BYTES, type Stay } from './stay.ts'

/**
 * What is sealed to its receiver alone where it is for one person. Not votes: whoever asked goes on counting when their page is loaded anew,
 * and has another key then.
 */
const FOR_ONE_ALONE: readonly MessageKind[] = ['chat', 'file', 'consent']

/** So many are remembered as they were written: what was said is asked for again after each welcome, when keys may be others. */
const MOST_REMEMBERED = 1_000

/** Whether that is sealed to its receiver's leaf, where there is a group (K41). */
export const isForOneAlone = ({ kind, addressee }: MessageContext): boolean =>
  addressee.to === 'peer' && FOR_ONE_ALONE.includes(kind)

/** The letters of messages for one person: what is in them is sealed once more, to the key of their leaf (K41). */
export class PrivateWords {
  readonly #room: RoomName
  readonly #own: Stay
  readonly #leafKeys: LeafKeys
  /** What we sent, and what we opened, by the stay of its sender and its number there. */
  readonly #remembered = new Map<string, string>()

  constructor(room: RoomName, own: Stay, leafKeys: LeafKeys) {
    this.#room = room
    this.#own = own
    this.#leafKeys = leafKeys
  }

  /** The letter for whoever has that stay; null where they are in no group with us: then it goes as any other. */
  async seal(context: MessageContext, to: Stay, words: Words): Promise<Letter | null> {
    const leaf = await this.#leafKeys.of(to, CONTENT_KEY_PATIENCE_MS)
    if (leaf === null) return null
    const { number, payload } = words
    const sealed = await this.#leafKeys.seal(
      leaf,
      this.#info(context, this.#own, to, number),
      bytesOf(payload),
    )
    this.#remember(context, this.#own, words)
    return { number, bytes: joined(fromBase64url(to), sealed) }
  }

  /**
   * What it says: `UNREADABLE` where it was for a page that we had before, or that page wrote it; null where it opens by no key of ours, and
   * is not what it says.
   *
   * @param settled - Resolves when all is worked off that our leaf's keys hang on.
   */
  async open(
    context: MessageContext,
    from: Stay,
    { number, bytes }: Letter,
    settled: () => Promise<unknown>,
  ): Promise<string | null> {
    const known = this.#remembered.get(`${from} ${number}`)
    if (known !== undefined) return known
    const to = readStay(toBase64url(bytes.subarray(0, STAY_BYTES)))
    if (to !== this.#own) return UNREADABLE
    const info = this.#info(context, from, to, number)
    const open = () => this.#leafKeys.open(bytes.subarray(STAY_BYTES), info)
    let opened = await open()
    if (opened === null) {
      // The others may know of a commit of ours before we know that the room took it.
      await settled()
      opened = await open()
    }
    const payload = opened && textOf(opened)
    if (payload !== null) this.#remember(context, from, { number, payload })
    return payload
  }

  #remember({ kind }: MessageContext, from: Stay, { number, payload }: Words): void {
    if (rulesOf(kind).kept === 'none') return
    this.#remembered.set(`${from} ${number}`, payload)
    const [oldest] = this.#remembered.keys()
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest)
  }

  #info({ kind, addressee }: MessageContext, from: Stay, to: Stay, number: number): Uint8Array {
    const peer = addressee.to === 'peer' ? addressee.peer : null
    return bytesOf(JSON.stringify(['private message', this.#room, from, to, kind, peer, number]))
  }
}
