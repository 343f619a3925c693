import { createHash } from 'node:crypto'

/** Something that nobody is to find, and what it is, for whoever reads that it was found. */
export interface Secret {
  readonly what: string
  readonly text: string
}

/** Where it was found, and written how. */
interface Trace {
  readonly what: string
  readonly as: string
}

/** A place that is looked through: what it is called, and its bytes. */
export interface Place {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Base64 of some bytes in the midst of others: the same at three offsets, without what depends on the neighbours. */
function inBase64(bytes: Buffer, encoding: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes])
    const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString(encoding)
    return whole.slice(before === 0 ? 0 : 4)
  })
}

const littleEndian = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** All ways in which a text may stand somewhere, each as the bytes that would stand there (in Latin-1). */
function formsOf(text: string): [as: string, form: string][] {
  const utf8 = Buffer.from(text)
  const hash = createHash('sha256').update(utf8).digest()
  const forms: [string, string[]][] = [
    ['UTF-8', [utf8.toString('latin1')]],
    ['UTF-16', [littleEndian(text).toString('latin1'), littleEndian(text).swap16().toString('latin1')]],
    ['base64', inBase64(utf8, 'base64')],
    ['base64url', inBase64(utf8, 'base64url')],
    ['hex', [utf8.toString('hex'), utf8.toString('hex').toUpperCase()]],
    ['URL-encoded', [encodeURIComponent(text)]],
    ['JSON', [JSON.stringify(text).slice(1, -1)]],
    ['SHA-256', [hash.toString('latin1')]],
    ['SHA-256 in hex', [hash.toString('hex'), hash.toString('hex').toUpperCase()]],
    ['SHA-256 in base64', inBase64(hash, 'base64')],
    ['SHA-256 in base64url', inBase64(hash, 'base64url')],
  ]
  return forms.flatMap(([as, all]) => all.map((form): [string, string] => [as, form]))
}

/** Looks for secrets in bytes, in every way in which they may be written there. */
export class TraceHunt {
  readonly #forms: readonly (Trace & { readonly form: string })[]

  constructor(secrets: readonly Secret[]) {
    this.#forms = secrets.flatMap(({ what, text }) => formsOf(text).map(([as, form]) => ({ what, as, form })))
  }

  /** What stands there of them, each once: `what, as how, in which place`. */
  in(places: readonly Place[]): string[] {
    const found = places.flatMap(({ name, bytes }) => {
      const text = Buffer.from(bytes).toString('latin1')
      return this.#forms
        .filter(({ form }) => text.includes(form))
        .map(({ what, as }) => `${what}, as ${as}, in ${name}`)
    })
    return [...new Set(found)]
  }
}
