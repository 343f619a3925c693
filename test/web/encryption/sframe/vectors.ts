import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const hex = v.pipe(
  v.string(),
  v.hexadecimal(),
  v.transform((text) => Uint8Array.from(Buffer.from(text, 'hex'))),
)
/** As our code has it: a number where that can hold it. */
const headerNumber = v.pipe(
  v.string(),
  v.digits(),
  v.transform((digits) => (BigInt(digits) <= Number.MAX_SAFE_INTEGER ? Number(digits) : BigInt(digits))),
)
const numbers = { keyId: headerNumber, counter: headerNumber }

const Vectors = v.object({
  header: v.array(v.object({ ...numbers, encoded: hex })),
  suite4: v.object({
    ...numbers,
    baseKey: hex,
    keyLabel: hex,
    saltLabel: hex,
    key: hex,
    salt: hex,
    metadata: hex,
    nonce: hex,
    associatedData: hex,
    plain: hex,
    sealed: hex,
  }),
})

/** The test vectors of RFC 9605, as its working group published them: all of headers, and of the suite that we speak. */
export const VECTORS = v.parse(
  Vectors,
  JSON.parse(readFileSync(new URL('rfc9605-vectors.json', import.meta.url), 'utf8')),
)
