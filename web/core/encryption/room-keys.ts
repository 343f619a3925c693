import { fromBase64url, toBase64url } from '../../../protocol/base64url.ts'
import type { RoomName } from '../../../protocol/names/room-name.ts'
import { LinkProof } from '../../../protocol/page-edge/door.ts'
import { readWith } from '../../../protocol/reading.ts'
import { bytesOf, LINK_KEY, type SealKey, sealKeyOf } from './envelope.ts'
import { expand, extract, HASH_BYTES } from './hkdf.ts'
import type { RoomSecret } from './room-secret.ts'

/** What a room's secret is used for: a key for each purpose, so that none tells anything of another. */
export interface RoomKeys {
  readonly secret: RoomSecret
  /** Said to the edge when one joins: that one has the link (D11). It tells nothing of the other two. */
  readonly proof: LinkProof
  /** Seals what goes through the edge: names, and what the group is told. */
  readonly seal: SealKey
  /** The same as bytes, for whoever comes when it is a former one (K40): 32 of them. */
  readonly sealBytes: Uint8Array
  /** From which the keys of media are derived: 32 bytes. */
  readonly base: Uint8Array
}

/** HKDF-SHA-256 (RFC 5869) of the link's secret, with the room's name as salt. */
export async function roomKeysOf(secret: RoomSecret, room: RoomName): Promise<RoomKeys> {
  const prk = await extract(bytesOf(room), fromBase64url(secret))
  const derive = (purpose: string): Promise<Uint8Array> =>
    expand(prk, bytesOf(`essaim ${purpose}`), HASH_BYTES)
  const [proof, seal, base] = await Promise.all([derive('proof'), derive('seal'), derive('base')])
  return {
    secret,
    proof: readWith(LinkProof, toBase64url(proof)),
    seal: sealKeyOf(LINK_KEY, seal),
    sealBytes: seal,
    base,
  }
}
