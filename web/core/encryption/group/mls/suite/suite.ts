import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'
import { HASH_BYTES, verifyHmac } from '../../../hkdf.ts'
import { ED25519 } from './ed25519.ts'
import { makeHpke } from './hpke.ts'
import { expand, hmac, sha256 } from './sha256.ts'

/**
 * X25519, AES-128-GCM, SHA-256, Ed25519 (RFC 9420 §17.1, suite 1), by the browser's own WebCrypto but for the hashes: ts-mls brings
 * libraries for it that a page would have to load.
 */
export const SUITE: CiphersuiteImpl = {
  name: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
  hash: {
    digest: async (data) => sha256(data),
    mac: async (key, data) => hmac(key, data),
    verifyMac: verifyHmac,
  },
  hpke: makeHpke(),
  kdf: {
    size: HASH_BYTES,
    extract: async (salt, ikm) => hmac(salt, ikm),
    expand: async (prk, info, length) => expand(prk, info, length),
  },
  signature: ED25519,
  rng: { randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
}
