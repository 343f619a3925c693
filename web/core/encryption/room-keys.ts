import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { LinkProof } from '../../../protocol/page-edge/door.ts'
import { readWith } from '../../../protocol/reading.ts'
import type { RoomSecret } from './room-secret.ts'

/** What a room's secret is used for: a key for each purpose, so that none tells anything of another. */
export interface RoomKeys {
  /** Said to the edge when one joins: that one has the link (D11). It tells nothing of the other two. */
  readonly proof: LinkProof
  /** Seals what goes through the edge: 32 bytes, for AES-256-GCM. */
  readonly seal: Uint8Array
  /** From which the keys of media are derived: 32 bytes. */
  readonly base: Uint8Array
}

const KEY_BYTES = 32

/** HKDF-SHA-256 (RFC 5869) of the link's secret, with the room's name as salt. */
export function roomKeysOf(secret: RoomSecret, room: RoomName): RoomKeys {
  const derive = (purpose: string): Uint8Array =>
    hkdf(sha256, fromBase64url(secret), utf8ToBytes(room), utf8ToBytes(`essaim ${purpose}`), KEY_BYTES)
  return {
    proof: readWith(LinkProof, toBase64url(derive('proof'))),
    seal: derive('seal'),
    base: derive('base'),
  }
}
