import type { Kdf } from 'ts-mls/crypto/kdf.js'

const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const HASH_BYTES = 32

/** The bytes in a buffer of their own that WebCrypto takes: none that other threads could write to. */
export const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

/** All of them, one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const importMacKey = (key: Uint8Array): Promise<CryptoKey> =>
  // No browser imports an empty key; HMAC fills it with zeros all the same (RFC 2104 §2).
  crypto.subtle.importKey('raw', key.length === 0 ? new Uint8Array(HASH_BYTES) : own(key), HMAC, false, [
    'sign',
    'verify',
  ])

const sign = async (key: CryptoKey, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign(HMAC, key, own(data)))

/** HMAC-SHA-256 (RFC 2104). */
export const hmac = async (key: Uint8Array, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  sign(await importMacKey(key), data)

/** Whether that is the MAC of these data; in a time that tells nothing of where it is wrong. */
export const verifyHmac = async (key: Uint8Array, mac: Uint8Array, data: Uint8Array): Promise<boolean> =>
  crypto.subtle.verify(HMAC, await importMacKey(key), own(mac), own(data))

/** HKDF with SHA-256 (RFC 5869), in its two halves. */
export const HKDF: Kdf = {
  size: HASH_BYTES,
  extract: (salt, ikm) => hmac(salt, ikm),
  async expand(prk, info, length) {
    const key = await importMacKey(prk)
    let block = new Uint8Array()
    let made = new Uint8Array()
    for (let number = 1; made.length < length; number++) {
      block = await sign(key, joined(block, info, Uint8Array.of(number)))
      made = joined(made, block)
    }
    return made.subarray(0, length)
  },
}
