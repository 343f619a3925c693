import type { ProtocolError } from '../../protocol/errors.ts'
import { retryAfterHeader } from '../../protocol/retry-after.ts'

/** An error over HTTP: never stored, and with what RFC 9110 asks to be said besides. */
export function errorResponse(error: ProtocolError): Response {
  const { status, code, retryAfterMs } = error
  const headers = new Headers({ 'cache-control': 'no-store' })
  // §15.5.2: who is not known is told how to become known.
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  // §15.5.22: and who speaks the wrong protocol, which one is meant.
  if (code === 'upgrade-required') headers.set('upgrade', 'websocket')
  if (retryAfterMs !== undefined) headers.set('retry-after', retryAfterHeader(retryAfterMs))
  return Response.json(error.toWire(), { status, headers })
}
