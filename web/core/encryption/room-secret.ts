import * as v from 'valibot'
import { randomBase64url, toBase64url } from '../../../protocol/base64url.ts'

/** Bytes of a room's secret. */
export const ROOM_SECRET_BYTES = 16

/**
 * What everybody in an encrypted room has, and nobody else: 128 random bits in base64url (RFC 4648 §5), without padding. It
 * travels behind the `#` of the room's link, which browsers send nowhere (RFC 3986 §3.5).
 */
export const RoomSecret = v.pipe(
  v.string(),
  // The last of 22 characters has two bits that are used: one secret is written in one way.
  v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'a secret of 16 bytes'),
  v.brand('RoomSecret'),
)
export type RoomSecret = v.InferOutput<typeof RoomSecret>

export const newRoomSecret = (): RoomSecret => v.parse(RoomSecret, randomBase64url(ROOM_SECRET_BYTES))

/** @param bytes - `ROOM_SECRET_BYTES` of them. */
export const secretOf = (bytes: Uint8Array): RoomSecret => v.parse(RoomSecret, toBase64url(bytes))

/** What a link says of its room's secret: `none` leads to a room by its name alone; `damaged` was cut, or written wrongly. */
export type SecretOfLink =
  | { readonly is: 'none' | 'damaged' }
  | { readonly is: 'whole'; readonly secret: RoomSecret }

/** The name by which the fragment holds the secret. */
const SECRET_KEY = 'k'

/**
 * What a link says behind its `#`, by name.
 *
 * @param fragment - As `location.hash` has it: empty, or from the `#` on.
 */
export const readFragment = (fragment: string): URLSearchParams =>
  new URLSearchParams(fragment.replace(/^#/, ''))

/** Reads the secret out of a link's fragment. */
export function readSecret(fragment: string): SecretOfLink {
  const written = readFragment(fragment).get(SECRET_KEY)
  if (written === null) return { is: 'none' }
  const read = v.safeParse(RoomSecret, written)
  return read.success ? { is: 'whole', secret: read.output } : { is: 'damaged' }
}

/** That fragment with another secret, and all else that it says. */
export function withSecret(fragment: string, secret: RoomSecret): string {
  const said = readFragment(fragment)
  said.set(SECRET_KEY, secret)
  return `#${said}`
}

/** The fragment that holds the secret, from the `#` on; empty for a room that has none. */
export const fragmentOf = (secret: RoomSecret | null): string =>
  secret === null ? '' : `#${SECRET_KEY}=${secret}`
