import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Env } from '../env.ts'
import { Misconfigured } from '../misconfigured.ts'

const HASH = /^[0-9a-f]{64}$/

/**
 * Whether a request brings the secret (bearer token, RFC 6750 §2.1) of which `hash` is the SHA-256, in hex. Comparing hashes
 * tells an attacker nothing about a secret, however long it takes. Throws an Error that names `variable` where its value
 * is no SHA-256.
 */
export function bringsSecret(request: Request, hash: string, variable: string): boolean {
  const known = hash.trim().toLowerCase()
  if (!HASH.test(known)) throw new Misconfigured(`${variable} must be a SHA-256 in hex`)
  const [, secret] = /^Bearer (\S{1,512})$/.exec(request.headers.get('authorization') ?? '') ?? []
  return secret !== undefined && bytesToHex(sha256(utf8ToBytes(secret))) === known
}

/**
 * Holds a request against the operator's secret, of which the edge knows only the SHA-256. Throws `unauthorised`; `not-found`
 * where no operator has set one; an Error where what they set is no SHA-256.
 */
export function requireOperator(request: Request, env: Env): void {
  if (!env.ADMIN_SECRET_HASH) throw new ProtocolError('not-found', 'no such address')
  if (bringsSecret(request, env.ADMIN_SECRET_HASH, 'ADMIN_SECRET_HASH')) return
  throw new ProtocolError('unauthorised', "that is not the operator's secret")
}
