import * as v from 'valibot'
import { toBase64url } from '../../../protocol/base64url.ts'
import { PasswordProof, passwordDerivation } from '../../../protocol/door.ts'
import type { RoomName } from '../../../protocol/room-name.ts'

/**
 * What proves that one knows the room's password (D3): slow to make on purpose, about a third of a second. The browser
 * does it beside everything else. Rejects with a TypeError where the page was not loaded securely.
 */
export async function provePassword(room: RoomName, password: string): Promise<PasswordProof> {
  const { hash, salt, iterations, bytes } = passwordDerivation(room)
  const text = new TextEncoder()
  // One password has several spellings in Unicode, and keyboards do not agree on them.
  const written = text.encode(password.normalize('NFC'))
  const key = await crypto.subtle.importKey('raw', written, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash, salt: text.encode(salt), iterations }
  const proof = await crypto.subtle.deriveBits(parameters, key, bytes * 8)
  return v.parse(PasswordProof, toBase64url(new Uint8Array(proof)))
}
