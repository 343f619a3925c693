import * as v from 'valibot'
import { NodeId } from '../ids.ts'
import { MAX_MEASURED_NODES } from '../limits.ts'
import { IceFragment, IcePassword } from '../media/sdp-grammar.ts'

/** Where a node answers whoever wants to know how far it is: ICE binding requests over UDP (RFC 8445 §7), and nothing else. */
export const Probe = v.object({
  usernameFragment: IceFragment,
  password: IcePassword,
  address: v.pipe(v.string(), v.ip()),
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
