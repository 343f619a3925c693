import type { PeerId } from '../../../protocol/ids.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import type { MessagePayload, PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { MakeAnew } from '../signalling/pending-requests.ts'
import type { OpenedEvent, OpenedMessage, OpenedWelcome } from './opened.ts'
import type { Stay } from './stay.ts'

/** What a message's seal binds it to, beside the room and its sender: under anything else it does not open. */
export type MessageContext = Pick<RoomMessage, 'kind' | 'addressee'> & { readonly upTo?: number | undefined }

/** What somebody sends, and which of those that they sealed in that stay it is. */
export interface Words {
  readonly payload: string
  readonly number: number
}

/**
 * Asks the edge for something, with what was made for it.
 *
 * @param again - Makes it once more, where it has to be sent again: by the keys that hold then. Null where that changes nothing.
 */
export type AskWith<Made, Answer> = (made: Made, again: MakeAnew<Made> | null) => Promise<Answer>

/**
 * How names and words of a room go through the edge: sealed, or as they are. What is asked by way of it is asked in the order of the
 * calls; where nothing is sealed, at once.
 */
export interface Sealing {
  /** What a join proves the link by; null in a plain room. */
  readonly linkProof: LinkProof | null
  sealName(name: DisplayName): PersonName | Promise<PersonName>
  /** Has `send` send that message, as soon as there is a key for it. */
  sendMessage<Answer>(
    context: MessageContext,
    words: Words,
    send: AskWith<MessagePayload, Answer>,
  ): Promise<Answer>
  /** Has `say` say that name. */
  rename<Answer>(name: DisplayName, say: AskWith<PersonName, Answer>): Promise<Answer>
  /** Asks what hangs on messages before it: that one of them is taken back. */
  afterMessages<Answer>(ask: AskWith<void, Answer>): Promise<Answer>
  /** Opens what comes. */
  opening(listener: OpeningListener): Opening
}

/** Who is told what comes, opened, and what became known meanwhile. */
export interface OpeningListener {
  welcomed(welcome: OpenedWelcome): void
  happened(event: OpenedEvent): void
  /** Whose media is sealed by which stay's keys, from now on; null: they left. It may come before what says so has happened. */
  introduced(peer: PeerId, stay: Stay | null): void
  /** Something did not open, or was not what it said, and was left out. */
  tampered(): void
  /** What somebody is called whose name does not open. */
  unreadableName(): DisplayName
}

/** Opens what comes of a room by the edge, and tells it in the order in which it came: where nothing is sealed, at once. */
export interface Opening {
  /** The whole room, anew. */
  welcomed(welcome: Welcome): void
  happened(event: PageEvent): void
  /** We are not in the room at present: the socket fell, or somebody decides whether we come in. */
  away(tell: () => void): void
  /** The socket is back; what was missed follows at once. */
  resumed(tell: () => void): void
  /** What was said before, as far as it opens. Rejects with `not-joined` where one has left meanwhile. */
  history(messages: readonly RoomMessage[]): Promise<readonly OpenedMessage[]> | readonly OpenedMessage[]
  /** What we said ourselves under that number became message `id`: it comes from nobody else. */
  said(became: Pick<RoomMessage, 'id' | 'kind'>, number: number): void
  /** Nothing comes any more: what waited is told as far as it opens, and then this. */
  ended(tell: () => void): void
  /** Nothing is told from now on. */
  close(): void
}
