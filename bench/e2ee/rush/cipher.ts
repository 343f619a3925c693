import type { PeerId } from '../../../protocol/ids.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { type EncryptedRoom, encryptedRoom } from '../../../web/core/encryption/encrypted-room.ts'
import type { Ask } from '../../../web/core/encryption/opened.ts'
import type { RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { Sealing } from '../../../web/core/encryption/sealing.ts'
import type { Stay } from '../../../web/core/encryption/stay.ts'
import type { KeysInUse } from '../../../web/core/room-state/room-state.ts'
import type { VoiceFrame } from './air.ts'
import { HeadlessMedia } from './headless-media.ts'
import type { Member } from './member.ts'

/** What makes a member one of an encrypted room. */
export class Cipher {
  readonly sealing: Promise<Sealing>
  #room: EncryptedRoom | null = null
  #media: HeadlessMedia | null = null

  constructor(member: Member, room: RoomName, secret: RoomSecret) {
    this.sealing = this.#begin(member, room, secret)
  }

  async #begin(member: Member, room: RoomName, secret: RoomSecret): Promise<Sealing> {
    const host = {
      ask: (...asked: Parameters<Ask>) => member.ask(...asked),
      keysChanged: ({ epochAuthenticator }: KeysInUse) => {
        if (epochAuthenticator && !member.listens) this.#room?.close()
      },
      // Where all share a core, somebody may well be late.
      tampered: () => {},
      checkConnection: () => {},
      linkChanged: () => {},
      failed: (cause: Error) => member.fail(cause),
    }
    const makeMedia = (base: Uint8Array, stay: Stay): HeadlessMedia => {
      const media = new HeadlessMedia(base, stay, {
        sent: (frame) => member.send(frame),
        heard: (peer) => member.noteHeard(peer),
        failed: (cause) => member.fail(cause),
      })
      this.#media = media
      return media
    }
    this.#room = await encryptedRoom(secret, room, host, makeMedia)
    return this.#room.sealing
  }

  introduce(peer: PeerId, stay: Stay | null): void {
    this.#room?.introduced(peer, stay)
  }

  speak(frame: VoiceFrame): void {
    this.#media?.speak(frame)
  }

  hear(peer: PeerId, frame: VoiceFrame): void {
    this.#media?.hear(peer, frame)
  }

  close(): void {
    this.#room?.close()
  }
}
