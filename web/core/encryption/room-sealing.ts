import * as v from 'valibot'
import type { ProtocolError } from '../../../protocol/errors.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import { CONTENT_KEY_PATIENCE_MS } from '../../../protocol/limits.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { MessagePayload, PersonName, Sealed } from '../../../protocol/page-edge/sealed.ts'
import type { ContentKeys } from './content-keys.ts'
import { bytesOf, type Purpose, type SealKey, seal, textOf } from './envelope.ts'
import { InOrder } from './in-order.ts'
import type { LeafKeys } from './leaf-keys.ts'
import type { LinkKeys } from './link-keys.ts'
import { MessageSealing } from './message-sealing.ts'
import type { When } from './opening/message-opening.ts'
import { SealedOpening } from './opening/sealed-opening.ts'
import { PrivateWords } from './private-words.ts'
import type { RoomFacts } from './room-facts.ts'
import type { AskWith, MessageContext, Opening, OpeningListener, Sealing, Words } from './sealing.ts'
import { Stay } from './stay.ts'
import { within } from './within.ts'

const WrittenIntroduction = v.pipe(v.string(), v.parseJson(), v.object({ name: DisplayName, stay: Stay }))

/** Somebody, as they said who they are. */
export type Introduction = v.InferOutput<typeof WrittenIntroduction> & {
  /** They said it by a link that leads in no longer (K40). */
  readonly former: boolean
}

/** An introduction that was opened, and by what. */
interface Opened {
  readonly told: v.InferOutput<typeof WrittenIntroduction>
  readonly by: SealKey
}

/** How many introductions are remembered as they were opened: each message brings that of its sender. */
const MOST_OPENED = 1_000

/** By what an encrypted room's names and words are sealed, and who is told what its group hangs on. */
export interface SealingMaterial {
  readonly links: LinkKeys
  readonly contentKeys: ContentKeys
  readonly leafKeys: LeafKeys
  readonly stay: Stay
  readonly facts: RoomFacts
}

/**
 * How names and words of an encrypted room go through the edge: names by the key that its link gives (K1), so that whoever has the
 * link can see who is there; messages by content keys (K37), and what is for one person to their leaf besides (K41).
 */
export class RoomSealing implements Sealing {
  readonly contentKeys: ContentKeys
  readonly facts: RoomFacts
  readonly stay: Stay
  readonly messages: MessageSealing
  readonly #room: RoomName
  readonly #links: LinkKeys
  /** Our own, as it is sealed: a page that comes back says the same of itself. */
  #own: { readonly name: DisplayName; readonly by: SealKey; readonly sealed: Promise<Sealed> } | null = null
  readonly #opened = new Map<Sealed, Opened>()
  readonly #outgoing = new InOrder()
  /** The stay by which somebody who is here goes by now. */
  #stayOf: (peer: PeerId) => Stay | undefined = () => undefined
  #held = Promise.withResolvers<void>()
  #isHeld = true
  readonly #ended = Promise.withResolvers<never>()
  /** Resolves where that rejects: for whoever only waits no longer then. */
  readonly #isOver = this.#ended.promise.catch(() => {})

  constructor(room: RoomName, { links, contentKeys, leafKeys, stay, facts }: SealingMaterial) {
    this.#room = room
    this.#links = links
    this.contentKeys = contentKeys
    this.stay = stay
    this.facts = facts
    this.messages = new MessageSealing(room, stay, new PrivateWords(room, stay, leafKeys), () =>
      this.#settled(),
    )
  }

  get linkProof(): LinkProof {
    return this.#links.current.proof
  }

  /** Whether names in what was said long ago may be sealed by a link that nobody hands on any more (K40). */
  get mayHaveForgottenLinks(): boolean {
    return this.#links.mayHaveForgotten
  }

  /** The socket fell: what is sealed now would perhaps go out when its key is an old one. */
  hold(): void {
    this.facts.away()
    if (this.#isHeld) return
    this.#isHeld = true
    this.#held = Promise.withResolvers<void>()
  }

  /** We are in the room, and what the group was told meanwhile is on its way. */
  release(): void {
    this.#isHeld = false
    this.#held.resolve()
    this.facts.back()
  }

  /** Whether we are not in the room, or have not heard yet what we missed. */
  get isHeld(): boolean {
    return this.#isHeld
  }

  /** Nothing is said any more: what waits to be sealed rejects with this. */
  end(cause: ProtocolError): void {
    this.#ended.reject(cause)
  }

  async sealName(name: DisplayName): Promise<PersonName> {
    const by = this.#links.current.seal
    if (this.#own?.name !== name || this.#own.by !== by)
      this.#own = { name, by, sealed: this.#introduce(name, by) }
    return { sealed: await this.#own.sealed }
  }

  async #introduce(name: DisplayName, by: SealKey): Promise<Sealed> {
    const told = { name, stay: this.stay }
    const bytes = bytesOf(JSON.stringify(told))
    const sealed = await seal(by, this.#introducing, { number: 0, bytes })
    this.#remember(sealed, { told, by })
    return sealed
  }

  /**
   * Null where it does not open.
   *
   * @param when - What was said before is opened by all seals that there were, what is said now by that of a moment ago at most.
   */
  async openName(said: PersonName, when: When = 'now'): Promise<Introduction | null> {
    if (typeof said === 'string') return null
    const opened = this.#opened.get(said.sealed) ?? (await this.#openName(said.sealed, when))
    return opened && { ...opened.told, former: opened.by !== this.#links.current.seal }
  }

  async #openName(sealed: Sealed, when: When): Promise<Opened | null> {
    const found = await this.#links.open(when === 'now' ? 'recent' : 'all', this.#introducing, sealed)
    const read = v.safeParse(WrittenIntroduction, found && textOf(found.letter.bytes))
    if (!found || !read.success) return null
    const opened = { told: read.output, by: found.by }
    // What a former seal opened of the history is not said again.
    if (when === 'now') this.#remember(sealed, opened)
    return opened
  }

  #remember(sealed: Sealed, opened: Opened): void {
    if (this.#opened.size >= MOST_OPENED) this.#opened.clear()
    this.#opened.set(sealed, opened)
  }

  sendMessage<Answer>(
    context: MessageContext,
    words: Words,
    send: AskWith<MessagePayload, Answer>,
  ): Promise<Answer> {
    let toOne: MessagePayload | null = null
    return this.#ask(async () => {
      const key = await this.#currentKey()
      const { addressee } = context
      const to = addressee.to === 'peer' ? this.#stayOf(addressee.peer) : undefined
      // What was for one person stays so, whatever is said of them before it is sent again.
      if (to !== undefined) toOne = (await this.messages.sealToOne(key, context, to, words)) ?? toOne
      return toOne ?? this.messages.seal(key, context, words)
    }, send)
  }

  rename<Answer>(name: DisplayName, say: AskWith<PersonName, Answer>): Promise<Answer> {
    return this.#ask(() => this.sealName(name), say)
  }

  afterMessages<Answer>(ask: AskWith<void, Answer>): Promise<Answer> {
    return this.#ask(async () => {}, ask)
  }

  opening(listener: OpeningListener): Opening {
    const opening = new SealedOpening(this, listener)
    this.#stayOf = (peer) => opening.stayOf(peer)
    return opening
  }

  /** In turn is what is asked, not what is answered. */
  async #ask<Made, Answer>(make: () => Promise<Made>, ask: AskWith<Made, Answer>): Promise<Answer> {
    const asked = await this.#outgoing.add(async () => ({ answer: ask(await make(), make) }))
    return asked.answer
  }

  /** By what a message is sealed that is said now: after all changes of the group that we were told of. */
  async #currentKey(): Promise<SealKey> {
    const ended = this.#ended.promise
    await Promise.race([this.#held.promise, ended])
    await this.#settled()
    return Promise.race([ended, this.contentKeys.whenKnown()])
  }

  /** All is worked off that a leaf's keys hang on, or one waits no longer. */
  #settled(): Promise<void> {
    return within(CONTENT_KEY_PATIENCE_MS, this.facts.settled(), this.#isOver)
  }

  get #introducing(): Purpose {
    return ['introduction', this.#room]
  }
}
