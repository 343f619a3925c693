import * as v from 'valibot'
import { ProtocolError, WireError } from '../errors.ts'
import { CheckTicket } from '../http/page-check.ts'
import { MediaRoomId } from '../ids.ts'
import { MAX_NODE_OPS_PER_BATCH } from '../limits.ts'
import { readJson, readWith } from '../reading.ts'
import { PROTOCOL_VERSION } from '../version.ts'
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

/** Reads a node's message, at the edge. Throws `bad-message`. */
export const readNodeFrame = (text: string): NodeFrame => readWith(NodeFrame, readJson(text))

/** What the first message of a node holds in every version: what comes after may be anything in another one. */
const Spoken = v.object({
  type: v.literal('register'),
  registration: v.object({ protocol: NodeRegistration.entries.protocol }),
})

/** The same of a node that has not registered yet. Throws `bad-message`; `unsupported-protocol` where it speaks another version. */
export function readFirstNodeFrame(text: string): NodeFrame {
  const value = readJson(text)
  const spoken = v.safeParse(Spoken, value)
  if (spoken.success && spoken.output.registration.protocol !== PROTOCOL_VERSION) {
    throw new ProtocolError('unsupported-protocol', `this edge speaks version ${PROTOCOL_VERSION}`)
  }
  return readWith(NodeFrame, value)
}

/** Reads the edge's message, at the node. Throws `bad-message`. */
export const readEdgeToNodeFrame = (text: string): EdgeToNodeFrame =>
  readWith(EdgeToNodeFrame, readJson(text))
