import type { RoomName } from '../../../protocol/names/room-name.ts'
import { CallEncryption } from '../media/encryption/call-encryption.ts'
import { MediaEncryption } from '../media/encryption/media-encryption.ts'
import { ContentKeys } from './content-keys.ts'
import { LINK_KEY } from './envelope.ts'
import type { RoomFacts } from './room-facts.ts'
import { roomKeysOf } from './room-keys.ts'
import { RoomSealing } from './room-sealing.ts'
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

/** Who is in a room makes no difference to keys that come from its link. */
const NO_GROUP: RoomFacts = {
  present() {},
  removed() {},
  welcomed() {},
  changed() {},
  settled: () => Promise.resolve(),
}

/**
 * Begins a stay in an encrypted room. All that only such rooms need is in this file's imports: it is loaded for them alone. Rejects
 * where the browser cannot encrypt media.
 *
 * @param failed - What sends and receives media is no more.
 */
export async function encryptedRoom(
  secret: RoomSecret,
  room: RoomName,
  failed: (cause: Error) => void,
): Promise<EncryptedRoom> {
  const keys = await roomKeysOf(secret, room)
  const stay = newStay()
  const contentKeys = new ContentKeys(keys.seal)
  contentKeys.take(new Map(), LINK_KEY)
  const media = new CallEncryption(new MediaEncryption(keys.base, stay, failed))
  media.useKeys('link', true)
  return { sealing: new RoomSealing(room, { keys, contentKeys, stay, facts: NO_GROUP }), media }
}
