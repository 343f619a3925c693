import { readBase64url, toBase64url } from '../../../protocol/base64url.ts'
import { SPOKEN_WORDS } from '../../../protocol/limits.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import {
  SealedSecret,
  type SpokenWords,
  WordsProof,
  wordsDerivation,
} from '../../../protocol/page-edge/door.ts'
import { SEALED_NONCE_BYTES } from '../../../protocol/page-edge/sealed.ts'
import { readWith } from '../../../protocol/reading.ts'
import { bytesOf } from './envelope.ts'
import { RoomSecret } from './room-secret.ts'

/** What comes of the words of a room: a key under which it keeps its link's secret, and a proof for which it hands that out. */
interface WordsKeys {
  readonly proof: WordsProof
  /** For AES-256-GCM. */
  readonly key: CryptoKey
}

const KEY_BITS = 256

/** Words that chance draws from a list of 2,048: 11 bits each, by the browser's generator for keys. */
export const drawWords = (list: readonly string[]): string[] =>
  [...crypto.getRandomValues(new Uint16Array(SPOKEN_WORDS))].map((bits) => list[bits % list.length] ?? '')

/**
 * Derives both (D12): PBKDF2, which is slow to make on purpose, up to some seconds on a phone, and HKDF from there. The browser does
 * it beside everything else. Rejects with a TypeError where the page was not loaded securely.
 *
 * @param phrase - The words in the one writing that they have: `phraseOf` (web/i18n/word-lists/).
 */
export async function keysOfWords(phrase: string, room: RoomName): Promise<WordsKeys> {
  const { hash, salt, iterations, bytes } = wordsDerivation(room)
  const words = await crypto.subtle.importKey('raw', Uint8Array.from(bytesOf(phrase)), 'PBKDF2', false, [
    'deriveBits',
  ])
  const slow = { name: 'PBKDF2', hash, salt: Uint8Array.from(bytesOf(salt)), iterations }
  const bits = await crypto.subtle.deriveBits(slow, words, bytes * 8)
  const material = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey'])
  const derived = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: Uint8Array.from(bytesOf(room)),
    info: Uint8Array.from(bytesOf(`essaim words ${purpose}`)),
  })
  const aes = { name: 'AES-GCM', length: KEY_BITS }
  const [proof, key] = await Promise.all([
    crypto.subtle.deriveBits(derived('proof'), material, KEY_BITS),
    crypto.subtle.deriveKey(derived('key'), material, aes, false, ['encrypt', 'decrypt']),
  ])
  return { proof: readWith(WordsProof, toBase64url(new Uint8Array(proof))), key }
}

/** What a room keeps for those who are told the words: its link's secret under their key, and their proof. */
export async function secretInWords({ proof, key }: WordsKeys, secret: RoomSecret): Promise<SpokenWords> {
  const nonce = crypto.getRandomValues(new Uint8Array(SEALED_NONCE_BYTES))
  const plain = Uint8Array.from(readBase64url(secret) ?? [])
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain)
  const whole = Uint8Array.from([...nonce, ...new Uint8Array(encrypted)])
  return { proof, sealed: readWith(SealedSecret, toBase64url(whole)) }
}

/** The secret that the room handed out; null where nobody who knew the words sealed it. */
export async function secretFromWords({ key }: WordsKeys, sealed: SealedSecret): Promise<RoomSecret | null> {
  const whole = Uint8Array.from(readBase64url(sealed) ?? [])
  const nonce = whole.subarray(0, SEALED_NONCE_BYTES)
  try {
    const encrypted = whole.subarray(SEALED_NONCE_BYTES)
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, encrypted)
    return readWith(RoomSecret, toBase64url(new Uint8Array(plain)))
  } catch {
    // An edge that lies gave something else: there is nothing more to know.
    return null
  }
}
