import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { LinkProof } from '../../../protocol/page-edge/door.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import type { MessagePayload, PersonName } from '../../../protocol/page-edge/sealed.ts'
import type { Stay } from './stay.ts'

/** What a message's seal binds it to, beside the room and its sender: under anything else it does not open. */
export type Envelope = Pick<RoomMessage, 'kind' | 'addressee'> & { readonly upTo?: number | undefined }

/** Somebody, as they said who they are: their name, and in an encrypted room their stay. */
export interface Introduction {
  readonly name: DisplayName
  readonly stay: Stay | null
}

/** What somebody has sent. */
export interface Words {
  readonly payload: string
  /** Which of those that its sender sealed in this stay it is; null where nothing is sealed. */
  readonly number: number | null
}

/** How names and words of a room go through the edge: sealed by its secret, or as they are. What it opens is null where it does not open. */
export interface Sealing {
  /** Our own; null in a plain room. */
  readonly stay: Stay | null
  /** What a join proves the link by; null in a plain room. */
  readonly linkProof: LinkProof | null
  sealName(name: DisplayName): PersonName
  openName(said: PersonName): Introduction | null
  sealWords(envelope: Envelope, words: Words): MessagePayload
  openWords(envelope: Envelope, from: Stay | null, said: MessagePayload): Words | null
}

/** A plain room: nothing is sealed, and what comes sealed is not for us to read. */
export const PLAIN: Sealing = {
  stay: null,
  linkProof: null,
  sealName: (name) => name,
  openName: (said) => (typeof said === 'string' ? { name: said, stay: null } : null),
  sealWords: (_envelope, { payload }) => payload,
  openWords: (_envelope, _from, said) => (typeof said === 'string' ? { payload: said, number: null } : null),
}
