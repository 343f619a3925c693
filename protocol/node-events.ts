import * as v from 'valibot'
import { MediaRoomId, NodeId, NodeSessionId } from './ids.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const word = v.pipe(v.string(), v.maxLength(100))

/** How much a node carries now. */
export const NodeLoad = v.object({
  routers: count,
  transports: count,
  producers: count,
  consumers: count,
  /** Share of its cores' time that its mediasoup workers took since the last heartbeat, 0 to 1. */
  cpu: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
})
export type NodeLoad = v.InferOutput<typeof NodeLoad>

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
})
export type NodeRegistration = v.InferOutput<typeof NodeRegistration>

/** What a node tells by itself, after it registered. */
export const NodeEvent = v.variant('event', [
  v.object({ event: v.literal('heartbeat'), load: NodeLoad }),
  /** A mediasoup worker died, and these rooms' routers with it. */
  v.object({ event: v.literal('routers-lost'), rooms: v.pipe(v.array(MediaRoomId), v.maxLength(10_000)) }),
])
export type NodeEvent = v.InferOutput<typeof NodeEvent>
