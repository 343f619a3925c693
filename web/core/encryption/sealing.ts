import type { PeerId } from '../../../protocol/ids.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import type { MessagePayload, PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { OpenedEvent, OpenedMessage, OpenedWelcome } from './opened.ts'
import type { Stay } from './stay.ts'

/** What a message's seal binds it to, beside the room and its sender: under anything else it does not open. */
export type Envelope = Pick<RoomMessage, 'kind' | 'addressee'> & { readonly upTo?: number | undefined }

/** How names and words of a room go through the edge: sealed by its secret, or as they are. */
export interface Sealing {
  /** What a join proves the link by; null in a plain room. */
  readonly linkProof: LinkProof | null
  sealName(name: DisplayName): PersonName
  /** @param number - Of those that are sealed in this stay. */
  sealWords(envelope: Envelope, words: { readonly payload: string; readonly number: number }): MessagePayload
  /** Opens what comes. */
  opening(heard: OpeningListener): Opening
}

/** Who is told what became known while something was opened. */
export interface OpeningListener {
  /** Whose media is sealed by which stay's keys, from now on; null: they left. */
  introduced(peer: PeerId, stay: Stay | null): void
  /** Something did not open, or was not what it said, and was left out. */
  tampered(): void
  /** What somebody is called whose name does not open. */
  unreadableName(): DisplayName
}

/** Opens what comes of a room by the edge. */
export interface Opening {
  welcome(welcome: Welcome): OpenedWelcome
  /** Null where nothing of it is left, or nothing that anybody is told. */
  event(event: PageEvent): OpenedEvent | null
  /** What was said before, as far as it opens. */
  history(messages: readonly RoomMessage[]): readonly OpenedMessage[]
  /** What we said ourselves under that number became message `id`: it comes from nobody else. */
  said(became: Pick<RoomMessage, 'id' | 'kind'>, number: number): void
}
