import * as v from 'valibot'
import { NodeId } from '../ids.ts'
import { MAX_INVITATION_DAYS } from '../limits.ts'
import { LendingLimits, NodeLoad, NodeRegistration, NotAccepting } from '../node-edge/events.ts'
import { NodePublicKey, NodeSignature } from '../node-edge/keys.ts'
import { Reachability } from '../node-edge/port-check.ts'
import { Lender } from './lender.ts'

/** Who lends which node: what operators and nodes say to the edge over HTTP. */

/** What an operator asks for: somebody may enrol one node, once, within so many days. */
export const InvitationRequest = v.object({
  lender: Lender,
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_INVITATION_DAYS)),
})
export type InvitationRequest = v.InferOutput<typeof InvitationRequest>

/** The secret of an invitation: 256 random bits, of which the edge keeps the SHA-256. */
export const InvitationCode = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'the code of an invitation'),
  v.brand('InvitationCode'),
)
export type InvitationCode = v.InferOutput<typeof InvitationCode>

/** `until` in ms since the epoch. */
export const NewInvitation = v.object({ code: InvitationCode, until: v.number() })

/** What a node brings to be enrolled; signed as `enrolmentText` says. */
export const Enrolment = v.object({
  code: InvitationCode,
  publicKey: NodePublicKey,
  signature: NodeSignature,
})
export type Enrolment = v.InferOutput<typeof Enrolment>

/** What the node is called from then on, and who lends it. */
export const Enrolled = v.object({ node: NodeId, lender: v.string() })
export type Enrolled = v.InferOutput<typeof Enrolled>

/** `paused`: gets no new rooms. `draining`: is about to go, and its rooms with it. `revoked`: is no longer one of ours. */
export const NodeAdminState = v.picklist(['active', 'paused', 'draining', 'revoked'])
export type NodeAdminState = v.InferOutput<typeof NodeAdminState>

/** A node as operators see it. */
export const ListedNode = v.object({
  node: NodeId,
  /** Null for the operator's own. */
  lender: v.nullable(Lender),
  adminState: NodeAdminState,
  /** Why it does not stand as active, or gets no new rooms in its turn; null where nobody gave a reason. */
  reason: v.nullable(v.string()),
  /** Null for the operator's own, for which the operator vouches. */
  reachability: v.nullable(Reachability),
  /** What it last told; null while it is away. */
  connected: v.nullable(
    v.object({
      region: NodeRegistration.entries.region,
      version: NodeRegistration.entries.version,
      capacity: v.number(),
      limits: LendingLimits,
      load: v.nullable(NodeLoad),
      notAccepting: v.nullable(NotAccepting),
    }),
  ),
  /** Of a node that dials, and speaks a version that the edge does not (N27). */
  unspoken: v.optional(v.object({ version: v.nullable(v.number()), isNewer: v.boolean() })),
})
export type ListedNode = v.InferOutput<typeof ListedNode>

export const ListedNodes = v.object({ nodes: v.array(ListedNode) })
