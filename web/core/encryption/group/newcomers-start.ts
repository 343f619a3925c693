import { MAX_CONTENT_KEYS } from '../../../../protocol/limits.ts'
import { SEAL_KEY_BYTES } from '../envelope.ts'
import type { ContentKeyRing } from './content-key-ring.ts'
import { GroupError } from './group-error.ts'

/** What newcomers start from: the group, and the keys of what was said before. */
export interface NewcomersStart {
  /** As `NextEpoch` has it. */
  readonly groupInfo: Uint8Array
  readonly ring: ContentKeyRing
}

const HEADER_BYTES = 5
const NUMBER_BYTES = 4
const ENTRY_BYTES = NUMBER_BYTES + SEAL_KEY_BYTES

/** As bytes: how many keys (1 byte), the current one's number (4), each key's number (4) and the key (32), then the GroupInfo. */
export function encodeStart({ groupInfo, ring }: NewcomersStart): Uint8Array<ArrayBuffer> {
  const { keys, current } = ring
  const bytes = new Uint8Array(HEADER_BYTES + keys.size * ENTRY_BYTES + groupInfo.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, keys.size)
  view.setUint32(1, current)
  let at = HEADER_BYTES
  for (const [number, key] of keys) {
    view.setUint32(at, number)
    bytes.set(key, at + NUMBER_BYTES)
    at += ENTRY_BYTES
  }
  bytes.set(groupInfo, at)
  return bytes
}

/** Reads what `encodeStart` wrote. Throws a GroupError where it cannot have. */
export function decodeStart(bytes: Uint8Array): NewcomersStart {
  const count = bytes[0] ?? 0
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
  return { groupInfo: bytes.slice(end), ring: { keys, current } }
}
