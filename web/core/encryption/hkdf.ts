import { joined, own } from './bytes.ts'

const HMAC = { name: 'HMAC', hash: 'SHA-256' }
export const HASH_BYTES = 32

const importMacKey = (key: Uint8Array): Promise<CryptoKey> =>
  // No browser imports an empty key; HMAC fills it with zeros all the same (RFC 2104 §2).
  crypto.subtle.importKey('raw', key.length === 0 ? new Uint8Array(HASH_BYTES) : own(key), HMAC, false, [
    'sign',
    'verify',
  ])

const sign = async (key: CryptoKey, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.sign(HMAC, key, own(data)))

/** Whether that is the MAC of these data; in a time that tells nothing of where it is wrong. */
export const verifyHmac = async (key: Uint8Array, mac: Uint8Array, data: Uint8Array): Promise<boolean> =>
  crypto.subtle.verify(HMAC, await importMacKey(key), own(mac), own(data))

/** HKDF-Extract with SHA-256 (RFC 5869 §2.2): 32 bytes. */
export const extract = async (salt: Uint8Array, ikm: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  sign(await importMacKey(salt), ikm)

/** HKDF-Expand with SHA-256 (RFC 5869 §2.3). */
export async function expand(
  prk: Uint8Array,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await importMacKey(prk)
  let block = new Uint8Array()
  let made = new Uint8Array()
  for (let number = 1; made.length < length; number++) {
    block = await sign(key, joined(block, info, Uint8Array.of(number)))
    made = joined(made, block)
  }
  return made.slice(0, length)
}
