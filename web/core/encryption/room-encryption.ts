import { ProtocolError } from '../../../protocol/errors.ts'
import type { PeerId } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import type { CallEncryption } from '../media/encryption/call-encryption.ts'
import type { EncryptedRoom, EncryptedRoomHost } from './encrypted-room.ts'
import type { RoomSecret } from './room-secret.ts'
import type { Sealing } from './sealing.ts'
import type { Stay } from './stay.ts'

/** What only encrypted rooms need. It is fetched when a link has a secret, beside the room's code. */
export const loadEncryptedRoom = () => import('./encrypted-room.ts')

/** The encryption of a room that is entered, while its code is on its way; of a plain room there is none. */
export class RoomEncryption {
  /** Null in a plain room. */
  readonly sealing: Promise<Sealing> | null
  /** Null in a plain room. */
  readonly media: Promise<CallEncryption> | null
  #room: EncryptedRoom | null = null
  #closed = false

  /**
   * @param secret - That of the room's link; null for a plain room.
   */
  constructor(room: RoomName, secret: RoomSecret | null, host: EncryptedRoomHost) {
    const loaded = secret === null ? undefined : this.#load(room, secret, host)
    this.sealing = loaded?.then(({ sealing }) => sealing) ?? null
    this.media = loaded?.then(({ media }) => media) ?? null
    // Whoever waits for them hears of it as well, and does not join.
    for (const part of [this.sealing, this.media]) part?.catch((cause) => console.error('encryption:', cause))
  }

  async #load(room: RoomName, secret: RoomSecret, host: EncryptedRoomHost): Promise<EncryptedRoom> {
    const { encryptedRoom } = await loadEncryptedRoom()
    const loaded = await encryptedRoom(secret, room, host)
    this.#room = loaded
    if (this.#closed) loaded.close()
    return loaded
  }

  /** Whose media is sealed by which stay's keys, from now on; null: they left. Nobody is heard of before it is loaded. */
  introduced(peer: PeerId, stay: Stay | null): void {
    this.#room?.introduced(peer, stay)
  }

  /** As `EncryptedRoom` has it. */
  async changeLink(removed: PeerId | null): Promise<void> {
    if (this.#room === null) throw new ProtocolError('not-encrypted', 'no link to change')
    await this.#room.changeLink(removed)
  }

  close(): void {
    this.#closed = true
    this.#room?.close()
  }
}
