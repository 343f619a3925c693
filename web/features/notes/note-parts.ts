import * as v from 'valibot'
import { randomBase64url, readBase64url, toBase64url } from '../../../protocol/base64url.ts'
import type { OpenedMessage } from '../../core/encryption/opened.ts'
import { readPayload } from '../read-payload.ts'
import { NOTE_MAX_PARTS, NOTE_PART_BYTES, NOTE_PARTS_WITHIN_MS } from './note-limits.ts'

/** What is sent as `notes`: an update of the document, or a part of one that is too large for a message. */
const NotePart = v.object({
  /** What all parts of an update have in common, and no other update of its sender has. */
  update: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8}$/)),
  part: v.pipe(v.number(), v.integer(), v.minValue(0)),
  of: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(NOTE_MAX_PARTS)),
  data: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/)),
})

/** The payloads that carry an update; none where it is too large for as many as there may be. */
export function toPayloads(update: Uint8Array): string[] {
  const of = Math.max(1, Math.ceil(update.length / NOTE_PART_BYTES))
  if (of > NOTE_MAX_PARTS) return []
  const name = randomBase64url(6)
  return Array.from({ length: of }, (_, part) => {
    const data = toBase64url(update.subarray(part * NOTE_PART_BYTES, (part + 1) * NOTE_PART_BYTES))
    return JSON.stringify({ update: name, part, of, data })
  })
}

interface Incomplete {
  readonly firstId: number
  lastAt: number
  readonly parts: (Uint8Array | undefined)[]
}

/** Puts the parts of updates together. Parts that do not fit each other come to nothing. */
export class PartsOfNotes {
  readonly #incomplete = new Map<string, Incomplete>()

  /** The update that this message is, or completes. */
  take({ id, from, at, payload }: OpenedMessage): Uint8Array | null {
    this.#forgetBefore(at - NOTE_PARTS_WITHIN_MS)
    const read = readPayload(NotePart, payload)
    if (!read || read.part >= read.of) return null
    const data = readBase64url(read.data)
    if (!data || read.of === 1) return data
    const key = `${from} ${read.update} ${read.of}`
    const set = this.#incomplete.get(key) ?? {
      firstId: id,
      lastAt: at,
      parts: Array.from<Uint8Array | undefined>({ length: read.of }),
    }
    this.#incomplete.set(key, set)
    set.parts[read.part] = data
    set.lastAt = at
    const parts = set.parts.filter((part) => part !== undefined)
    if (parts.length < read.of) return null
    this.#incomplete.delete(key)
    return joined(parts)
  }

  /** The number of the first message whose update is not whole yet. */
  get firstWaiting(): number {
    return Math.min(...[...this.#incomplete.values()].map(({ firstId }) => firstId))
  }

  /** Whoever stopped sending in the middle of an update holds up nothing. */
  #forgetBefore(at: number): void {
    for (const [key, set] of this.#incomplete) if (set.lastAt < at) this.#incomplete.delete(key)
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
