import type { RoomName } from '../../../protocol/names/room-name.ts'
import { CallEncryption, type StreamEncryption } from '../media/encryption/call-encryption.ts'
import { MediaEncryption } from '../media/encryption/media-encryption.ts'
import { ContentKeys } from './content-keys.ts'
import { ComingGroup } from './group/coming-group.ts'
import type { GroupListener } from './group/room-group.ts'
import { newSigner } from './group/signer.ts'
import { roomKeysOf } from './room-keys.ts'
import { RoomSealing } from './room-sealing.ts'
import type { RoomSecret } from './room-secret.ts'
import type { Sealing } from './sealing.ts'
import type { Stay } from './stay.ts'

/** By what all is sealed that goes out of an encrypted room. */
export interface EncryptedRoom {
  /** What goes through the edge. */
  readonly sealing: Sealing
  /** What goes through nodes. */
  readonly media: CallEncryption
  /** Ends all of it. */
  close(): void
}

export interface EncryptedRoomHost extends GroupListener {
  /** What sends and receives media, or keeps its keys, is no more. */
  failed(cause: Error): void
}

/** Makes what encrypts media: `MediaEncryption`, or something in its place where there is no browser. */
type MakeMedia = (base: Uint8Array, stay: Stay, failed: (cause: Error) => void) => StreamEncryption

/** What one needs once one is in: two thirds of it are MLS. */
const loadRoomGroup = () => import('./group/room-group.ts')

/**
 * Begins a stay in an encrypted room. All that only such rooms need is imported from here: it is loaded for them alone. Rejects
 * where the browser cannot encrypt media.
 */
export async function encryptedRoom(
  secret: RoomSecret,
  room: RoomName,
  host: EncryptedRoomHost,
  makeMedia: MakeMedia = (base, stay, failed) => new MediaEncryption(base, stay, failed),
): Promise<EncryptedRoom> {
  const [keys, signer] = await Promise.all([roomKeysOf(secret, room), newSigner()])
  const { stay } = signer
  const contentKeys = new ContentKeys(keys.seal)
  const media = new CallEncryption(makeMedia(keys.base, stay, (cause) => host.failed(cause)))
  const group = new ComingGroup(
    async () => {
      const { RoomGroup } = await loadRoomGroup()
      return new RoomGroup({ room, signer, key: keys.seal }, { ...host, media, contentKeys })
    },
    (cause) => host.failed(cause),
  )
  return {
    sealing: new RoomSealing(room, { keys, contentKeys, stay, facts: group }),
    media,
    close() {
      group.close()
      media.close()
    },
  }
}
