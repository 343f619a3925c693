import type { PeerId } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { CallEncryption, type StreamEncryption } from '../media/encryption/call-encryption.ts'
import { MediaEncryption } from '../media/encryption/media-encryption.ts'
import { ContentKeys } from './content-keys.ts'
import { ComingGroup } from './group/coming-group.ts'
import type { GroupListener } from './group/room-group-host.ts'
import { newSigner } from './group/signer.ts'
import { LeafKeys } from './leaf-keys.ts'
import { LinkKeys } from './link-keys.ts'
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
  /** Whose media is sealed by which stay's keys, from now on; null: they left. */
  introduced(peer: PeerId, stay: Stay | null): void
  /**
   * Has the room's link be another one, once the group is rid of whom a moderator put out.
   *
   * @param removed - Who is put out just now; null for nobody.
   * Rejects with a ProtocolError.
   */
  changeLink(removed: PeerId | null): Promise<void>
  /** Ends all of it. */
  close(): void
}

export interface EncryptedRoomHost extends Omit<GroupListener, 'linkChanged'> {
  /** What sends and receives media, or keeps its keys, is no more; or the link was changed, and not by a way that we could follow. */
  failed(cause: Error): void
  /**
   * The room's link has another secret from now on.
   *
   * @param by - Who changed it: null where that was ourselves, undefined where they have left.
   */
  linkChanged(secret: RoomSecret, by: PeerId | null | undefined): void
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
  const links = new LinkKeys(keys)
  const people = new Map<PeerId, Stay>()
  const contentKeys = new ContentKeys(keys.seal)
  const leafKeys = new LeafKeys()
  const media = new CallEncryption(makeMedia(keys.base, stay, (cause) => host.failed(cause)))
  const group = new ComingGroup(
    async () => {
      const { RoomGroup } = await loadRoomGroup()
      const linkChanged = (secret: RoomSecret, by: Stay): void => {
        const found = [...people].find(([, other]) => other === by)
        host.linkChanged(secret, by === stay ? null : found?.[0])
      }
      return new RoomGroup({ room, signer, links }, { ...host, media, contentKeys, leafKeys, linkChanged })
    },
    (cause) => host.failed(cause),
  )
  return {
    sealing: new RoomSealing(room, { links, contentKeys, leafKeys, stay, facts: group }),
    media,
    introduced(peer, theirs) {
      if (theirs === null) people.delete(peer)
      else people.set(peer, theirs)
      media.introduce(peer, theirs)
    },
    changeLink: (removed) => group.changeLink(() => removed === null || !people.has(removed)),
    close() {
      group.close()
      leafKeys.close()
      media.close()
    },
  }
}
