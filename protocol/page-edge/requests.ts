import * as v from 'valibot'
import { BrowserId, NodeId, PeerId, ProducerId, ResumeToken, VoterId } from '../ids.ts'
import { MAX_MEASURED_NODES, MAX_TILES_IN_VIEW } from '../limits.ts'
import { PicturePriority } from '../media/picture-priority.ts'
import { RtpCapabilities, RtpParameters } from '../media/rtp.ts'
import { MediaSession, MediaSource } from '../media/session.ts'
import { Direction, DtlsParameters, IceParameters } from '../media/transport.ts'
import {
  CreatorKey,
  Knock,
  LinkProof,
  PasswordProof,
  SealedSecret,
  SpokenWords,
  Ticket,
  WordsProof,
} from './door.ts'
import { SequencedEvent } from './events.ts'
import { CommitVerdict, GroupDescription, OfferedChange, StandingGroup } from './group.ts'
import { MessageKind } from './message-kinds.ts'
import { OutgoingMessage, RoomMessage } from './messages.ts'
import { Permissions } from './permissions.ts'
import { Peer, Role, RoomSettings } from './roster.ts'
import { PersonName } from './sealed.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const nothing = v.object({})

/** What proves that a page is a person who is in the room already, and how much of the room it still holds. */
const Resume = v.object({
  token: ResumeToken,
  /** The number of the last event it has seen. */
  seq: count,
  /** Whether its transports are still there (a cut socket), or gone (a reloaded page). */
  media: v.picklist(['kept', 'gone']),
})

/** How long a packet takes from the page to a node and back. */
export const MeasuredNode = v.object({
  node: NodeId,
  roundTripMs: v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)),
})
export type MeasuredNode = v.InferOutput<typeof MeasuredNode>

const JoinParams = v.object({
  protocol: count,
  name: PersonName,
  /** What it can receive; null where the browser has no WebRTC: it is in the room without media. */
  rtpCapabilities: v.nullable(RtpCapabilities),
  /** The nodes that it measured; absent where it measured none. */
  measuredNodes: v.exactOptional(v.pipe(v.array(MeasuredNode), v.maxLength(MAX_MEASURED_NODES))),
  /** Where the room is to open, if it opens with this person; absent where that is left to the swarm. */
  preferredNode: v.exactOptional(NodeId),
  /** What this room knows the browser by; absent where the browser remembers nothing. */
  browserId: v.exactOptional(BrowserId),
  resume: v.exactOptional(Resume),
  /** There where nobody new wants in: who is known neither by token nor by ticket any more is refused with `not-found`. */
  resumeOnly: v.exactOptional(v.literal(true)),
  password: v.exactOptional(PasswordProof),
  /** That one has the link of an encrypted room (D11); whoever opens a room with it has it encrypted. */
  linkProof: v.exactOptional(LinkProof),
  /** Whoever opens a room nobody owns with such a key owns it from then on. */
  creatorKey: v.exactOptional(CreatorKey),
  /** Given by the edge to somebody who waits. */
  ticket: v.exactOptional(Ticket),
})

/** The whole room, in one message. */
export const Welcome = v.object({
  kind: v.literal('welcome'),
  self: PeerId,
  resumeToken: ResumeToken,
  /** What one's own votes are counted by; absent where the browser has no id here. */
  voter: v.exactOptional(VoterId),
  /** The number of the last event that this message already includes. */
  seq: count,
  room: RoomSettings,
  /** Everybody in the room, in the order of their arrival, oneself included. */
  peers: v.array(Peer),
  /** Who waits in the lobby; nobody, for whoever does not moderate. */
  knocks: v.array(Knock),
  /** Null while no node is there to carry media; `media-started` follows when one is. */
  media: v.nullable(MediaSession),
  /** Of an encrypted room; null in a plain one, or where none was founded yet. An edge that says nothing of it has none. */
  group: v.optional(v.nullable(GroupDescription), null),
})
export type Welcome = v.InferOutput<typeof Welcome>

/** Only what was missed. */
const Resumed = v.object({ kind: v.literal('resumed'), missed: v.array(SequencedEvent) })

/** One is not in yet: a moderator decides, and the ticket keeps the place. */
const Waiting = v.object({ kind: v.literal('waiting'), ticket: Ticket })

/** Annotated: inferred, its type is too deep for the compiler where a request's name is a type parameter. */
const JoinResult: v.GenericSchema<
  unknown,
  Welcome | v.InferOutput<typeof Resumed> | v.InferOutput<typeof Waiting>
> = v.variant('kind', [Welcome, Resumed, Waiting])

const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(20_000))

/** One picture on the page. */
const TileInView = v.object({
  producer: ProducerId,
  width: pixels,
  height: pixels,
  priority: PicturePriority,
})
export type TileInView = v.InferOutput<typeof TileInView>

/**
 * The requests of a page to the edge: the schema of what each takes, and of what it answers. `generation` names the
 * media session that a request is about; one that is over answers `stale-media`.
 */
export const pageContract = {
  join: { params: JoinParams, result: JoinResult },
  /** Of whoever was told the room's words, before they join (D12): its link's secret, sealed. */
  'claim-secret': {
    params: v.object({ protocol: count, proof: WordsProof, browserId: v.exactOptional(BrowserId) }),
    result: v.object({ sealed: SealedSecret }),
  },
  'connect-transport': {
    params: v.object({ generation: count, direction: Direction, dtlsParameters: DtlsParameters }),
    result: nothing,
  },
  'restart-ice': {
    params: v.object({ generation: count, direction: Direction }),
    result: v.object({ iceParameters: IceParameters }),
  },
  'renew-media': { params: v.object({ generation: count }), result: nothing },
  /** The page hears nothing of the node any more: perhaps it is gone. */
  'suspect-node': { params: v.object({ generation: count }), result: nothing },
  /** Whether packets go through a TURN server; said where they do, and where they do no longer. */
  'report-path': { params: v.object({ generation: count, viaTurn: v.boolean() }), result: nothing },
  /** The new session has all that the old one had. */
  'finish-migration': { params: v.object({ generation: count }), result: nothing },
  produce: {
    params: v.object({
      generation: count,
      producer: ProducerId,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: v.boolean(),
    }),
    result: nothing,
  },
  'set-producer-paused': { params: v.object({ producer: ProducerId, paused: v.boolean() }), result: nothing },
  'close-producer': { params: v.object({ producer: ProducerId }), result: nothing },
  /** What the page shows, how large (CSS pixels times the device's pixel ratio), and what it needs first; 0 x 0 is not shown. */
  'set-view': {
    params: v.object({ tiles: v.pipe(v.array(TileInView), v.maxLength(MAX_TILES_IN_VIEW)) }),
    result: nothing,
  },
  'send-message': { params: OutgoingMessage, result: v.object({ id: count, at: v.number() }) },
  /** Takes back the latest of one's own, or, as a moderator, of another's. */
  'clear-message': { params: v.object({ kind: MessageKind, peer: PeerId }), result: nothing },
  /** What was sent before one came, in order: what is kept, was for oneself, and has a number above `after`. */
  'message-history': {
    params: v.object({ after: count }),
    result: v.object({ messages: v.array(RoomMessage), more: v.boolean() }),
  },
  /** Changes an encrypted room's group, and perhaps its link, where nobody did since the epoch before; `commit` is null where it is founded. */
  commit: { params: OfferedChange, result: CommitVerdict },
  'describe-group': { params: nothing, result: StandingGroup },
  'set-lobby': { params: v.object({ lobby: v.boolean() }), result: nothing },
  /** The proof of the password that one needs from now on, or null for none. */
  'set-password': { params: v.object({ password: v.nullable(PasswordProof) }), result: nothing },
  /** The words that lead into an encrypted room from now on, or null for none; answers which they are, as the settings say. */
  'set-spoken-words': {
    params: v.object({ words: v.nullable(SpokenWords) }),
    result: v.object({ number: RoomSettings.entries.spokenWords }),
  },
  /** Whether all who are in an encrypted room are to send their voices at a constant rate. */
  'set-constant-rate': { params: v.object({ constantRate: v.boolean() }), result: nothing },
  /** Lets in one who waits, or all of them. */
  admit: { params: v.object({ knock: v.nullable(PeerId) }), result: nothing },
  deny: { params: v.object({ knock: PeerId }), result: nothing },
  'set-locked': { params: v.object({ locked: v.boolean() }), result: nothing },
  'set-permission': {
    params: v.object({ permission: v.keyof(Permissions), allowed: v.boolean() }),
    result: nothing,
  },
  'set-role': { params: v.object({ peer: PeerId, role: Role }), result: nothing },
  /** Mutes a microphone or a camera, ends a shared screen; of everybody else where `peer` is null. */
  'stop-source': { params: v.object({ peer: v.nullable(PeerId), source: MediaSource }), result: nothing },
  'ask-unmute': { params: v.object({ peer: PeerId }), result: nothing },
  'remove-peer': {
    params: v.object({
      peer: PeerId,
      /** Of an encrypted room: nobody comes in by its link until that is changed (D15), or was not changed in time. */
      changesLink: v.exactOptional(v.literal(true)),
    }),
    result: nothing,
  },
  /** One's own name, from now on. */
  rename: { params: v.object({ name: PersonName }), result: nothing },
  leave: { params: nothing, result: nothing },
} as const

type PageContract = typeof pageContract
export type PageRequestName = keyof PageContract
export type PageParams<Name extends PageRequestName> = v.InferOutput<PageContract[Name]['params']>
export type PageResult<Name extends PageRequestName> = v.InferOutput<PageContract[Name]['result']>

/** A request that was read: its name, and the parameters that go with that name. */
export type PageRequest = {
  [Name in PageRequestName]: { name: Name; params: PageParams<Name> }
}[PageRequestName]

export const PAGE_REQUEST_NAMES = Object.keys(pageContract) as PageRequestName[]
