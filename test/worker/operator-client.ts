import { exports } from 'cloudflare:workers'
import * as v from 'valibot'
import type { Lender } from '../../protocol/http/lender.ts'
import {
  type InvitationCode,
  type InvitationRequest,
  ListedNodes,
  NewInvitation,
} from '../../protocol/http/lending.ts'
import { type NodeKeyPair, signText } from '../../protocol/node-edge/keys.ts'
import { enrolmentText } from '../../protocol/node-edge/proofs.ts'

/** What whoever runs the edge does over HTTP, and a node before it dials. */

export const HOST = 'edge'
export const SECRET = 'an-operator-s-secret'

export const ask = (path: string, init?: RequestInit): Promise<Response> =>
  exports.default.fetch(`http://${HOST}/api/${path}`, init)

const authorization = (secret: string) => ({ authorization: `Bearer ${secret}` })

/** Asks for something that only the operator may. */
export const order = (path: string, secret = SECRET): Promise<Response> =>
  ask(`admin/${path}`, { method: 'POST', headers: authorization(secret) })

export const askToInvite = (wish: unknown): Promise<Response> =>
  ask('admin/invitations', {
    method: 'POST',
    headers: authorization(SECRET),
    body: JSON.stringify(wish),
  })

export async function invite(name: string, lender: Partial<Lender> = {}) {
  const wish: InvitationRequest = { lender: { name, link: null, place: null, at: null, ...lender }, days: 7 }
  return v.parse(NewInvitation, await (await askToInvite(wish)).json())
}

export async function enrol(
  code: InvitationCode,
  { publicKey, privateKey }: NodeKeyPair,
  host = HOST,
): Promise<Response> {
  const signature = await signText(privateKey, enrolmentText(host, code, publicKey))
  return ask('nodes', { method: 'POST', body: JSON.stringify({ code, publicKey, signature }) })
}

/** A node as the operator sees it. */
export async function listed(node: string) {
  const response = await ask('admin/nodes', { headers: authorization(SECRET) })
  return v.parse(ListedNodes, await response.json()).nodes.find((each) => each.node === node)
}
