import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../../protocol/base64url.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { type CheckTicket, PageCheckOutcome, PageCheckWish } from '../../protocol/page-check.ts'
import { directoryOf, type Env } from '../env.ts'
import { readBody } from '../http/read-body.ts'

/** 256 random bits need no salt. */
export const hashOfTicket = (ticket: CheckTicket): string => toBase64url(sha256(utf8ToBytes(ticket)))

/** A page comes to try a node's media ports (N21). Throws `not-found` and `media-failed`. */
export async function openPageCheck(request: Request, env: Env): Promise<Response> {
  const { ticket, dtlsParameters } = await readBody(request, PageCheckWish)
  const answer = await directoryOf(env).openPageCheck(hashOfTicket(ticket), dtlsParameters)
  if (!answer.ok) throw ProtocolError.fromWire(answer.error)
  return Response.json(answer.value, { status: 201 })
}

/** A page says what came of it. Throws `not-found`. */
export async function endPageCheck(request: Request, env: Env): Promise<Response> {
  const { ticket, outcomes } = await readBody(request, PageCheckOutcome)
  const answer = await directoryOf(env).endPageCheck(hashOfTicket(ticket), outcomes)
  if (!answer.ok) throw ProtocolError.fromWire(answer.error)
  return Response.json(answer.value)
}
