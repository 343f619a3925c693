import * as v from 'valibot'
import { randomBase64url } from '../../../protocol/base64url.ts'

/** Bytes that name a stay. */
export const STAY_BYTES = 8

/**
 * Names what one page is in an encrypted room, from its loading to its end: 64 bits in base64url, of the key by which it signs in
 * the room's group (group/signer.ts). It travels sealed beside the person's name, and is part of the keys of what they send: so nobody
 * in between can show one person's media or messages under another's name, and a page that is loaded again, which counts its frames
 * anew, has new keys.
 */
export const Stay = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]$/, 'a stay of 8 bytes'),
  v.brand('Stay'),
)
export type Stay = v.InferOutput<typeof Stay>

export const newStay = (): Stay => v.parse(Stay, randomBase64url(STAY_BYTES))

/** That text as a stay; null where it is none. */
export function readStay(text: string): Stay | null {
  const read = v.safeParse(Stay, text)
  return read.success ? read.output : null
}
