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
  const seen = new Set<string>()
  return forms
    .flatMap(([as, all]) => all.map((form): [string, string] => [as, form]))
    .filter(([, form]) => !seen.has(form) && seen.add(form))
}

/** Bytes by which a form is recognised first: each has as many. */
const BEGINNING = 6

/** Looks for secrets in bytes, in every way in which they may be written there. */
export class TraceHunt {
  /** By how they begin: much is searched, for much. */
  readonly #forms = new Map<string, (Trace & { readonly form: string })[]>()

  constructor(secrets: readonly Secret[]) {
    for (const { what, text } of secrets) {
      for (const [as, form] of formsOf(text)) {
        const begins = form.slice(0, BEGINNING)
        this.#forms.set(begins, [...(this.#forms.get(begins) ?? []), { what, as, form }])
      }
    }
  }

  /** What stands there of them, each once: `what, as how, in which place`. */
  in(places: readonly Place[]): string[] {
    const found = places.flatMap(({ name, bytes }) => {
      const text = Buffer.from(bytes).toString('latin1')
      return this.#found(text).map(({ what, as }) => `${what}, as ${as}, in ${name}`)
    })
    return [...new Set(found)]
  }

  #found(text: string): Trace[] {
    const found = []
    for (let at = 0; at <= text.length - BEGINNING; at += 1) {
      const begun = this.#forms.get(text.slice(at, at + BEGINNING)) ?? []
      found.push(...begun.filter(({ form }) => text.startsWith(form, at)))
    }
    return found
  }
}
