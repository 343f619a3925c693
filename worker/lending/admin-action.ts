import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import type { NodeAdminState } from '../../protocol/http/lending.ts'
import type { NodeId } from '../../protocol/ids.ts'
import { directoryOf, nodeOf } from '../durable-objects.ts'
import type { Env } from '../env.ts'

/** What an operator may do to a node, and the state that it is in then (N11). */
const STATE_AFTER = {
  pause: 'paused',
  resume: 'active',
  drain: 'draining',
  revoke: 'revoked',
} as const satisfies Record<string, NodeAdminState>

const AdminAction = v.picklist(['pause', 'resume', 'drain', 'revoke'])

/** Answers the state that the node is in then, and how many rooms live on it. Throws `not-found` and `not-allowed`. */
export async function adminAction(env: Env, node: NodeId, action: string | undefined): Promise<Response> {
  const read = v.safeParse(AdminAction, action)
  if (!read.success) throw new ProtocolError('not-found', 'no such address')
  const adminState = STATE_AFTER[read.output]
  const refused = await directoryOf(env).repeat((directory) =>
    directory.setAdminState(node, adminState, null),
  )
  if (refused) throw ProtocolError.fromWire(refused)
  const rooms = await nodeOf(env, node).repeat((object) => object.setAdminState(node, adminState))
  return Response.json({ node, adminState, rooms })
}
