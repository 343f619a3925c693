import type { Signature } from 'ts-mls/crypto/signature.js'
import { own } from '../../../bytes.ts'

/** Ed25519 (RFC 8032) by WebCrypto; keys that sign are in PKCS #8 (RFC 8410 §7). */
export const ED25519: Signature = {
  async keygen() {
    const made = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
    if (!('publicKey' in made)) throw new Error('no pair of keys')
    const [publicKey, signKey] = await Promise.all([
      crypto.subtle.exportKey('raw', made.publicKey),
      crypto.subtle.exportKey('pkcs8', made.privateKey),
    ])
    return { publicKey: new Uint8Array(publicKey), signKey: new Uint8Array(signKey) }
  },
  async sign(signKey, message) {
    const key = await crypto.subtle.importKey('pkcs8', own(signKey), 'Ed25519', false, ['sign'])
    return new Uint8Array(await crypto.subtle.sign('Ed25519', key, own(message)))
  },
  async verify(publicKey, message, signature) {
    const key = await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify'])
    return crypto.subtle.verify('Ed25519', key, own(signature), own(message))
  },
}
