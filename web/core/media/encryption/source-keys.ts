import { fromBase64url } from '../../../../protocol/base64url.ts'
import type { MediaSource } from '../../../../protocol/media/session.ts'
import type { HeaderNumber } from '../../encryption/sframe/header.ts'
import { deriveSFrameKey, type SFrameKey } from '../../encryption/sframe/suite.ts'
import type { Stay } from '../../encryption/stay.ts'

/** The key id of keys that come from the room's link. */
const LINK_KEY_ID = 0

/**
 * The base key (RFC 9605 §4.4.2) of what one stay sends of one source: HKDF-Expand (RFC 5869 §2.3) of one block, which is HMAC
 * of the purpose and the block's number.
 */
export async function mediaBaseKey(
  base: Uint8Array<ArrayBuffer>,
  stay: Stay,
  source: MediaSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder()
  const purpose = [...text.encode('essaim media'), ...fromBase64url(stay), ...text.encode(source), 1]
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', base, hmac, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(hmac, key, Uint8Array.from(purpose)))
}

/** The keys of what one stay sends of one source, and how far it has come. */
export class SourceKeys {
  /** The highest counter of an authentic frame, whichever way it came; -1 before the first. */
  newest = -1
  #linkKey: SFrameKey | null = null

  /** @param derived - A key is there that was not. */
  constructor(
    base: Uint8Array<ArrayBuffer>,
    stay: Stay,
    source: MediaSource,
    derived: () => void,
    failed: (cause: unknown) => void,
  ) {
    mediaBaseKey(base, stay, source)
      .then((baseKey) => deriveSFrameKey(baseKey, LINK_KEY_ID))
      .then((key) => {
        this.#linkKey = key
        derived()
      })
      .catch(failed)
  }

  /** The key of that id; null where there is none, for now. */
  keyOf(keyId: HeaderNumber): SFrameKey | null {
    return keyId === LINK_KEY_ID ? this.#linkKey : null
  }

  /** The key by which one encrypts now; null where there is none, for now. */
  get current(): SFrameKey | null {
    return this.#linkKey
  }
}
