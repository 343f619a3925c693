/** So many words are read aloud: 66 bits. */
export const COMPARED_WORDS = 6

/** Of a list of 2,048 words. */
const BITS_OF_WORD = 11

/** PBKDF2's rounds: whoever looks for two groups with the same words has to do them for each that they try. */
const ROUNDS = 100_000

const SALT = new TextEncoder().encode('essaim words')

/**
 * Which words of a list of 2,048 stand for the keys of a group as they are now (J14): the first bits of what PBKDF2-HMAC-SHA-256
 * (RFC 8018 §5.2) makes of its authenticator, 11 for each word.
 *
 * @param authenticator - Of the epoch (RFC 9420 §8.7).
 * @returns `COMPARED_WORDS` numbers from 0 to 2047.
 */
export async function wordNumbersOf(authenticator: Uint8Array): Promise<readonly number[]> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(authenticator), 'PBKDF2', false, [
    'deriveBits',
  ])
  const bits = Math.ceil((COMPARED_WORDS * BITS_OF_WORD) / 8) * 8
  const derived = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS },
    key,
    bits,
  )
  return Array.from({ length: COMPARED_WORDS }, (_, word) =>
    bitsAt(new Uint8Array(derived), word * BITS_OF_WORD, BITS_OF_WORD),
  )
}

/** That many bits from that place on, the first one counting most. */
function bitsAt(bytes: Uint8Array, from: number, count: number): number {
  let number = 0
  for (let at = from; at < from + count; at += 1) {
    number = number * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
  }
  return number
}
