import * as v from 'valibot'
import { PeerId, ProducerId } from '../ids.ts'
import { ConsumerInfo, MediaSession, MediaSource, ProducerInfo } from '../media/session.ts'
import { IceServer } from '../media/transport.ts'
import { Knock } from './door.ts'
import { GroupChange } from './group.ts'
import { MessageKind } from './message-kinds.ts'
import { RoomMessage } from './messages.ts'
import { Peer, Role, RoomSettings } from './roster.ts'
import { PersonName } from './sealed.ts'

/** What happened in the room, told to its pages: past facts, in the order in which they happened. */
export const PageEvent = v.variant('event', [
  v.object({ event: v.literal('peer-joined'), peer: Peer }),
  v.object({
    event: v.literal('peer-left'),
    peer: PeerId,
    /** A moderator put them out. */
    removed: v.exactOptional(v.literal(true)),
  }),
  /** Nothing is heard of these people any more, neither of their media nor else; or something is again. */
  v.object({ event: v.literal('cut-off-changed'), peers: v.array(PeerId), cutOff: v.boolean() }),
  v.object({ event: v.literal('peer-renamed'), peer: PeerId, name: PersonName }),
  v.object({ event: v.literal('peer-role-changed'), peer: PeerId, role: Role }),
  v.object({
    event: v.literal('producer-added'),
    peer: PeerId,
    producer: ProducerInfo,
    /** Null where the receiver cannot receive it, or sent it. */
    consumer: v.nullable(ConsumerInfo),
  }),
  v.object({ event: v.literal('producer-changed'), peer: PeerId, producer: ProducerId, paused: v.boolean() }),
  v.object({ event: v.literal('producer-removed'), peer: PeerId, producer: ProducerId }),
  /** Somebody else has changed an encrypted room's group. */
  v.object({
    event: v.literal('group-changed'),
    ...GroupChange.entries,
    /** And with it the room's link (D15): the one before leads in no longer. */
    changesLink: v.exactOptional(v.literal(true)),
  }),
  v.object({ event: v.literal('message'), message: RoomMessage }),
  /** The latest message of that kind by that person no longer holds: a hand goes down. */
  v.object({ event: v.literal('message-cleared'), peer: PeerId, kind: MessageKind }),
  /** A moderator turned off what the receiver sends; only they can turn it on again. */
  v.object({ event: v.literal('source-stopped'), source: MediaSource, by: PeerId }),
  /** A moderator asks the receiver to turn its microphone on; nobody can do it for them. */
  v.object({ event: v.literal('unmute-asked'), by: PeerId }),
  /** To moderators: somebody waits in the lobby. */
  v.object({ event: v.literal('knocked'), knock: Knock }),
  /** To moderators: they wait no longer, for whatever reason. */
  v.object({ event: v.literal('knock-ended'), knock: PeerId }),
  v.object({ event: v.literal('room-settings-changed'), room: RoomSettings }),
  /** A new media session for the receiver: it connects and produces again. */
  v.object({ event: v.literal('media-started'), media: MediaSession }),
  /** What the receiver's transports may go through from now on: credentials do not hold for ever. */
  v.object({ event: v.literal('ice-servers-changed'), iceServers: v.array(IceServer) }),
  /** Something that the receiver did not receive so far, of a producer that it knows of. */
  v.object({ event: v.literal('consumer-added'), consumer: ConsumerInfo }),
  /** A new media session for the receiver, beside the one that it has: it connects and produces there, too, and says when it has all. */
  v.object({ event: v.literal('migration-started'), media: MediaSession }),
  /** The old one is over. */
  v.object({ event: v.literal('migration-ended') }),
  /** The node that carried these people is gone, and with it all that they sent and received. */
  v.object({ event: v.literal('media-lost'), peers: v.array(PeerId) }),
])
export type PageEvent = v.InferOutput<typeof PageEvent>

/** An event with its number: numbers only grow, and leave gaps where an event was not for this page. */
export const SequencedEvent = v.object({
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  data: PageEvent,
})
export type SequencedEvent = v.InferOutput<typeof SequencedEvent>

/** What is told to somebody who waits in the lobby, who is not in the room: it has no number, and cannot be missed. */
export const LobbyEvent = v.object({
  /** A moderator opened the door: `join` again with the ticket. */
  lobby: v.literal('admitted'),
})
export type LobbyEvent = v.InferOutput<typeof LobbyEvent>
