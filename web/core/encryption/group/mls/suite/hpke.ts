import type { Hpke, PrivateKey, PublicKey } from 'ts-mls/crypto/hpke.js'
import { joined, own } from '../../../bytes.ts'
import { expand, hmac } from './sha256.ts'
import {
  agree,
  exportPrivateKey,
  exportPublicKey,
  generateKeyPair,
  importPrivateKey,
  importPublicKey,
  type KeyPair,
  publicHalfOf,
} from './x25519.ts'

/**
 * HPKE in its base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM (RFC 9180 §4.1, §5.1, §7). WebCrypto does the
 * curve and the cipher, in Chromium and in Firefox: they are not in the page.
 */

const KEY_BYTES = 16
const NONCE_BYTES = 12
const SECRET_BYTES = 32

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const EMPTY = new Uint8Array()

const VERSION = text('HPKE-v1')
/** RFC 9180 §4.1: `KEM`, and the KEM's number (§7.1). */
const KEM_SUITE = joined(text('KEM'), Uint8Array.of(0x00, 0x20))
/** RFC 9180 §5.1: `HPKE`, and the numbers of the KEM, the KDF (§7.2) and the AEAD (§7.3). */
const HPKE_SUITE = joined(text('HPKE'), Uint8Array.of(0x00, 0x20, 0x00, 0x01, 0x00, 0x01))
/** Nobody is authenticated, and no key was shared before (RFC 9180 §5). */
const BASE_MODE = 0

/** RFC 9180 §4. */
const labeledExtract = (suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array) =>
  hmac(salt, joined(VERSION, suite, text(label), ikm))

/** RFC 9180 §4. */
const labeledExpand = (suite: Uint8Array, prk: Uint8Array, label: string, info: Uint8Array, length: number) =>
  expand(prk, joined(Uint8Array.of(length >> 8, length & 255), VERSION, suite, text(label), info), length)

/** RFC 9180 §4.1, ExtractAndExpand. */
function sharedSecret(agreed: Uint8Array, enc: Uint8Array, receiver: Uint8Array): Uint8Array {
  const prk = labeledExtract(KEM_SUITE, EMPTY, 'eae_prk', agreed)
  return labeledExpand(KEM_SUITE, prk, 'shared_secret', joined(enc, receiver), SECRET_BYTES)
}

/** What a sender has beside the shared secret: what its receiver comes to it by. */
interface Encapsulated {
  readonly secret: Uint8Array
  readonly enc: Uint8Array
}

/** RFC 9180 §4.1, Encap. */
async function encapsulate(receiver: PublicKey, ephemeral: KeyPair): Promise<Encapsulated> {
  const [agreed, enc, receiverBytes] = await Promise.all([
    agree(ephemeral.privateKey, receiver),
    exportPublicKey(ephemeral.publicKey),
    exportPublicKey(receiver),
  ])
  return { secret: sharedSecret(agreed, enc, receiverBytes), enc }
}

/** RFC 9180 §4.1, Decap. */
async function decapsulate(enc: Uint8Array, receiver: PrivateKey): Promise<Uint8Array> {
  const [agreed, receiverBytes] = await Promise.all([
    importPublicKey(enc).then((sender) => agree(receiver, sender)),
    publicHalfOf(receiver),
  ])
  return sharedSecret(agreed, enc, receiverBytes)
}

/** What both sides have: enough for one message, which is all that MLS sends by one encapsulation. */
interface Context {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
  readonly exporter: Uint8Array
}

/** RFC 9180 §5.1, KeySchedule. */
function contextOf(shared: Uint8Array, info: Uint8Array): Context {
  const pskIdHash = labeledExtract(HPKE_SUITE, EMPTY, 'psk_id_hash', EMPTY)
  const infoHash = labeledExtract(HPKE_SUITE, EMPTY, 'info_hash', info)
  const context = joined(Uint8Array.of(BASE_MODE), pskIdHash, infoHash)
  const secret = labeledExtract(HPKE_SUITE, shared, 'secret', EMPTY)
  const expanded = (label: string, length: number): Uint8Array =>
    labeledExpand(HPKE_SUITE, secret, label, context, length)
  return {
    key: expanded('key', KEY_BYTES),
    nonce: expanded('base_nonce', NONCE_BYTES),
    exporter: expanded('exp', SECRET_BYTES),
  }
}

/** RFC 9180 §5.3. */
const exportFrom = ({ exporter }: Context, context: Uint8Array, length: number): Uint8Array =>
  labeledExpand(HPKE_SUITE, exporter, 'sec', context, length)

const aesKey = (key: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, [use])

const gcm = (nonce: Uint8Array, aad: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: own(nonce),
  additionalData: own(aad),
})

const encryptAead: Hpke['encryptAead'] = async (key, nonce, aad = EMPTY, plain) =>
  new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, aad), await aesKey(key, 'encrypt'), own(plain)))

const decryptAead: Hpke['decryptAead'] = async (key, nonce, aad = EMPTY, sealed) =>
  new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, aad), await aesKey(key, 'decrypt'), own(sealed)))

/** RFC 9180 §7.1.3. */
async function deriveKeyPair(ikm: Uint8Array): Promise<KeyPair> {
  const prk = labeledExtract(KEM_SUITE, EMPTY, 'dkp_prk', ikm)
  const privateKey = await importPrivateKey(labeledExpand(KEM_SUITE, prk, 'sk', EMPTY, SECRET_BYTES))
  return { privateKey, publicKey: await importPublicKey(await publicHalfOf(privateKey)) }
}

/** @param ephemeral - A new key for each message; given where it is to be a published one. */
export const makeHpke = (ephemeral: () => Promise<KeyPair> = generateKeyPair): Hpke => ({
  keyLength: KEY_BYTES,
  nonceLength: NONCE_BYTES,
  async seal(receiver, plain, info, aad) {
    const { secret, enc } = await encapsulate(receiver, await ephemeral())
    const { key, nonce } = contextOf(secret, info)
    return { ct: await encryptAead(key, nonce, aad, plain), enc }
  },
  async open(receiver, enc, sealed, info, aad) {
    const { key, nonce } = contextOf(await decapsulate(enc, receiver), info)
    return decryptAead(key, nonce, aad, sealed)
  },
  async exportSecret(receiver, exporterContext, length, info) {
    const { secret, enc } = await encapsulate(receiver, await ephemeral())
    return { enc, secret: exportFrom(contextOf(secret, info), exporterContext, length) }
  },
  async importSecret(receiver, exporterContext, enc, length, info) {
    return exportFrom(contextOf(await decapsulate(enc, receiver), info), exporterContext, length)
  },
  encryptAead,
  decryptAead,
  importPrivateKey,
  importPublicKey,
  exportPublicKey,
  exportPrivateKey,
  deriveKeyPair,
  generateKeyPair,
})
