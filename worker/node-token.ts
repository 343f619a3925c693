import { ProtocolError } from '../protocol/errors.ts'
import { type Env, nodeTokenHashes } from './env.ts'

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Verifies the bearer token (RFC 6750 §2.1) of a node, of which the edge knows only the SHA-256. Throws
 * `unauthorised`. Comparing hashes tells an attacker nothing about a token, however long it takes.
 */
export async function verifyNodeToken(request: Request, env: Env): Promise<void> {
  const [, token] = /^Bearer (\S{1,512})$/.exec(request.headers.get('authorization') ?? '') ?? []
  const refused = new ProtocolError('unauthorised', 'this edge knows no such node token')
  if (!token) throw refused
  const digest = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  if (!nodeTokenHashes(env).includes(digest)) throw refused
}
