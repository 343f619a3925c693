import * as v from 'valibot'
import { PeerId, SendId, VoterId } from '../ids.ts'
import { isShortEnough, MessageKind, rulesOf } from './message-kinds.ts'
import { MessagePayload, PersonName } from './sealed.ts'

/**
 * What people send each other: one mechanism for all of it. The envelope holds what the edge must know to enforce a
 * right (kind, sender, addressees, size); what the payload means is the pages' business, and in an encrypted room it is sealed.
 */

/** Whom it is for. */
export const Addressee = v.variant('to', [
  v.object({ to: v.literal('everyone') }),
  v.object({ to: v.literal('moderators') }),
  v.object({ to: v.literal('peer'), peer: PeerId }),
])
export type Addressee = v.InferOutput<typeof Addressee>

const MessageNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A message as it is sent: what it is, for whom, and what its kind lets it be. */
export const OutgoingMessage = v.pipe(
  v.object({
    kind: MessageKind,
    addressee: Addressee,
    payload: MessagePayload,
    /** Names the sending, so that sent again after a cut it is the same message (C6). */
    sendId: v.exactOptional(SendId),
    /** This message stands for all earlier ones of its kind up to this number. */
    upTo: v.exactOptional(MessageNumber),
  }),
  v.check(({ kind, addressee }) => rulesOf(kind).to.includes(addressee.to), 'not for messages of that kind'),
  v.check(({ kind, payload }) => isShortEnough(kind, payload), 'too long for its kind'),
  v.check(({ kind, upTo }) => upTo === undefined || rulesOf(kind).compacted === true, 'stands for no others'),
)

/** A message as it arrives. Ids only grow, and order the room's messages. */
export const RoomMessage = v.object({
  id: MessageNumber,
  from: PeerId,
  /** The sender's name, for those who read it when the sender has left. */
  name: PersonName,
  /** There where the sender was a moderator then: what only moderators may say is judged by it, whoever has left since. */
  moderator: v.exactOptional(v.literal(true)),
  /** Of votes, where the sender's browser has an id: whoever leaves and comes back is the same voter. */
  voter: v.exactOptional(VoterId),
  kind: MessageKind,
  addressee: Addressee,
  /** When the edge took it (ms since the epoch). */
  at: v.number(),
  payload: MessagePayload,
  /** Earlier messages of its kind, up to this number, are in this one. */
  upTo: v.exactOptional(MessageNumber),
})
export type RoomMessage = v.InferOutput<typeof RoomMessage>
