import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'
import * as v from 'valibot'
import { toBase64url } from '../../../../protocol/base64url.ts'
import { STAY_BYTES, Stay } from '../stay.ts'
import { sha256 } from './mls/suite/sha256.ts'
import { SUITE } from './mls/suite/suite.ts'

/** Who one is in a group for one stay: the keys by which one signs, and the stay that is made of them. */
export interface Signer {
  readonly stay: Stay
  readonly keys: Awaited<ReturnType<CiphersuiteImpl['signature']['keygen']>>
}

/**
 * The stay of whoever signs by that key: the first bytes of its SHA-256. So a leaf proves whose it is, and nobody comes into a group as
 * somebody else, whatever they know of them.
 */
export const stayOf = (publicKey: Uint8Array): Stay =>
  v.parse(Stay, toBase64url(sha256(publicKey).subarray(0, STAY_BYTES)))

export async function newSigner(suite: CiphersuiteImpl = SUITE): Promise<Signer> {
  const keys = await suite.signature.keygen()
  return { stay: stayOf(keys.publicKey), keys }
}
