import { gunzipSync } from 'node:zlib'
import { sha256 } from '../page-build/build-list.ts'

/** No source archive of ours is nearly as large. */
const UNPACKED_MAX_BYTES = 100_000_000

/**
 * The SHA-256 of what is packed there: the same bytes are packed otherwise by other machines. Null where it cannot be unpacked,
 * or is larger than it may be.
 */
export function unpackedSha256(packed: Uint8Array): string | null {
  try {
    return sha256(gunzipSync(packed, { maxOutputLength: UNPACKED_MAX_BYTES }))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
