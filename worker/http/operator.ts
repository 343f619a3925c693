import { ProtocolError } from '../../protocol/errors.ts'
import type { Env } from '../env.ts'
import { bringsSecret } from './bearer.ts'

/**
 * Holds a request against the operator's secret, of which the edge knows only the SHA-256. Throws `unauthorised`; `not-found`
 * where no operator has set one; an Error where what they set is no SHA-256.
 */
export function requireOperator(request: Request, env: Env): void {
  if (!env.ADMIN_SECRET_HASH) throw new ProtocolError('not-found', 'no such address')
  if (bringsSecret(request, env.ADMIN_SECRET_HASH, 'ADMIN_SECRET_HASH')) return
  throw new ProtocolError('unauthorised', "that is not the operator's secret")
}
