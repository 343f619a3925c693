import { toBase64url } from '../../protocol/base64url.ts'
import { BrowserId } from '../../protocol/ids.ts'
import { readWith } from '../../protocol/reading.ts'
import type { RoomName } from '../../protocol/room-name.ts'

/**
 * What this room knows the browser by (A6): SHA-256 of a secret that never leaves the browser and of the room's name, so
 * that no two rooms can tell that they know the same one. Null without a secret, or outside secure contexts, where
 * browsers do not reckon.
 */
export async function browserIdIn(room: RoomName, secret: string | null): Promise<BrowserId | null> {
  if (secret === null || !isSecureContext) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${secret} ${room}`))
  return readWith(BrowserId, toBase64url(new Uint8Array(digest)))
}
