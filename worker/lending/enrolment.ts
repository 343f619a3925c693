import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { randomBase64url, toBase64url } from '../../protocol/base64url.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { Enrolment, InvitationCode, InvitationRequest } from '../../protocol/http/lending.ts'
import { isSignedBy } from '../../protocol/node-edge/keys.ts'
import { enrolmentText, HOST_HINT } from '../../protocol/node-edge/proofs.ts'
import { directoryOf, valueIn } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { readBody } from '../http/read-body.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** 256 random bits need no salt. */
const hashOf = (code: InvitationCode): string => toBase64url(sha256(utf8ToBytes(code)))

/** The operator invites somebody to lend a node (N9). */
export async function invite(request: Request, env: Env): Promise<Response> {
  const { lender, days } = await readBody(request, InvitationRequest)
  const code = v.parse(InvitationCode, randomBase64url(32))
  const until = Date.now() + days * DAY_MS
  await directoryOf(env).once((directory) => directory.invite(hashOf(code), lender, until))
  return Response.json({ code, until }, { status: 201 })
}

/** A node comes with an invitation, and leaves its public key (N10). */
export async function enrol(request: Request, env: Env): Promise<Response> {
  const { code, publicKey, signature } = await readBody(request, Enrolment)
  const { host } = new URL(request.url)
  const text = enrolmentText(host, code, publicKey)
  if (!(await isSignedBy(publicKey, text, signature))) {
    throw new ProtocolError(
      'unauthorised',
      `the signature does not fit the key, for the edge ${host}; ${HOST_HINT}`,
    )
  }
  const answer = await directoryOf(env).repeat((directory) => directory.enrol(hashOf(code), publicKey))
  return Response.json(valueIn(answer), { status: 201 })
}
