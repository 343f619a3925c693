import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js'

/**
 * ts-mls works out the hashes of a group's whole tree several times for each change, and verifies all leaves' signatures each time one
 * comes in. What these come to hangs on their bytes alone. So what was worked out once is remembered, by the bytes: nothing
 * is taken for checked that was not, bit by bit, and what changed in a tree is worked out anew.
 */

/** So many of each are remembered: several times what the largest tree has nodes. */
const MOST_REMEMBERED = 2_048
/** Longer ones are not of a tree, and never come again. */
const MAX_REMEMBERED_BYTES = 1_024

/** What bytes came to; of those beyond what is remembered, the oldest are forgotten. */
class Memory<T> {
  readonly #found = new Map<string, T>()

  async of(bytes: readonly Uint8Array[], work: () => Promise<T>): Promise<T> {
    const name = nameOf(bytes)
    if (name === null) return work()
    const known = this.#found.get(name)
    if (known !== undefined) return known
    const found = await work()
    this.#found.set(name, found)
    const [oldest] = this.#found.keys()
    if (oldest !== undefined && this.#found.size > MOST_REMEMBERED) this.#found.delete(oldest)
    return found
  }
}

// Each byte is a character of its own (WHATWG Encoding, windows-1252), so no two names are the same.
const latin = new TextDecoder('latin1')

/** Another one for other bytes, or for bytes that are parted otherwise; null where they are too long. */
function nameOf(parts: readonly Uint8Array[]): string | null {
  const lengths = parts.map(({ length }) => length)
  if (lengths.reduce((sum, length) => sum + length, 0) > MAX_REMEMBERED_BYTES) return null
  return `${lengths.join()}:${parts.map((part) => latin.decode(part)).join('')}`
}

/** The same suite, with a memory of its own for hashes and for signatures, which are of public things. */
export function remembering({ hash, signature, ...suite }: CiphersuiteImpl): CiphersuiteImpl {
  const hashes = new Memory<Uint8Array>()
  const signatures = new Memory<boolean>()
  return {
    ...suite,
    // Nobody else is to change what is remembered.
    hash: { ...hash, digest: async (data) => (await hashes.of([data], () => hash.digest(data))).slice() },
    signature: {
      ...signature,
      verify: (key, message, signed) =>
        signatures.of([key, signed, message], () => signature.verify(key, message, signed)),
    },
  }
}
