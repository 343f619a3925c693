import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64url } from '../../../../protocol/base64url.ts'
import { PART_BYTES } from '../file-limits.ts'

/** SHA-256 (FIPS 180-4), in base64url. */
export const digestOf = (bytes: Uint8Array): string => toBase64url(sha256(bytes))

/** The bytes of a file that are its part of that number, from and up to. */
export const boundsOf = (part: number, size: number): readonly [number, number] => [
  part * PART_BYTES,
  Math.min(size, (part + 1) * PART_BYTES),
]
