import { gcm } from '@noble/ciphers/aes.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { readBase64url, toBase64url } from '../../../protocol/base64url.ts'
import {
  SEALED_BLOCK_BYTES,
  SEALED_HEADER_BYTES,
  SEALED_NONCE_BYTES,
  Sealed,
} from '../../../protocol/page-edge/sealed.ts'
import { readWith } from '../../../protocol/reading.ts'

/** The number of the key that the room's link gives (K1); others come with a group's keys. */
const LINK_KEY = '0'

/** What is in an envelope. */
interface Letter {
  /** A number of its sender's, below 2³². */
  readonly number: number
  readonly text: string
}

/** What an envelope is for, and all that it is bound to: other words, another order, are another purpose. */
export type Purpose = readonly (string | number | null)[]

const bytesOf = (purpose: Purpose): Uint8Array => utf8ToBytes(JSON.stringify(purpose))

/**
 * Seals a text by AES-256-GCM (NIST SP 800-38D) under a random nonce, with its purpose as associated data. It is brought to a
 * multiple of 64 bytes, so that the length of a vote, of a reaction or of a name tells little of it.
 *
 * @param key - 32 bytes.
 */
export function seal(key: Uint8Array, purpose: Purpose, { number, text }: Letter): Sealed {
  const words = utf8ToBytes(text)
  const blocks = Math.ceil((SEALED_HEADER_BYTES + words.length) / SEALED_BLOCK_BYTES)
  const plain = new Uint8Array(blocks * SEALED_BLOCK_BYTES)
  const header = new DataView(plain.buffer)
  header.setUint32(0, number)
  header.setUint32(4, words.length)
  plain.set(words, SEALED_HEADER_BYTES)
  const nonce = crypto.getRandomValues(new Uint8Array(SEALED_NONCE_BYTES))
  const encrypted = gcm(key, nonce, bytesOf(purpose)).encrypt(plain)
  const whole = new Uint8Array(nonce.length + encrypted.length)
  whole.set(nonce)
  whole.set(encrypted, nonce.length)
  return readWith(Sealed, `${LINK_KEY}.${toBase64url(whole)}`)
}

/** What is in an envelope of that purpose; null where it was sealed for another, by another key, or is not whole. */
export function open(key: Uint8Array, purpose: Purpose, sealed: Sealed): Letter | null {
  const [number, written = ''] = sealed.split('.')
  if (number !== LINK_KEY) return null
  const whole = readBase64url(written)
  if (whole === null) return null
  try {
    const nonce = whole.subarray(0, SEALED_NONCE_BYTES)
    const plain = gcm(key, nonce, bytesOf(purpose)).decrypt(whole.subarray(SEALED_NONCE_BYTES))
    return readLetter(plain)
  } catch {
    // It is not as it was sealed, or for something else: there is nothing more to know.
    return null
  }
}

/** Throws where it was sealed by somebody who does not know how: they have the key, so nobody in between did it. */
function readLetter(plain: Uint8Array): Letter {
  const header = new DataView(plain.buffer, plain.byteOffset, plain.byteLength)
  const words = plain.subarray(SEALED_HEADER_BYTES, SEALED_HEADER_BYTES + header.getUint32(4))
  if (words.length !== header.getUint32(4)) throw new RangeError('a length beyond what is there')
  return { number: header.getUint32(0), text: new TextDecoder('utf-8', { fatal: true }).decode(words) }
}
