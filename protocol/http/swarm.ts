import * as v from 'valibot'
import { NodeId } from '../ids.ts'
import { Lender } from './lender.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A node that somebody lends, as everybody may know it. */
export const LentNode = v.object({
  node: NodeId,
  /** `at` is rounded to a tenth of a degree, about ten kilometres. */
  ...Lender.entries,
  connected: v.boolean(),
  /** Whether a new room may open there. */
  takesRooms: v.boolean(),
  /** Whom it carries at this moment, as it told last; nobody while it is away. */
  people: count,
})
export type LentNode = v.InferOutput<typeof LentNode>

/** What `GET /api/swarm` answers: who carries the rooms of this edge (S6). */
export const Swarm = v.object({
  lent: v.array(LentNode),
  /** The operator's own nodes that are connected, together. */
  own: v.object({ nodes: count, people: count }),
})
export type Swarm = v.InferOutput<typeof Swarm>
