import type { InvitationCode } from '../http/lending.ts'
import type { NodeId, NodeSessionId } from '../ids.ts'
import type { NodeNonce, NodePublicKey } from './keys.ts'

/**
 * The texts that a node signs. Each begins with what it is for, so that a signature for one purpose is none for another,
 * and names the edge, so that one edge cannot pass it on to another. None of their parts can hold a line break.
 */

/** Why a signature for the right edge may not fit, for whoever reads of it. */
export const HOST_HINT =
  'where it has another name, the web server in front of it does not pass the Host header on'

/**
 * What is signed at each connection (N8).
 *
 * @param host - The edge's name and port, as the node dials it.
 */
export const registrationText = (host: string, node: NodeId, session: NodeSessionId, nonce: NodeNonce) =>
  ['essaim-node-1', host, node, session, nonce].join('\n')

/** What is signed to be enrolled (N10): whoever brings a public key has the private one. */
export const enrolmentText = (host: string, code: InvitationCode, publicKey: NodePublicKey) =>
  ['essaim-enrol-1', host, code, publicKey].join('\n')
