import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64url } from '../../protocol/base64url.ts'
import { type CheckTicket, PageCheckOutcome, PageCheckRequest } from '../../protocol/http/page-check.ts'
import { type Answer, type DirectoryRef, directoryOf, valueIn } from '../durable-objects.ts'
import type { Env } from '../env.ts'
import { readBody } from '../http/read-body.ts'
import { geographicHint } from '../placement/geographic-hint.ts'
import { regionAt } from '../placement/regions.ts'

/** 256 random bits need no salt. */
export const hashOfTicket = (ticket: CheckTicket): string => toBase64url(sha256(utf8ToBytes(ticket)))

/** A page comes to try a node's media ports (N21). Throws `not-found` and `ports-not-opened`. */
export async function openPageCheck(request: Request, env: Env): Promise<Response> {
  const { ticket, dtlsParameters } = await readBody(request, PageCheckRequest)
  const hash = hashOfTicket(ticket)
  const opened = await askForTicket(request, env, (region) =>
    region.once((directory) => directory.openPageCheck(hash, dtlsParameters)),
  )
  return Response.json(opened, { status: 201 })
}

/** A page says what came of it. Throws `not-found`. */
export async function endPageCheck(request: Request, env: Env): Promise<Response> {
  const { ticket, outcomes } = await readBody(request, PageCheckOutcome)
  const hash = hashOfTicket(ticket)
  const ended = await askForTicket(request, env, (region) =>
    region.once((directory) => directory.endPageCheck(hash, outcomes)),
  )
  return Response.json(ended)
}

/** Asks the region that gave the ticket: most lenders are near their nodes, so that theirs comes first. */
async function askForTicket<Told>(
  request: Request,
  env: Env,
  ask: (region: DirectoryRef) => Promise<Answer<Told>>,
): Promise<Told> {
  const near = regionAt(geographicHint(request.cf))
  let answer = await ask(directoryOf(env, near))
  const isElsewhere = (): boolean => !answer.ok && answer.error.code === 'not-found'
  if (!isElsewhere()) return valueIn(answer)
  const { regions } = await directoryOf(env).repeat((directory) => directory.outline([]))
  for (const region of regions) {
    if (region !== near && isElsewhere()) answer = await ask(directoryOf(env, region))
  }
  return valueIn(answer)
}
