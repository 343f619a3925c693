import { ProtocolError } from '../protocol/errors.ts'
import { choiceOf } from '../protocol/link-choice.ts'
import type { Env } from './env.ts'
import { embedders } from './origins.ts'

const CSP = 'content-security-policy'

/** Files of the page, which either are there or are not (H3). */
const FILES = /^\/assets(?:\/|$)/

/**
 * The page, at an address that is no file of it: a room's, most of all. A page that is meant to be embedded says so in its
 * address, and may be framed by whom the operator lets (H2); no other may. Throws `not-found` where a file is missing: what
 * browsers keep under that name for a year has to be it.
 */
export async function page(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url)
  if (FILES.test(url.pathname)) throw new ProtocolError('not-found', 'no such file')
  const response = await env.ASSETS.fetch(new Request(new URL('/', url), request))
  return choiceOf(url.searchParams.get('embed')) === true ? framedBy(embedders(env), response) : response
}

function framedBy(ancestors: readonly string[], response: Response): Response {
  const framed = new Response(response.body, response)
  const policy = response.headers.get(CSP)
  if (policy === null) throw new Error('the page has no content security policy')
  const allowed = ancestors.length > 0 ? ancestors.join(' ') : "'none'"
  framed.headers.set(CSP, policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${allowed}`))
  return framed
}
