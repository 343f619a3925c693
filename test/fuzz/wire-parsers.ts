import { readCloseReason } from '../../protocol/close-reason.ts'
import {
  COMMIT_MESSAGE_MAX_BYTES,
  NODE_MESSAGE_MAX_BYTES,
  NODE_REGISTER_MAX_BYTES,
} from '../../protocol/limits.ts'
import { asOffered, problemWithCapabilities, problemWithSent } from '../../protocol/media/offered-media.ts'
import { RtpCapabilities, RtpParameters } from '../../protocol/media/rtp.ts'
import {
  EdgeToNodeFrame,
  NodeFrame,
  readEdgeToNodeFrame,
  readFirstNodeFrame,
  readNodeFrame,
} from '../../protocol/node-edge/frames.ts'
import { PageEvent } from '../../protocol/page-edge/events.ts'
import { readEdgeFrame } from '../../protocol/page-edge/frames.ts'
import { readPageRequest } from '../../protocol/page-edge/read-request.ts'
import { PAGE_REQUEST_NAMES, pageContract, Welcome } from '../../protocol/page-edge/requests.ts'
import { readWith } from '../../protocol/reading.ts'
import { FORMER_NODE_EDGE } from '../../protocol/versions/node-edge.ts'
import { FORMER_PAGE_EDGE } from '../../protocol/versions/page-edge.ts'
import { readJoinAnswer } from '../../web/core/signalling/join-answer.ts'
import { textMessage } from '../../worker/websocket/text-message.ts'
import { ofText, ofValue, type Parser, QUIET, samplesOf } from './parser.ts'

const SAID = { kind: 'chat', addressee: { to: 'everyone' }, payload: '{"text":"x"}', sendId: 'a'.repeat(16) }
const requests = PAGE_REQUEST_NAMES.flatMap((request) => {
  const params =
    request === 'send-message' ? [JSON.stringify(SAID)] : samplesOf(pageContract[request].params, 3)
  return params.map((json) => `{"id":7,"request":"${request}","params":${json}}`)
})

const toFormer = (part: 'request' | 'frame') => (json: string) =>
  JSON.stringify(FORMER_PAGE_EDGE.toFormer(24, part, JSON.parse(json)))
const frameFrom24 = (frame: unknown): unknown => FORMER_PAGE_EDGE.toNewest(24, 'frame', frame)

const events = PageEvent.options.flatMap((option) =>
  samplesOf(option, 2).map((data) => `{"seq":3,"data":${data}}`),
)
const answers = samplesOf(Welcome, 6).map((result) => `{"id":1,"result":${result}}`)
const resumed = events.map((event) => `{"id":1,"result":{"kind":"resumed","missed":[${event}]}}`)
const errors = ['{"id":1,"error":{"code":"denied","message":"no","retryAfterMs":5}}', '{"lobby":"admitted"}']
const edgeFrames = [...events, ...answers, ...resumed.slice(0, 4), ...errors]

const nodeFrames = samplesOf(NodeFrame, 40)
const toNodeFrames = samplesOf(EdgeToNodeFrame, 40)
const to24 = (part: 'fromNode' | 'toNode') => (json: string) =>
  JSON.stringify(FORMER_NODE_EDGE.toFormer(24, part, JSON.parse(json)))
const registrations = nodeFrames.filter((json) => json.startsWith('{"type":"register"'))

const ignored = (): void => {}
/** The longest that a page may ask is a change of the group. */
const COMMITS: Pick<Parser, 'most'> = { most: COMMIT_MESSAGE_MAX_BYTES }
const NODES: Pick<Parser, 'most'> = { most: Math.min(NODE_MESSAGE_MAX_BYTES, 256 * 1024) }

/** Frames of pages, nodes and edges, in each version, and what is done with them before the room sees them. */
export const WIRE_PARSERS: readonly Parser[] = [
  ofText('requests of pages', requests, (text) => readPageRequest(text, ignored), COMMITS),
  ofText('requests of pages of version 24', requests.map(toFormer('request')), (text) =>
    readPageRequest(text, ignored, 24),
  ),
  ofText('frames of the edge, at a page', edgeFrames, (text) => readEdgeFrame(text)),
  ofText('frames of an edge of version 24, at a page', edgeFrames.map(toFormer('frame')), (text) =>
    readEdgeFrame(text, frameFrom24),
  ),
  ofText('answers to a join', [...answers, ...resumed], (text) => {
    const frame = readEdgeFrame(text)
    return 'id' in frame ? readJoinAnswer(frame) : frame
  }),
  ofText('frames of nodes', nodeFrames, (text) => readNodeFrame(text), NODES),
  ofText(
    'frames of nodes of version 24',
    nodeFrames.map(to24('fromNode')),
    (text) => readNodeFrame(text, 24),
    NODES,
  ),
  ofText('first frames of nodes', registrations, readFirstNodeFrame, { most: NODE_REGISTER_MAX_BYTES }),
  ofText('frames of the edge, at a node', toNodeFrames, (text) => readEdgeToNodeFrame(text), NODES),
  ofText(
    'frames of an edge of version 24, at a node',
    toNodeFrames.map(to24('toNode')),
    (text) => readEdgeToNodeFrame(text, 24),
    NODES,
  ),
  ofText('messages of a socket, as bytes', ['{"id":1}'], (text) => textMessage(text, 64), {}),
  ofText('reasons of a close', ['rate-limited retry-after=1000', 'removed'], readCloseReason, QUIET),
  ofValue(
    'what a page can receive',
    samplesOf(RtpCapabilities, 30),
    (value) => problemWithCapabilities(readWith(RtpCapabilities, value)),
    {},
  ),
  ofValue(
    'what a page sends',
    samplesOf(RtpParameters, 30),
    (value) => {
      const rtp = readWith(RtpParameters, value)
      return problemWithSent('video', rtp) ?? problemWithSent('audio', asOffered(rtp))
    },
    {},
  ),
]
