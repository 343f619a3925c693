import { toBase64url } from '../../../protocol/base64url.ts'
import { BrowserId } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { CreatorKey } from '../../../protocol/page-edge/door.ts'
import { readWith } from '../../../protocol/reading.ts'

/**
 * What this room knows the browser by (A6): SHA-256 of a secret that never leaves the browser and of the room's name, so
 * that no two rooms can tell that they know the same one. Null without a secret, or outside secure contexts, where
 * browsers do not reckon.
 */
export async function browserIdIn(room: RoomName, secret: string | null): Promise<BrowserId | null> {
  const derived = await derive(secret, room)
  return derived === null ? null : readWith(BrowserId, derived)
}

/**
 * What makes this browser the creator of that room (D1), where it is the first there. Derived in the same way, so that
 * the browser keeps no list of the rooms that it opened, and forgets them all with its secret.
 */
export async function creatorKeyIn(room: RoomName, secret: string | null): Promise<CreatorKey | null> {
  // No room's name has a blank in it: this is nobody's browser id.
  const derived = await derive(secret, `creator ${room}`)
  return derived === null ? null : readWith(CreatorKey, derived)
}

/** What this browser remembers somebody of that name by in that room; null as above. */
export const nameMarkIn = (room: RoomName, name: string, secret: string | null): Promise<string | null> =>
  derive(secret, `heard ${room} ${name}`)

async function derive(secret: string | null, purpose: string): Promise<string | null> {
  if (secret === null || !isSecureContext) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${secret} ${purpose}`))
  return toBase64url(new Uint8Array(digest))
}
