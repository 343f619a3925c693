import type { RoomName } from '../../../protocol/names/room-name.ts'
import { CallEncryption } from '../media/encryption/call-encryption.ts'
import { MediaEncryption } from '../media/encryption/media-encryption.ts'
import { LinkSealing } from './link-sealing.ts'
import { roomKeysOf } from './room-keys.ts'
import type { RoomSecret } from './room-secret.ts'
import type { Sealing } from './sealing.ts'
import { newStay } from './stay.ts'

/** By what all is sealed that goes out of an encrypted room. */
export interface EncryptedRoom {
  /** What goes through the edge. */
  readonly sealing: Sealing
  /** What goes through nodes. */
  readonly media: CallEncryption
}

/**
 * Begins a stay in an encrypted room. All that only such rooms need is in this file's imports: it is loaded for them alone. Throws
 * where the browser cannot encrypt media.
 *
 * @param failed - What sends and receives media is no more.
 */
export function encryptedRoom(
  secret: RoomSecret,
  room: RoomName,
  failed: (cause: Error) => void,
): EncryptedRoom {
  const keys = roomKeysOf(secret, room)
  const stay = newStay()
  const media = new CallEncryption(new MediaEncryption(keys.base, stay, failed))
  media.useKeys('link', true)
  return { sealing: new LinkSealing(room, keys, stay), media }
}
