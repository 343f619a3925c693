import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'
import { own } from '../../../bytes.ts'
import { expand, extract, HASH_BYTES, hmac, verifyHmac } from '../../../hkdf.ts'
import { ED25519 } from './ed25519.ts'
import { makeHpke } from './hpke.ts'
import { withoutMessageSecrets } from './message-secrets.ts'

/**
 * X25519, AES-128-GCM, SHA-256, Ed25519 (RFC 9420 §17.1, suite 1), by the browser's own WebCrypto: ts-mls brings libraries for it that
 * a page would have to load.
 */
export const SUITE: CiphersuiteImpl = {
  name: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
  hash: {
    digest: async (data) => new Uint8Array(await crypto.subtle.digest('SHA-256', own(data))),
    mac: hmac,
    verifyMac: verifyHmac,
  },
  hpke: makeHpke(),
  kdf: withoutMessageSecrets({ size: HASH_BYTES, extract, expand }),
  signature: ED25519,
  rng: { randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
}
