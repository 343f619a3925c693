import * as v from 'valibot'
import { MediaRoomId, NodeId, NodeSessionId, PipeId, TransportId, TurnCountId } from '../ids.ts'
import { MAX_HEARD_PAGES, MAX_LENDING_HOURS } from '../limits.ts'
import { AnnouncedMedia, PortRange } from './port-check.ts'
import { Probe } from './probe.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const word = v.pipe(v.string(), v.maxLength(100))

/** Hours of the day in UTC, fractions included. From 20 to 6 goes past midnight. */
const LendingHours = v.object({
  from: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
  to: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
})

/** What a lender lends at most; null is without limit. The node keeps to it, and says when it is at it. */
export const LendingLimits = v.object({
  /** Bits a second that it sends. */
  bitsPerSecond: v.nullable(count),
  /** Bytes that it sends in a calendar month (UTC). */
  bytesPerMonth: v.nullable(count),
  rooms: v.nullable(count),
  people: v.nullable(count),
  /** When it takes new rooms. */
  hours: v.nullable(v.pipe(v.array(LendingHours), v.minLength(1), v.maxLength(MAX_LENDING_HOURS))),
})
export type LendingLimits = v.InferOutput<typeof LendingLimits>

/** Which limit of its lender keeps a node from taking new rooms. */
export const NotAccepting = v.picklist(['bandwidth', 'transfer', 'rooms', 'people', 'hours'])
export type NotAccepting = v.InferOutput<typeof NotAccepting>

/** How much a node carries now. */
export const NodeLoad = v.object({
  rooms: count,
  /** By the transports that they have. */
  people: count,
  routers: count,
  transports: count,
  producers: count,
  consumers: count,
  /** Share of its cores' time that its mediasoup workers took since the last heartbeat, 0 to 1. */
  cpu: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Bits a second that it sent since the last heartbeat. */
  bitsPerSecond: count,
  /** Bytes that it has sent in this calendar month (UTC). */
  bytesThisMonth: count,
})
export type NodeLoad = v.InferOutput<typeof NodeLoad>

/** That of a node on which nothing was measured yet. */
export const NO_LOAD: NodeLoad = {
  rooms: 0,
  people: 0,
  routers: 0,
  transports: 0,
  producers: 0,
  consumers: 0,
  cpu: 0,
  bitsPerSecond: 0,
  bytesThisMonth: 0,
}

/** The first message of a node: who it is, and what it lends. */
export const NodeRegistration = v.object({
  protocol: count,
  node: NodeId,
  session: NodeSessionId,
  version: word,
  /** Where it stands, as its operator says: a word like `eu-west`. */
  region: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/, 'a region')),
  /** Consumers that it can carry: what `cpu` is estimated from before it is measured. */
  capacity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  limits: LendingLimits,
  media: AnnouncedMedia,
  /** Where pipes from other nodes arrive, under the first of those addresses. */
  pipePorts: PortRange,
  /** Null while it takes new rooms. */
  notAccepting: v.nullable(NotAccepting),
  /** Null while it has none, as after a mediasoup worker died. */
  probe: v.nullable(Probe),
})
export type NodeRegistration = v.InferOutput<typeof NodeRegistration>

/** What a node has counted of one room's transports that are relayed: a sum, so that what is told twice counts once. */
export const TurnCount = v.object({ count: TurnCountId, bytes: count })
export type TurnCount = v.InferOutput<typeof TurnCount>

/** Whether anything is heard of a page: told of one that was heard when it is no longer, and when it is again. */
export const HeardPage = v.object({
  room: MediaRoomId,
  /** That by which the page receives; of the page it is whichever transport. */
  transport: TransportId,
  heard: v.boolean(),
})
export type HeardPage = v.InferOutput<typeof HeardPage>

/** What a node tells by itself, after it registered. */
export const NodeEvent = v.variant('event', [
  v.object({
    event: v.literal('heartbeat'),
    load: NodeLoad,
    /** Null while it takes new rooms. */
    notAccepting: v.nullable(NotAccepting),
  }),
  /** It is about to go, and does once no room is on it any more. */
  v.object({ event: v.literal('draining') }),
  /** A mediasoup worker died, and these rooms' routers with it. */
  v.object({ event: v.literal('routers-lost'), rooms: v.pipe(v.array(MediaRoomId), v.maxLength(10_000)) }),
  /** Whoever measures it is to ask here from now on. */
  v.object({ event: v.literal('probe-opened'), probe: Probe }),
  /** Of rooms of which more was relayed since it was told last. */
  v.object({
    event: v.literal('turn-bytes'),
    rooms: v.pipe(v.array(v.object({ room: MediaRoomId, ...TurnCount.entries })), v.maxLength(10_000)),
  }),
  v.object({
    event: v.literal('pages-heard'),
    pages: v.pipe(v.array(HeardPage), v.minLength(1), v.maxLength(MAX_HEARD_PAGES)),
  }),
  /** Nothing is heard of the other end of this pipe, at first or any more. */
  v.object({ event: v.literal('pipe-silent'), room: MediaRoomId, pipe: PipeId }),
])
export type NodeEvent = v.InferOutput<typeof NodeEvent>
