import { ProtocolError } from '../../../protocol/errors.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import { isSignedBy, type NodeSignature } from '../../../protocol/node-edge/keys.ts'
import { HOST_HINT, registrationText } from '../../../protocol/node-edge/proofs.ts'
import type { Admission } from '../../directory/registry/node-registry.ts'
import { directoryOf } from '../../durable-objects.ts'
import type { Env } from '../../env.ts'
import type { NodeAttachment } from '../channel/node-sockets.ts'
import { isOwnMedia } from './registered-addresses.ts'

/**
 * Verifies that a registration comes from the node that the socket was dialled for (N2, N8), and resolves with
 * as what it is admitted. Throws `bad-message`,
 * `revoked`, `misbehaved` and `unauthorised`.
 *
 * @param attachment - Of the socket as it was before: its nonce must not serve again.
 */
export async function verifyRegistration(
  env: Env,
  attachment: NodeAttachment,
  registration: NodeRegistration,
  signature: NodeSignature,
): Promise<Admission> {
  if (registration.probe && !isOwnMedia(registration, registration.probe)) {
    throw new ProtocolError('bad-message', 'its probe is none of its media ports')
  }
  const { admission, isProven } = await verifyProof(env, attachment, registration, signature)
  if (isProven) return admission
  const { node, host } = attachment
  throw new ProtocolError(
    'unauthorised',
    `that is not the key that ${node} was enrolled with at the edge ${host}; ${HOST_HINT}`,
  )
}

/** Whether that is the key of the node for which the socket was dialled. Throws `bad-message`, `revoked` and `misbehaved`. */
export async function verifyProof(
  env: Env,
  { node, host, nonce }: NodeAttachment,
  said: Pick<NodeRegistration, 'node' | 'session'>,
  signature: NodeSignature,
): Promise<{ readonly admission: Admission; readonly isProven: boolean }> {
  if (said.node !== node) throw new ProtocolError('bad-message', 'registers under another id')
  const admission = await admit(env, node)
  const { key } = admission
  const text = nonce && registrationText(host, node, said.session, nonce)
  return { admission, isProven: Boolean(key && text && (await isSignedBy(key, text, signature))) }
}

/**
 * Throws `rate-limited` where that network dials too often, `revoked`, `misbehaved`, or `unauthorised` where nobody was
 * enrolled under that id.
 */
export async function refuseStranger(env: Env, node: NodeId, network: string | null): Promise<void> {
  const retryAfterMs = await directoryOf(env).once((directory) => directory.waitToDial(network))
  if (retryAfterMs > 0) {
    throw new ProtocolError('rate-limited', 'too many nodes dial from there: try again later', {
      retryAfterMs,
    })
  }
  const { key } = await admit(env, node)
  if (!key) throw new ProtocolError('unauthorised', `this edge knows no node ${node}`)
}

async function admit(env: Env, node: NodeId): Promise<Admission> {
  const admission = await directoryOf(env).repeat((directory) => directory.admission(node))
  if (admission.adminState === 'revoked') throw nodeRevoked()
  if (admission.outUntil !== null) {
    const until = new Date(admission.outUntil).toISOString()
    throw new ProtocolError('misbehaved', `paused for what it said, and not heard before ${until}`)
  }
  return admission
}

export const nodeRevoked = () => new ProtocolError('revoked', "the edge's operator has revoked this node")
