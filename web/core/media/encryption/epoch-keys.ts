import { fromBase64url } from '../../../../protocol/base64url.ts'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import { joined } from '../../encryption/bytes.ts'
import { expand, extract, HASH_BYTES } from '../../encryption/hkdf.ts'
import { deriveSFrameKey, type SFrameKey } from '../../encryption/sframe/suite.ts'
import type { Stay } from '../../encryption/stay.ts'

const text = new TextEncoder()

/** From what the keys of an epoch are derived: a key of HKDF, to be expanded; 32 bytes. */
export type EpochSecret = Uint8Array

/**
 * That of an epoch of the room's group: HKDF-Extract of what the group exports, with the link's as salt. So it takes both: who
 * had the link, and who is in the group.
 */
export const groupEpochSecret = (base: Uint8Array, exported: Uint8Array): Promise<EpochSecret> =>
  extract(base, exported)

/** The base key (RFC 9605 §4.4.2) of what one stay sends of one source in an epoch: HKDF-Expand of the secret. */
export function mediaBaseKey(
  secret: EpochSecret,
  stay: Stay,
  source: MediaSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const purpose = joined(text.encode('essaim media'), fromBase64url(stay), text.encode(source))
  return expand(secret, purpose, HASH_BYTES)
}

/** Who is told what becomes of keys. */
export interface KeyListener {
  /** What had to wait for one may have to no longer. */
  changed(): void
  failed(cause: unknown): void
}

/** The key of what one stay sends of one source in an epoch, and how far it has come under it. */
export class SourceKey {
  readonly sframe: SFrameKey
  /** The highest counter of an authentic frame, whichever way it came; -1 before the first. */
  newest = -1

  constructor(sframe: SFrameKey) {
    this.sframe = sframe
  }
}

/** The keys of one epoch. One is derived when it is asked for: most of what people could send in an epoch is never sent. */
export class EpochKeys {
  /** The key id of all of them. */
  readonly keyId: number
  /** Epochs that began to hold later have higher ones, whatever their numbers are. */
  rank: number
  readonly #begin: () => Promise<EpochSecret>
  readonly #told: KeyListener
  #secret: Promise<EpochSecret> | undefined
  /** By stay and source; null while it is derived. */
  readonly #keys = new Map<string, SourceKey | null>()

  constructor(
    epoch: { readonly keyId: number; readonly rank: number; readonly secret: () => Promise<EpochSecret> },
    told: KeyListener,
  ) {
    this.keyId = epoch.keyId
    this.rank = epoch.rank
    this.#begin = epoch.secret
    this.#told = told
  }

  /** The key of what that stay sends of that source; null for a moment, the first time. */
  of(stay: Stay, source: MediaSource): SourceKey | null {
    const name = `${stay} ${source}`
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    this.#keys.set(name, null)
    this.#derive(stay, source)
      .then((key) => {
        this.#keys.set(name, key)
        this.#told.changed()
      })
      .catch((cause) => this.#told.failed(cause))
    return null
  }

  async #derive(stay: Stay, source: MediaSource): Promise<SourceKey> {
    this.#secret ??= this.#begin()
    const baseKey = await mediaBaseKey(await this.#secret, stay, source)
    return new SourceKey(await deriveSFrameKey(baseKey, this.keyId))
  }
}
