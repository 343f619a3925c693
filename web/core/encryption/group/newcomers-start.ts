import { MAX_CONTENT_KEYS, MAX_FORMER_SEALS } from '../../../../protocol/limits.ts'
import { SEAL_KEY_BYTES } from '../envelope.ts'
import type { ContentKeyRing } from './content-key-ring.ts'
import { GroupError } from './group-error.ts'

/** What newcomers start from: the group, and the keys of what was said before. */
export interface NewcomersStart {
  /** As `NextEpoch` has it. */
  readonly groupInfo: Uint8Array
  readonly ring: ContentKeyRing
  /** By which names in what was said before were sealed, under former links: the newest first, 32 bytes each (K40). */
  readonly formerSeals: readonly Uint8Array[]
}

const HEADER_BYTES = 5
/** In the first byte: former seals follow. Where none do, nothing says so. */
const HAS_FORMER_SEALS = 0b1000_0000
const NUMBER_BYTES = 4
const ENTRY_BYTES = NUMBER_BYTES + SEAL_KEY_BYTES

/**
 * As bytes: how many keys (1 byte), the current one's number (4), each key's number (4) and the key (32); where the highest bit of
 * the first byte is set, how many former seals (1) and those (32 each); then the GroupInfo.
 */
export function encodeStart({ groupInfo, ring, formerSeals }: NewcomersStart): Uint8Array<ArrayBuffer> {
  const { keys, current } = ring
  const former =
    formerSeals.length === 0 ? [] : [formerSeals.length, ...formerSeals.flatMap((seal) => [...seal])]
  const bytes = new Uint8Array(HEADER_BYTES + keys.size * ENTRY_BYTES + former.length + groupInfo.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, keys.size | (former.length > 0 ? HAS_FORMER_SEALS : 0))
  view.setUint32(1, current)
  let at = HEADER_BYTES
  for (const [number, key] of keys) {
    view.setUint32(at, number)
    bytes.set(key, at + NUMBER_BYTES)
    at += ENTRY_BYTES
  }
  bytes.set(former, at)
  bytes.set(groupInfo, at + former.length)
  return bytes
}

/** Reads what `encodeStart` wrote. Throws a GroupError where it cannot have. */
export function decodeStart(bytes: Uint8Array): NewcomersStart {
  const first = bytes[0] ?? 0
  const count = first & ~HAS_FORMER_SEALS
  const end = HEADER_BYTES + count * ENTRY_BYTES
  if (count === 0 || count > MAX_CONTENT_KEYS || bytes.length <= end) throw new GroupError('no start')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const keys = new Map<number, Uint8Array>()
  let last = 0
  for (let at = HEADER_BYTES; at < end; at += ENTRY_BYTES) {
    const number = view.getUint32(at)
    if (number <= last) throw new GroupError('keys out of order')
    keys.set(number, bytes.slice(at + NUMBER_BYTES, at + ENTRY_BYTES))
    last = number
  }
  const current = view.getUint32(1)
  if (!keys.has(current)) throw new GroupError('no current key')
  const ring = { keys, current }
  if (first === count) return { groupInfo: bytes.slice(end), ring, formerSeals: [] }
  const formerSeals = formerSealsIn(bytes.subarray(end))
  const begins = end + 1 + formerSeals.length * SEAL_KEY_BYTES
  return { groupInfo: bytes.slice(begins), ring, formerSeals }
}

function formerSealsIn(bytes: Uint8Array): Uint8Array[] {
  const count = bytes[0] ?? 0
  const isWhole = bytes.length > 1 + count * SEAL_KEY_BYTES
  if (count === 0 || count > MAX_FORMER_SEALS || !isWhole) throw new GroupError('no former seals')
  return Array.from({ length: count }, (_, index) =>
    bytes.slice(1 + index * SEAL_KEY_BYTES, 1 + (index + 1) * SEAL_KEY_BYTES),
  )
}
