import { readBase64url, toBase64url } from '../../../protocol/base64url.ts'
import {
  SEALED_BLOCK_BYTES,
  SEALED_HEADER_BYTES,
  SEALED_NONCE_BYTES,
  Sealed,
} from '../../../protocol/page-edge/sealed.ts'
import { readWith } from '../../../protocol/reading.ts'

/** Bytes of a key that seals. */
export const SEAL_KEY_BYTES = 32
/** The number of the key that the room's link gives (K1); others are content keys (K37). */
export const LINK_KEY = 0

/** A key, and the number by which envelopes name it. */
export interface SealKey {
  readonly number: number
  readonly key: Promise<CryptoKey>
}

/** @param raw - 32 bytes, for AES-256-GCM. */
export const sealKeyOf = (number: number, raw: Uint8Array): SealKey => ({
  number,
  key: crypto.subtle.importKey('raw', Uint8Array.from(raw), 'AES-GCM', false, ['encrypt', 'decrypt']),
})

/** What is in an envelope. */
export interface Letter {
  /** A number of its sender's, below 2³². */
  readonly number: number
  readonly bytes: Uint8Array
}

/** What an envelope is for, and all that it is bound to: other words, another order, are another purpose. */
export type Purpose = readonly (string | number | null)[]

const utf8 = new TextEncoder()
const fatalUtf8 = new TextDecoder('utf-8', { fatal: true })

/** A text as bytes of a letter, in UTF-8. */
export const bytesOf = (text: string): Uint8Array => utf8.encode(text)

/** The text whose `bytesOf` a letter has; null where it is no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return fatalUtf8.decode(bytes)
  } catch {
    // Whoever sealed it wrote no text: there is nothing more to know.
    return null
  }
}

const algorithm = (nonce: Uint8Array, purpose: Purpose): AesGcmParams => ({
  name: 'AES-GCM',
  iv: Uint8Array.from(nonce),
  additionalData: utf8.encode(JSON.stringify(purpose)),
})

/**
 * Seals bytes by AES-256-GCM (NIST SP 800-38D) under a random nonce, with their purpose as associated data. They are brought to a
 * multiple of 64, so that the length of a vote, of a reaction or of a name tells little of it.
 */
export async function seal(key: SealKey, purpose: Purpose, { number, bytes }: Letter): Promise<Sealed> {
  const blocks = Math.ceil((SEALED_HEADER_BYTES + bytes.length) / SEALED_BLOCK_BYTES)
  const plain = new Uint8Array(blocks * SEALED_BLOCK_BYTES)
  const header = new DataView(plain.buffer)
  header.setUint32(0, number)
  header.setUint32(4, bytes.length)
  plain.set(bytes, SEALED_HEADER_BYTES)
  const nonce = crypto.getRandomValues(new Uint8Array(SEALED_NONCE_BYTES))
  const encrypted = await crypto.subtle.encrypt(algorithm(nonce, purpose), await key.key, plain)
  const whole = new Uint8Array(nonce.length + encrypted.byteLength)
  whole.set(nonce)
  whole.set(new Uint8Array(encrypted), nonce.length)
  return readWith(Sealed, `${key.number}.${toBase64url(whole)}`)
}

/** The number of the key by which that was sealed, as whoever sealed it says. */
export const keyNumberOf = (sealed: Sealed): number => Number.parseInt(sealed, 10)

/** What is in an envelope of that purpose; null where it was sealed for another, by another key, or is not whole. */
export async function open(key: SealKey, purpose: Purpose, sealed: Sealed): Promise<Letter | null> {
  if (keyNumberOf(sealed) !== key.number) return null
  const whole = readBase64url(sealed.slice(sealed.indexOf('.') + 1))
  if (whole === null) return null
  const nonce = whole.subarray(0, SEALED_NONCE_BYTES)
  const encrypted = Uint8Array.from(whole.subarray(SEALED_NONCE_BYTES))
  const imported = await key.key
  try {
    const plain = await crypto.subtle.decrypt(algorithm(nonce, purpose), imported, encrypted)
    return readLetter(new Uint8Array(plain))
  } catch {
    // It is not as it was sealed, or for something else: there is nothing more to know.
    return null
  }
}

/** Throws where it was sealed by somebody who does not know how: they have the key, so nobody in between did it. */
function readLetter(plain: Uint8Array): Letter {
  const header = new DataView(plain.buffer)
  const length = header.getUint32(4)
  const bytes = plain.subarray(SEALED_HEADER_BYTES, SEALED_HEADER_BYTES + length)
  if (bytes.length !== length) throw new RangeError('a length beyond what is there')
  return { number: header.getUint32(0), bytes }
}
