import { joined } from '../../../bytes.ts'

/**
 * SHA-256 (FIPS 180-4), and what follows from it, in the page itself. A change of a group takes a hundred of these, each of a few hundred
 * bytes: to ask WebCrypto, and to come back from it, takes several times as long as the sum itself. What it does, and for how long, hangs
 * on how many bytes there are, and not on which.
 */

const HASH_BYTES = 32
const BLOCK_BYTES = 64
const WORD_BYTES = 4
const WORDS_OF_BLOCK = BLOCK_BYTES / WORD_BYTES
/** In which the length stands. */
const LENGTH_BYTES = 8
const ROUNDS = 64

/** What HMAC mixes into its key (RFC 2104 §2). */
const INNER = 0x36
const OUTER = 0x5c

/** The first 32 bits behind the point. */
const fraction = (value: number): number => (value % 1) * 2 ** 32

const PRIMES: number[] = []
for (let number = 2; PRIMES.length < ROUNDS; number++)
  if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number)

/** FIPS 180-4 §5.3.3, §4.2.2. */
const INITIAL = Uint32Array.from(PRIMES.slice(0, HASH_BYTES / WORD_BYTES), (prime) => fraction(prime ** 0.5))
const CONSTANTS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))

const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits))

/** Each is there: that is for the compiler. */
const at = (words: Uint32Array, index: number): number => words[index] ?? 0

/** The words of a block, and what follows from them, one for each round (FIPS 180-4 §6.2.2). */
const schedule = new Uint32Array(ROUNDS)

function fillSchedule(block: DataView, offset: number): void {
  for (let t = 0; t < WORDS_OF_BLOCK; t++) schedule[t] = block.getUint32(offset + WORD_BYTES * t)
  for (let t = WORDS_OF_BLOCK; t < ROUNDS; t++) {
    const [early, late] = [at(schedule, t - 15), at(schedule, t - 2)]
    const small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
    const small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
    schedule[t] = at(schedule, t - 16) + small0 + at(schedule, t - 7) + small1
  }
}

/** The state after a block (FIPS 180-4 §6.2.2). */
function compress(state: Uint32Array, block: DataView, offset: number): void {
  fillSchedule(block, offset)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < ROUNDS; t++) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const choice = (e & f) ^ (~e & g)
    const added = (h + big1 + choice + at(CONSTANTS, t) + at(schedule, t)) | 0
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + added) | 0
    d = c
    c = b
    b = a
    a = (added + big0 + majority) | 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word
}

export function sha256(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((data.length + 1 + LENGTH_BYTES) / BLOCK_BYTES)
  const padded = new Uint8Array(blocks * BLOCK_BYTES)
  padded.set(data)
  padded[data.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - WORD_BYTES, 8 * data.length)
  const state = INITIAL.slice()
  for (let offset = 0; offset < padded.length; offset += BLOCK_BYTES) compress(state, view, offset)
  const hash = new DataView(new ArrayBuffer(HASH_BYTES))
  for (const [index, word] of state.entries()) hash.setUint32(WORD_BYTES * index, word)
  return new Uint8Array(hash.buffer)
}

/** HMAC-SHA-256 (RFC 2104). */
export function hmac(key: Uint8Array, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(BLOCK_BYTES)
  padded.set(key.length > BLOCK_BYTES ? sha256(key) : key)
  const mixed = (mix: number): Uint8Array => padded.map((byte) => byte ^ mix)
  return sha256(joined(mixed(OUTER), sha256(joined(mixed(INNER), data))))
}

/** HKDF-Expand with SHA-256 (RFC 5869 §2.3). @param length - 32 bytes at most: so much is one block of it. */
export function expand(prk: Uint8Array, info: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  if (length > HASH_BYTES) throw new RangeError('more than one block')
  return hmac(prk, joined(info, Uint8Array.of(1))).slice(0, length)
}
