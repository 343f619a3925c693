/**
 * The header of an SFrame ciphertext (RFC 9605 §4.3): which key, and which of the frames under that key.
 *
 *      0 1 2 3 4 5 6 7
 *     +-+-----+-+-----+---------------+----------------+
 *     |X|  K  |Y|  C  |  KID, 0 to 8  |  CTR, 0 to 8   |
 *     +-+-----+-+-----+---------------+----------------+
 *
 * K is the key id itself where X is 0; else as many bytes less one as the key id takes. So with C, Y and the counter.
 */

/** A whole number of up to 64 bits: a `bigint` above `Number.MAX_SAFE_INTEGER`, and only there. */
export type HeaderNumber = number | bigint

export interface SFrameHeader {
  readonly keyId: HeaderNumber
  readonly counter: HeaderNumber
  /** Bytes that the header takes. */
  readonly length: number
}

/** Says of a half of the first byte that it holds a length. */
const EXTENDED = 0b1000
const MAX_INLINE = 0b111
const MAX_UINT64 = 2n ** 64n - 1n
/** Of so many bytes a number is always one that JavaScript can hold exactly. */
const SAFE_BYTES = 6

/** Throws a RangeError where one of both is no whole number of 64 bits. */
export function encodeHeader(keyId: HeaderNumber, counter: HeaderNumber): Uint8Array<ArrayBuffer> {
  const [keyIdBytes, counterBytes] = [extendedBytes(keyId), extendedBytes(counter)]
  const header = new Uint8Array(1 + keyIdBytes + counterBytes)
  header[0] = (halfOf(keyId, keyIdBytes) << 4) | halfOf(counter, counterBytes)
  write(keyId, header.subarray(1, 1 + keyIdBytes))
  write(counter, header.subarray(1 + keyIdBytes))
  return header
}

/** Reads the header that stands at the beginning; null where it is cut, or not as short as it could be. */
export function readHeader(bytes: Uint8Array): SFrameHeader | null {
  const [first] = bytes
  if (first === undefined) return null
  const keyId = readNumber(first >> 4, bytes, 1)
  if (!keyId) return null
  const counter = readNumber(first & 0b1111, bytes, keyId.end)
  return counter && { keyId: keyId.value, counter: counter.value, length: counter.end }
}

/** How many bytes a number takes beside the first one. */
function extendedBytes(value: HeaderNumber): number {
  if (value < 0 || value > MAX_UINT64 || (typeof value === 'number' && !Number.isSafeInteger(value)))
    throw new RangeError(`${value} is no whole number of 64 bits`)
  if (value <= MAX_INLINE) return 0
  let bytes = 1
  for (let limit = 256n; limit <= value; limit *= 256n) bytes += 1
  return bytes
}

const halfOf = (value: HeaderNumber, bytes: number): number =>
  bytes === 0 ? Number(value) : EXTENDED | (bytes - 1)

/** Writes a number into all of these bytes, the most significant first. */
function write(value: HeaderNumber, into: Uint8Array): void {
  let rest = value
  for (let at = into.length - 1; at >= 0; at -= 1) {
    if (typeof rest === 'bigint') {
      into[at] = Number(rest & 0xffn)
      rest >>= 8n
    } else {
      into[at] = rest % 256
      rest = Math.floor(rest / 256)
    }
  }
}

function readNumber(
  half: number,
  bytes: Uint8Array,
  from: number,
): { readonly value: HeaderNumber; readonly end: number } | null {
  if (half < EXTENDED) return { value: half, end: from }
  const length = (half & MAX_INLINE) + 1
  const end = from + length
  if (bytes.length < end) return null
  const read = bytes.subarray(from, end)
  // What could be written in fewer bytes is written by nobody of ours.
  const [most = 0] = read
  if (length === 1 ? most <= MAX_INLINE : most === 0) return null
  return { value: length <= SAFE_BYTES ? numberOf(read) : headerNumberOf(read), end }
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((value, byte) => value * 256 + byte, 0)

function headerNumberOf(bytes: Uint8Array): HeaderNumber {
  const value = bytes.reduce((high, byte) => (high << 8n) | BigInt(byte), 0n)
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
}
