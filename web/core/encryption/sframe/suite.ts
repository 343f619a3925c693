import type { HeaderNumber } from './header.ts'

/** The one suite that is spoken: AES_128_GCM_SHA256_128 (RFC 9605 §4.5). */
const SUITE = 4
const KEY_BITS = 128
const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** What a base key becomes for one key id (RFC 9605 §4.4.2). */
export interface SFrameKey {
  readonly keyId: HeaderNumber
  readonly key: CryptoKey
  readonly salt: Uint8Array
}

/** Derives the key and the salt of a key id. */
export async function deriveSFrameKey(
  baseKey: Uint8Array<ArrayBuffer>,
  keyId: HeaderNumber,
): Promise<SFrameKey> {
  const material = await crypto.subtle.importKey('raw', baseKey, 'HKDF', false, ['deriveBits', 'deriveKey'])
  const hkdf = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: labelOf(purpose, keyId),
  })
  const aes = { name: 'AES-GCM', length: KEY_BITS }
  const [key, salt] = await Promise.all([
    crypto.subtle.deriveKey(hkdf('key'), material, aes, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveBits(hkdf('salt'), material, NONCE_BYTES * 8),
  ])
  return { keyId, key, salt: new Uint8Array(salt) }
}

/** `SFrame 1.0 Secret key `, or `… salt `, the key id in 8 bytes, and the suite in 2. */
export function labelOf(purpose: string, keyId: HeaderNumber): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(`SFrame 1.0 Secret ${purpose} `)
  const label = new Uint8Array(text.length + 10)
  label.set(text)
  const view = new DataView(label.buffer)
  view.setBigUint64(text.length, BigInt(keyId))
  view.setUint16(text.length + 8, SUITE)
  return label
}

/** The salt with the counter, in network byte order, xored into its end (RFC 9605 §4.4.3). */
export function nonceOf(salt: Uint8Array, counter: HeaderNumber): Uint8Array<ArrayBuffer> {
  const nonce = Uint8Array.from(salt)
  const view = new DataView(nonce.buffer)
  const at = nonce.length - 8
  view.setBigUint64(at, view.getBigUint64(at) ^ BigInt(counter))
  return nonce
}

/** What is authenticated beside the ciphertext: the header, then what else belongs to the frame. */
export function associatedData(header: Uint8Array, metadata: Uint8Array): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(header.length + metadata.length)
  data.set(header)
  data.set(metadata, header.length)
  return data
}

const gcm = (
  { salt }: SFrameKey,
  header: Uint8Array,
  counter: HeaderNumber,
  metadata: Uint8Array,
): AesGcmParams => ({
  name: 'AES-GCM',
  iv: nonceOf(salt, counter),
  additionalData: associatedData(header, metadata),
})

/**
 * Encrypts a frame; resolves with ciphertext and tag, before which the header has to stand.
 *
 * @param header - As `encodeHeader` wrote it for this key's id and this counter, which must never have been used with this key.
 */
export const seal = (
  key: SFrameKey,
  header: Uint8Array,
  counter: HeaderNumber,
  metadata: Uint8Array,
  plain: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> => crypto.subtle.encrypt(gcm(key, header, counter, metadata), key.key, plain)

/** Decrypts what `seal` made; null where it is not authentic. */
export async function unseal(
  key: SFrameKey,
  header: Uint8Array,
  counter: HeaderNumber,
  metadata: Uint8Array,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | null> {
  try {
    return await crypto.subtle.decrypt(gcm(key, header, counter, metadata), key.key, sealed)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'OperationError') return null
    throw cause
  }
}
