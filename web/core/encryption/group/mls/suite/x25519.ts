import type { PrivateKey, PublicKey } from 'ts-mls/crypto/hpke.js'
import { fromBase64url } from '../../../../../../protocol/base64url.ts'
import { joined, own } from '../../../bytes.ts'

/** Both halves of a key. */
export interface KeyPair {
  readonly privateKey: PrivateKey
  readonly publicKey: PublicKey
}

/** What stands before a private key's 32 bytes in PKCS #8 (RFC 8410 §7). */
const PKCS8_PREFIX = Uint8Array.of(
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20],
)
const KEY_BYTES = 32

/** The public key of these 32 bytes. Throws a DOMException where they are not 32. */
export const importPublicKey = async (bytes: Uint8Array): Promise<PublicKey> =>
  asPublic(await crypto.subtle.importKey('raw', own(bytes), 'X25519', true, []))

/** The private key of these 32 bytes. Throws a DOMException where they are not 32. */
export const importPrivateKey = async (bytes: Uint8Array): Promise<PrivateKey> =>
  asPrivate(
    await crypto.subtle.importKey('pkcs8', joined(PKCS8_PREFIX, bytes), 'X25519', true, ['deriveBits']),
  )

export const exportPublicKey = async (key: PublicKey): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', key))

export async function exportPrivateKey(key: PrivateKey): Promise<Uint8Array<ArrayBuffer>> {
  const encoded = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))
  return encoded.slice(PKCS8_PREFIX.length, PKCS8_PREFIX.length + KEY_BYTES)
}

/** The bytes of the public half. */
export async function publicHalfOf(key: PrivateKey): Promise<Uint8Array> {
  const { x } = await crypto.subtle.exportKey('jwk', key)
  if (x === undefined) throw new Error('a private key without its public half')
  return fromBase64url(x)
}

export async function generateKeyPair(): Promise<KeyPair> {
  const made = await crypto.subtle.generateKey('X25519', true, ['deriveBits'])
  if (!('publicKey' in made)) throw new Error('no pair of keys')
  return { privateKey: asPrivate(made.privateKey), publicKey: asPublic(made.publicKey) }
}

/** The shared secret (RFC 7748 §6.1). Throws a DOMException where it would be all zeros, as the RFC asks for. */
export const agree = async (own: PrivateKey, other: PublicKey): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: other }, own, KEY_BYTES * 8))

function asPublic(key: CryptoKey): PublicKey {
  if (!isPublic(key)) throw new Error('no public key')
  return key
}

function asPrivate(key: CryptoKey): PrivateKey {
  if (!isPrivate(key)) throw new Error('no private key')
  return key
}

const isPublic = (key: CryptoKey): key is PublicKey => key.type === 'public'
const isPrivate = (key: CryptoKey): key is PrivateKey => key.type === 'private'
