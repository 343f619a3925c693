import { fromBase64url } from '../../../../protocol/base64url.ts'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import { deriveSFrameKey, type SFrameKey } from '../../encryption/sframe/suite.ts'
import type { Stay } from '../../encryption/stay.ts'

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const

/** From what the keys of an epoch are derived: a key of HKDF (RFC 5869) with SHA-256, to be expanded. */
export type EpochSecret = CryptoKey

const hmacKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign'])

/** That of the room's link. */
export const linkEpochSecret = (base: Uint8Array<ArrayBuffer>): Promise<EpochSecret> => hmacKey(base)

/**
 * That of an epoch of the room's group: HKDF-Extract (RFC 5869 §2.2) of what the group exports, with the link's as salt. So it
 * takes both: who had the link, and who is in the group.
 */
export async function groupEpochSecret(
  base: Uint8Array<ArrayBuffer>,
  exported: Uint8Array<ArrayBuffer>,
): Promise<EpochSecret> {
  return hmacKey(new Uint8Array(await crypto.subtle.sign(HMAC, await hmacKey(base), exported)))
}

/**
 * The base key (RFC 9605 §4.4.2) of what one stay sends of one source in an epoch: HKDF-Expand (RFC 5869 §2.3) of one block,
 * which is HMAC of the purpose and the block's number.
 */
export async function mediaBaseKey(
  secret: EpochSecret,
  stay: Stay,
  source: MediaSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder()
  const purpose = [...text.encode('essaim media'), ...fromBase64url(stay), ...text.encode(source), 1]
  return new Uint8Array(await crypto.subtle.sign(HMAC, secret, Uint8Array.from(purpose)))
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
  readonly #derived: () => void
  readonly #failed: (cause: unknown) => void
  #secret: Promise<EpochSecret> | undefined
  /** By stay and source; null while it is derived. */
  readonly #keys = new Map<string, SourceKey | null>()

  /** @param derived - A key is there that was not. */
  constructor(
    epoch: { readonly keyId: number; readonly rank: number; readonly secret: () => Promise<EpochSecret> },
    derived: () => void,
    failed: (cause: unknown) => void,
  ) {
    this.keyId = epoch.keyId
    this.rank = epoch.rank
    this.#begin = epoch.secret
    this.#derived = derived
    this.#failed = failed
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
        this.#derived()
      })
      .catch(this.#failed)
    return null
  }

  async #derive(stay: Stay, source: MediaSource): Promise<SourceKey> {
    this.#secret ??= this.#begin()
    const baseKey = await mediaBaseKey(await this.#secret, stay, source)
    return new SourceKey(await deriveSFrameKey(baseKey, this.keyId))
  }
}
