import * as v from 'valibot'
import { SEALED_NAME_MAX_LENGTH } from '../limits.ts'
import { DisplayName } from '../names/display-name.ts'

/**
 * What people of an encrypted room say by way of the edge (K1): sealed by keys that the edge has not. How it is sealed is the
 * pages' business (`web/core/encryption/envelope.ts`); here stands what the edge sees of it.
 */

/** Bytes of the nonce before what AES-GCM encrypted, and of the tag after it (NIST SP 800-38D). */
export const SEALED_NONCE_BYTES = 12
const TAG_BYTES = 16
/** What is sealed is brought to a multiple of so many bytes: a vote is as long as another. */
export const SEALED_BLOCK_BYTES = 64
/** Of which the first say a number and a length, four bytes each. */
export const SEALED_HEADER_BYTES = 8

/** How much longer a letter is that is sealed to its receiver's leaf (K41): whose stay, the encapsulated key, and a tag. */
export const TO_ONE_BYTES = 8 + 32 + TAG_BYTES

/** The number of the key, a full stop, and in base64url (RFC 4648 §5) the nonce, what is encrypted, and its tag. */
export const Sealed = v.pipe(
  v.string(),
  v.regex(/^(?:0|[1-9]\d{0,9})\.[A-Za-z0-9_-]{123,}$/, 'something sealed'),
  v.brand('Sealed'),
)
export type Sealed = v.InferOutput<typeof Sealed>

/** A name as it goes through the edge: sealed in an encrypted room, with what tells its person's pages apart; plain in a plain one. */
export const PersonName = v.union([
  DisplayName,
  v.object({ sealed: v.pipe(Sealed, v.maxLength(SEALED_NAME_MAX_LENGTH)) }),
])
export type PersonName = v.InferOutput<typeof PersonName>

/** What a message says, as it goes through the edge: opaque to it in a plain room, and sealed in an encrypted one. */
export const MessagePayload = v.union([v.string(), v.object({ sealed: Sealed })])
export type MessagePayload = v.InferOutput<typeof MessagePayload>

/** How long the sealed form of so many bytes is at most, in characters. */
export function sealedLengthOf(bytes: number): number {
  const blocks = Math.ceil((SEALED_HEADER_BYTES + bytes) / SEALED_BLOCK_BYTES)
  const sealed = SEALED_NONCE_BYTES + blocks * SEALED_BLOCK_BYTES + TAG_BYTES
  return '4294967295.'.length + Math.ceil((sealed * 4) / 3)
}

/** How many bytes something sealed holds at least: what it was brought to its length with may be all of a block. */
export function leastBytesOf(sealed: Sealed): number {
  const bytes = Math.floor(((sealed.length - sealed.indexOf('.') - 1) * 3) / 4)
  const most = bytes - SEALED_NONCE_BYTES - TAG_BYTES - SEALED_HEADER_BYTES
  return Math.max(0, most - (SEALED_BLOCK_BYTES - 1))
}
