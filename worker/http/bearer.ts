import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
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
