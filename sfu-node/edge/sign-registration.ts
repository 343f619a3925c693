import type { NodeRegistration } from '../../protocol/node-edge/events.ts'
import type { NodeFrame } from '../../protocol/node-edge/frames.ts'
import { type NodeNonce, type NodePrivateKey, signText } from '../../protocol/node-edge/keys.ts'
import { registrationText } from '../../protocol/node-edge/proofs.ts'

/** The frame by which a node registers: signed with its key, for that edge and that challenge alone (N8). */
export async function signRegistration(
  key: NodePrivateKey,
  edgeHost: string,
  nonce: NodeNonce,
  registration: NodeRegistration,
): Promise<NodeFrame> {
  const text = registrationText(edgeHost, registration.node, registration.session, nonce)
  return { type: 'register', registration, signature: await signText(key, text) }
}
