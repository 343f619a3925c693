import * as v from 'valibot'
import { NodeId } from './ids.ts'
import { MAX_MEASURED_NODES } from './limits.ts'

/** Characters of ICE credentials (RFC 8839 §5.4): what is written into an SDP cannot hold a line of its own. */
const iceWord = (atLeast: number) =>
  v.pipe(v.string(), v.minLength(atLeast), v.maxLength(256), v.regex(/^[A-Za-z0-9+/]+$/))

/** Where a node answers whoever wants to know how far it is: ICE binding requests over UDP (RFC 8445 §7), and nothing else. */
export const Probe = v.object({
  usernameFragment: iceWord(4),
  password: iceWord(22),
  /** An IPv4 or IPv6 address. */
  address: v.pipe(v.string(), v.regex(/^[0-9A-Fa-f.:]{2,45}$/)),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
})
export type Probe = v.InferOutput<typeof Probe>

const ProbedNode = v.object({ node: NodeId, probe: Probe })
export type ProbedNode = v.InferOutput<typeof ProbedNode>

/** What `GET /api/candidates` answers: the nodes that are worth measuring from where the page is, best first (X8). */
export const Candidates = v.object({
  nodes: v.pipe(v.array(ProbedNode), v.maxLength(MAX_MEASURED_NODES)),
})
export type Candidates = v.InferOutput<typeof Candidates>
