import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import { KIND_OF_SOURCE, type MediaSource } from '../../../protocol/media/session.ts'
import { Stay } from '../../../web/core/encryption/stay.ts'
import { decryptFrame, readSealedFrame } from '../../../web/core/media/encryption/media-frame.ts'
import { MediaKeys } from '../../../web/core/media/encryption/media-keys.ts'
import type { Person } from './person.ts'

declare global {
  interface Window {
    /** All that the page's media worker was told, as JSON; bytes as arrays. */
    told: string[]
  }
}

/** Run in a page before its own scripts: notes what its media worker is told: all keys that the page ever has. */
export function noteKeys(): void {
  window.told = []
  Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
    apply(tell, worker, args) {
      const plain = (_key: string, value: unknown) => (value instanceof Uint8Array ? [...value] : value)
      window.told.push(JSON.stringify(args[0], plain))
      return Reflect.apply(tell, worker, args)
    },
  })
}

const bytes = v.pipe(
  v.array(v.number()),
  v.transform((numbers) => Uint8Array.from(numbers)),
)
const Told = v.variant('is', [
  v.object({ is: v.literal('begin'), material: v.object({ base: bytes, stay: Stay }) }),
  v.object({ is: v.literal('introduce'), peer: PeerId, stay: v.nullable(Stay) }),
  v.object({ is: v.literal('enter-epoch'), epoch: v.number(), secret: bytes }),
  v.object({ is: v.literal('change-link'), base: bytes }),
  v.object({ is: v.literal('use-keys'), mode: v.picklist(['group', 'link']), acceptsLink: v.boolean() }),
])

/** How long keys take to be derived, at most, on a machine that is busy with browsers; and how often one looks. */
const DERIVED_MS = 1_500
const LOOK_MS = 50

/**
 * Somebody who goes on with all keys that a page ever had, whatever became of it: also with those that it would have forgotten, for
 * they are told anew. They know everybody who was ever introduced.
 */
export class KeptKeys {
  readonly #keys: MediaKeys
  readonly #peers = new Set<PeerId>()

  private constructor(told: readonly string[]) {
    this.#keys = new MediaKeys({
      changed: () => {},
      failed: (cause) => {
        throw cause
      },
    })
    for (const text of told) this.#hear(v.parse(Told, JSON.parse(text)))
    this.#keys.use('group', true)
  }

  /** Those of somebody with `noteKeys`. */
  static async of({ page }: Person): Promise<KeptKeys> {
    return new KeptKeys(await page.evaluate(() => window.told))
  }

  /** Which of these frames it decrypts, as whoever's of that source; they begin with the frames' clear bytes. */
  async decrypts(source: MediaSource, frames: readonly Uint8Array[]): Promise<boolean[]> {
    const read = frames.map((frame) => readSealedFrame(KIND_OF_SOURCE[source], Uint8Array.from(frame).buffer))
    const find = (keyId: number | bigint) =>
      [...this.#peers].map((peer) => this.#keys.of(peer, source)?.keyOf(keyId))
    const ids = new Set(read.flatMap((frame) => frame?.header.keyId ?? []))
    // Of an epoch that it was never told it has none, however long one waits.
    const isAwaited = () => [...ids].some((keyId) => find(keyId).includes('awaited'))
    for (let waited = 0; isAwaited() && waited < DERIVED_MS; waited += LOOK_MS) await pause(LOOK_MS)
    return Promise.all(
      read.map(async (frame) => {
        const found = frame ? find(frame.header.keyId) : []
        const tried = found.map(
          async (key) => frame && typeof key === 'object' && (await decryptFrame(key.key.sframe, frame)),
        )
        return (await Promise.all(tried)).some((plain) => plain instanceof ArrayBuffer)
      }),
    )
  }

  #hear(told: v.InferOutput<typeof Told>): void {
    switch (told.is) {
      case 'begin':
        return this.#keys.begin(told.material)
      case 'introduce':
        // Nobody is forgotten.
        if (told.stay === null) return
        this.#peers.add(told.peer)
        return this.#keys.introduce(told.peer, told.stay)
      case 'enter-epoch':
        return this.#keys.enter(told.epoch, told.secret)
      case 'change-link':
        return this.#keys.changeLink(told.base)
      case 'use-keys':
        return this.#keys.use(told.mode, told.acceptsLink)
      default:
        told satisfies never
    }
  }
}
