import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Env } from '../env.ts'

const SecretHash = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[0-9a-f]{64}$/, 'ADMIN_SECRET_HASH must be a SHA-256 in hex'),
)

/**
 * Holds a request against the operator's secret (bearer token, RFC 6750 §2.1), of which the edge knows only the SHA-256.
 * Throws `unauthorised`; `not-found` where no operator has set one; an Error where what they set is no SHA-256. Comparing
 * hashes tells an attacker nothing about a secret, however long it takes.
 */
export function requireOperator(request: Request, env: Env): void {
  if (!env.ADMIN_SECRET_HASH) throw new ProtocolError('not-found', 'no such address')
  const known = v.parse(SecretHash, env.ADMIN_SECRET_HASH)
  const [, secret] = /^Bearer (\S{1,512})$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (secret && bytesToHex(sha256(utf8ToBytes(secret))) === known) return
  throw new ProtocolError('unauthorised', "that is not the operator's secret")
}
