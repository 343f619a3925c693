import * as v from 'valibot'
import { ProtocolError, WireError } from '../errors.ts'
import { CheckTicket } from '../http/page-check.ts'
import { MediaRoomId } from '../ids.ts'
import { MAX_NODE_OPS_PER_BATCH } from '../limits.ts'
import { EventName, readJson, readWith } from '../reading.ts'
import { isSpoken, NODE_EDGE, spokenInWords } from '../version.ts'
import {
  edgeToNodeFrameFrom24,
  edgeToNodeFrameTo24,
  nodeFrameFrom24,
  nodeFrameTo24,
} from '../versions/node-edge-24.ts'
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

const EventEnvelope = v.object({ type: v.literal('event'), event: v.object({ event: EventName }) })

const EVENT_NAMES: ReadonlySet<string> = new Set(
  NodeEvent.options.map(({ entries }) => entries.event.literal),
)

/** Reads a node's message, at the edge. Throws `bad-message`. */
export function readNodeFrame(text: string, protocol = NODE_EDGE.newest): NodeFrame | UnknownNodeEvent {
  const value = asNewest(readJson(text), protocol)
  const told = v.safeParse(EventEnvelope, value)
  if (!told.success || EVENT_NAMES.has(told.output.event.event)) return readWith(NodeFrame, value)
  return { type: 'unknown-event', event: told.output.event.event }
}

const asNewest = (frame: unknown, protocol: number): unknown =>
  protocol === 24 ? nodeFrameFrom24(frame) : frame

/** A frame of the edge's, for a node that speaks that version. */
export const writeEdgeToNodeFrame = (frame: EdgeToNodeFrame, protocol: number): string =>
  JSON.stringify(protocol === 24 ? edgeToNodeFrameTo24(frame) : frame)

/** What the first message of a node holds in every version: what comes after may be anything in another one. */
const Spoken = v.object({
  type: v.literal('register'),
  registration: v.object({ protocol: NodeRegistration.entries.protocol }),
})

/**
 * The same of a node that has not registered yet, and the version that it speaks; what it registers counts as of the newest
 * version from then on. Throws `bad-message`; `unsupported-protocol` where we do not speak its version.
 */
export function readFirstNodeFrame(text: string): { readonly frame: NodeFrame; readonly protocol: number } {
  const value = readJson(text)
  const spoken = v.safeParse(Spoken, value)
  const protocol = spoken.success ? spoken.output.registration.protocol : NODE_EDGE.newest
  if (!isSpoken(NODE_EDGE, protocol)) {
    throw new ProtocolError('unsupported-protocol', spokenInWords(NODE_EDGE))
  }
  const frame = readWith(NodeFrame, asNewest(value, protocol))
  if (frame.type !== 'register') return { frame, protocol }
  const registration = { ...frame.registration, protocol: NODE_EDGE.newest }
  return { frame: { ...frame, registration }, protocol }
}

/** Reads the message of an edge that speaks that version, at the node. Throws `bad-message`. */
export function readEdgeToNodeFrame(text: string, protocol = NODE_EDGE.newest): EdgeToNodeFrame {
  const said = readJson(text)
  return readWith(EdgeToNodeFrame, protocol === 24 ? edgeToNodeFrameFrom24(said) : said)
}

/** A frame of a node's, for an edge that speaks that version. */
export const writeNodeFrame = (frame: NodeFrame, protocol: number): string =>
  JSON.stringify(protocol === 24 ? nodeFrameTo24(frame) : frame)
