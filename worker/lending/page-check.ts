import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../../protocol/base64url.ts'
import { type CheckTicket, PageCheckOutcome, PageCheckRequest } from '../../protocol/http/page-check.ts'
import { directoryOf, valueIn } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { readBody } from '../http/read-body.ts'

/** 256 random bits need no salt. */
export const hashOfTicket = (ticket: CheckTicket): string => toBase64url(sha256(utf8ToBytes(ticket)))

/** A page comes to try a node's media ports (N21). Throws `not-found` and `ports-not-opened`. */
export async function openPageCheck(request: Request, env: Env): Promise<Response> {
  const { ticket, dtlsParameters } = await readBody(request, PageCheckRequest)
  const hash = hashOfTicket(ticket)
  const answer = await directoryOf(env).once((directory) => directory.openPageCheck(hash, dtlsParameters))
  return Response.json(valueIn(answer), { status: 201 })
}

/** A page says what came of it. Throws `not-found`. */
export async function endPageCheck(request: Request, env: Env): Promise<Response> {
  const { ticket, outcomes } = await readBody(request, PageCheckOutcome)
  const hash = hashOfTicket(ticket)
  const answer = await directoryOf(env).once((directory) => directory.endPageCheck(hash, outcomes))
  return Response.json(valueIn(answer))
}
