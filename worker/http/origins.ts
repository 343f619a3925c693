import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import { AncestorList, OriginList } from '../../protocol/http/origins.ts'
import type { Env } from '../env.ts'
import { Misconfigured } from '../misconfigured.ts'

/** The usual ports, which some web servers write out when they pass a host on. */
const USUAL_PORT = /:(?:80|443)$/

/**
 * Refuses what a page of somebody else's asks for, in the name of whoever is looking at it (H1). Browsers say with every
 * WebSocket, and with whatever is more than a look, which origin asks (RFC 6455 §10.2, WHATWG Fetch §3.1); programs
 * that are no browsers need not say any. Throws `not-allowed`; an Error where the operator's list makes no sense.
 */
export function requireOwnOrigin(request: Request, env: Env): void {
  const origin = request.headers.get('origin')
  if (origin === null || isOwn(origin, request.url) || allowedOrigins(env).has(origin)) return
  throw new ProtocolError('not-allowed', 'pages of other origins may not, unless ALLOWED_ORIGINS names them')
}

/** By their hosts alone: the web server before an edge speaks TLS, and the edge does not. */
function isOwn(origin: string, url: string): boolean {
  if (!URL.canParse(origin)) return false
  return new URL(origin).host.replace(USUAL_PORT, '') === new URL(url).host.replace(USUAL_PORT, '')
}

/** The origins besides its own from which the edge is used. Throws an Error that names the variable. */
export const allowedOrigins = (env: Env): ReadonlySet<string> =>
  new Set(readList('ALLOWED_ORIGINS', OriginList, env.ALLOWED_ORIGINS))

/** Who may embed a room that is meant to be (H2): anybody, unless the operator says who. Throws as `allowedOrigins`. */
export function embedders(env: Pick<Env, 'EMBED_ALLOWED'>): readonly string[] {
  return env.EMBED_ALLOWED === undefined ? ['*'] : readList('EMBED_ALLOWED', AncestorList, env.EMBED_ALLOWED)
}

function readList<Schema extends v.GenericSchema<unknown, readonly string[]>>(
  variable: string,
  schema: Schema,
  text: string | undefined,
): readonly string[] {
  const outcome = v.safeParse(schema, text)
  if (outcome.success) return outcome.output
  throw new Misconfigured(`${variable} ${outcome.issues[0].message}`)
}
