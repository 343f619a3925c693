import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NodeId } from '../../protocol/ids.ts'
import type { NodeStanding } from '../../protocol/lending.ts'
import { directoryOf, type Env } from '../env.ts'

/** What an operator may tell a node, and how it stands then (N11). */
const STANDINGS = {
  pause: 'paused',
  resume: 'active',
  drain: 'draining',
  revoke: 'revoked',
} as const satisfies Record<string, NodeStanding>

const Order = v.picklist(['pause', 'resume', 'drain', 'revoke'])

/** Answers how the node stands then, and how many rooms live on it. Throws `not-found` and `not-allowed`. */
export async function order(env: Env, node: NodeId, word: string | undefined): Promise<Response> {
  const read = v.safeParse(Order, word)
  if (!read.success) throw new ProtocolError('not-found', 'no such address')
  const standing = STANDINGS[read.output]
  const refused = await directoryOf(env).setStanding(node, standing, null)
  if (refused) throw ProtocolError.fromWire(refused)
  const rooms = await env.NODES.get(env.NODES.idFromName(node)).stands(node, standing)
  return Response.json({ node, standing, rooms })
}
