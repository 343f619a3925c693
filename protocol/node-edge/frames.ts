import * as v from 'valibot'
import { ProtocolError, WireError } from '../errors.ts'
import { CheckTicket } from '../http/page-check.ts'
import { MediaRoomId, NodeId, NodeSessionId } from '../ids.ts'
import { MAX_NODE_OPS_PER_BATCH, OTHER_VERSION_RETRY_MIN_MS } from '../limits.ts'
import { readJson, readWith, unknownAmong } from '../reading.ts'
import { isSpoken, NODE_EDGE, type UnspokenVersion, unspokenInWords } from '../version.ts'
import { FORMER_NODE_EDGE } from '../versions/node-edge.ts'
import { NodeEvent, NodeRegistration } from './events.ts'
import { NodeNonce, NodeSignature } from './keys.ts'
import { CheckAnswer, CheckAsk, Reachability } from './port-check.ts'
import { NodeBatch, NodeOutcome } from './requests.ts'

const QuestionId = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What a node sends: its registration first, then answers and events; `alive` answers `are-you-alive`, `checked` a `check`. */
export const NodeFrame = v.variant('type', [
  /** Signed as `registrationText` says. */
  v.object({ type: v.literal('register'), registration: NodeRegistration, signature: NodeSignature }),
  v.object({ type: v.literal('alive') }),
  v.object({ type: v.literal('event'), event: NodeEvent }),
  v.object({
    type: v.literal('answer'),
    id: QuestionId,
    outcomes: v.pipe(v.array(NodeOutcome), v.maxLength(MAX_NODE_OPS_PER_BATCH)),
  }),
  v.object({ type: v.literal('checked'), id: QuestionId, answer: CheckAnswer }),
])
export type NodeFrame = v.InferOutput<typeof NodeFrame>

/** What the edge sends to a node. */
export const EdgeToNodeFrame = v.variant('type', [
  /** The first frame: what to sign in order to register. */
  v.object({ type: v.literal('challenge'), nonce: NodeNonce }),
  /** Registered; routers of rooms that are not in this list are to be closed: the edge gave them up meanwhile. */
  v.object({ type: v.literal('registered'), rooms: v.array(MediaRoomId) }),
  /** Asked of a node whose id a second one claims. */
  v.object({ type: v.literal('are-you-alive') }),
  v.object({ type: v.literal('batch'), batch: NodeBatch }),
  v.object({ type: v.literal('check'), id: QuestionId, ask: CheckAsk }),
  /** No other node can try this one's ports: a page may, with this. */
  v.object({ type: v.literal('check-ticket'), ticket: CheckTicket }),
  /** What came of a check of this node. */
  v.object({ type: v.literal('reachability'), reachability: Reachability }),
  /** The edge's operator wants it to go: it drains, and ends. */
  v.object({ type: v.literal('drain') }),
  /** The socket closes after it, with the error's close code. */
  v.object({ type: v.literal('error'), error: WireError }),
])
export type EdgeToNodeFrame = v.InferOutput<typeof EdgeToNodeFrame>

/** An event that we do not know, as a later node may tell: it is passed over (V2). */
export interface UnknownNodeEvent {
  readonly type: 'unknown-event'
  readonly event: string
}

const EventEnvelope = v.object({ type: v.literal('event'), event: v.unknown() })

const unknownNodeEvent = unknownAmong(NodeEvent)

/** Reads a node's message, at the edge. Throws `bad-message`. */
export function readNodeFrame(text: string, protocol = NODE_EDGE.newest): NodeFrame | UnknownNodeEvent {
  const value = FORMER_NODE_EDGE.toNewest(protocol, 'fromNode', readJson(text))
  const told = v.safeParse(EventEnvelope, value)
  const unknown = told.success ? unknownNodeEvent(told.output.event) : null
  return unknown === null ? readWith(NodeFrame, value) : { type: 'unknown-event', event: unknown }
}

/** A frame of the edge's, for a node that speaks that version. */
export const writeEdgeToNodeFrame = (frame: EdgeToNodeFrame, protocol: number): string =>
  JSON.stringify(FORMER_NODE_EDGE.toFormer(protocol, 'toNode', frame))

/** What the first message of a node holds in every version: what comes after may be anything in another one. */
const Spoken = v.object({
  type: v.literal('register'),
  registration: v.object({ protocol: v.optional(v.unknown()) }),
})

const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** As much of a registration as proves whose it is (N8): the same in all versions since the key of a node has been asked for. */
const Signed = v.object({
  registration: v.object({ node: NodeId, session: NodeSessionId }),
  signature: NodeSignature,
})

/** A registration of a version that is not spoken, as far as it is read. */
export interface UnspokenRegistration extends v.InferOutput<typeof Signed> {
  readonly type: 'register-unspoken'
  readonly version: UnspokenVersion
}

interface FirstNodeFrame {
  readonly frame: NodeFrame | UnspokenRegistration
  readonly protocol: number
}

/** What is said to a node whose version is not spoken. A later one may speak an earlier version, too, and does so at once. */
export const unspokenVersion = (version: UnspokenVersion): ProtocolError =>
  new ProtocolError('unsupported-protocol', unspokenInWords(NODE_EDGE, version), {
    retryAfterMs: version !== null && version > NODE_EDGE.newest ? undefined : OTHER_VERSION_RETRY_MIN_MS,
  })

/**
 * The same of a node that has not registered yet, and the version that it speaks; what it registers counts as of the newest
 * version from then on. Throws `bad-message`; `unsupported-protocol` where we do not speak its version, and it does not say
 * who it is as all versions do.
 */
export function readFirstNodeFrame(text: string): FirstNodeFrame {
  const value = readJson(text)
  const spoken = v.safeParse(Spoken, value)
  const read = v.safeParse(Version, spoken.success ? spoken.output.registration.protocol : NODE_EDGE.newest)
  const protocol = read.success ? read.output : null
  if (protocol === null || !isSpoken(NODE_EDGE, protocol)) {
    const signed = v.safeParse(Signed, value)
    if (!signed.success) throw unspokenVersion(protocol)
    const frame = { type: 'register-unspoken', version: protocol, ...signed.output } as const
    return { frame, protocol: NODE_EDGE.newest }
  }
  const frame = readWith(NodeFrame, FORMER_NODE_EDGE.toNewest(protocol, 'fromNode', value))
  if (frame.type !== 'register') return { frame, protocol }
  const registration = { ...frame.registration, protocol: NODE_EDGE.newest }
  return { frame: { ...frame, registration }, protocol }
}

/** Reads the message of an edge that speaks that version, at the node. Throws `bad-message`. */
export function readEdgeToNodeFrame(text: string, protocol = NODE_EDGE.newest): EdgeToNodeFrame {
  return readWith(EdgeToNodeFrame, FORMER_NODE_EDGE.toNewest(protocol, 'toNode', readJson(text)))
}

/** A frame of a node's, for an edge that speaks that version. */
export const writeNodeFrame = (frame: NodeFrame, protocol: number): string =>
  JSON.stringify(FORMER_NODE_EDGE.toFormer(protocol, 'fromNode', frame))
