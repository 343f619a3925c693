import type { Env } from '../env.ts'

/** Of what is data, whatever a browser takes it for: nothing in it runs, loads anything or stands in a frame. */
const OF_DATA = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** A year: browsers ask for this edge over TLS alone from then on (RFC 6797 §6.1.1). */
const HSTS = 'max-age=31536000'

const SWITCHING_PROTOCOLS = 101

/**
 * The answer with the headers that every answer has (H7). The page and its files bring their own (web/public/_headers); so
 * what is without a policy is data. Only Cloudflare reaches a Worker over TLS: on one's own machine a web server speaks it,
 * and says so itself (docs/behind-a-web-server.md).
 */
export function withStrictHeaders(
  response: Response,
  request: Pick<Request, 'url'>,
  env: Pick<Env, 'FRONT_DOOR_KEY'>,
): Response {
  if (response.status === SWITCHING_PROTOCOLS) return response
  const strict = new Response(response.body, response)
  if (!strict.headers.has('content-security-policy'))
    for (const [name, value] of Object.entries(OF_DATA)) strict.headers.set(name, value)
  if (env.FRONT_DOOR_KEY === undefined && request.url.startsWith('https:'))
    strict.headers.set('strict-transport-security', HSTS)
  return strict
}
