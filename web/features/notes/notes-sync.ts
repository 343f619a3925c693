import { effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import * as Y from 'yjs'
import { ProtocolError } from '../../../protocol/errors.ts'
import type { OpenedMessage } from '../../core/encryption/opened.ts'
import type { RoomMessages } from '../../core/session/room-messages.ts'
import { FROM_ROOM, isWhole, takeUpdate, textOf } from './note-doc.ts'
import { COMPACT_FROM_LENGTH, COMPACT_FROM_MESSAGES, NOTES_PAUSE_MS, NOTES_RETRY_MS } from './note-limits.ts'
import { PartsOfNotes, toPayloads } from './note-parts.ts'

type NotesMessages = Pick<RoomMessages, 'of' | 'send' | 'caughtUp'>

/** How long whoever sees that latecomers would get something else waits for another to mend it, at least and at most. */
const MEND_AFTER_MS = [1_000, 6_000] as const

/** Keeps a document the same as the room's: takes in what others send, and sends what changes here. */
export class NotesSync {
  readonly #messages: NotesMessages
  readonly #doc: Y.Doc
  readonly #problem: Signal<'not-allowed' | 'unsent' | null> = signal(null)
  readonly #stops: (() => void)[]
  #taken = new Set<number>()
  #parts = new PartsOfNotes()
  /** Changes made here that were not sent yet. */
  #unsent: Uint8Array[] = []
  #sending = false
  #closed = false
  #wantsWhole = false
  /** When the next sending may begin (`performance.now()`). */
  #nextAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined
  #mending: ReturnType<typeof setTimeout> | undefined

  constructor(messages: NotesMessages, doc: Y.Doc) {
    this.#messages = messages
    this.#doc = doc
    const onUpdate = (update: Uint8Array, origin: unknown): void => {
      if (origin === FROM_ROOM) return
      this.#unsent.push(update)
      this.#sendSoon()
    }
    doc.on('update', onUpdate)
    const stopTaking = effect(() => {
      const held = messages.of('notes').value
      untracked(() => this.#takeIn(held))
    })
    this.#stops = [() => doc.off('update', onUpdate), stopTaking]
  }

  /** Why what was written here has not reached the others. */
  get problem(): ReadonlySignal<'not-allowed' | 'unsent' | null> {
    return this.#problem
  }

  /** We are somebody else now, perhaps in another life of the room: numbers start anew, and what we have may be all there is. */
  restart(): void {
    this.#taken = new Set()
    this.#parts = new PartsOfNotes()
    this.#unsent = [Y.encodeStateAsUpdate(this.#doc)]
    this.#sendSoon()
  }

  /** Sends nothing any more. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#mending)
    for (const stop of this.#stops) stop()
  }

  #takeIn(messages: readonly OpenedMessage[]): void {
    const fresh = messages.filter(({ id }) => !this.#taken.has(id))
    for (const message of fresh) {
      this.#taken.add(message.id)
      const update = this.#parts.take(message)
      if (update) takeUpdate(this.#doc, update)
    }
    if (fresh.some(({ upTo }) => upTo !== undefined)) this.#mendLater()
    if (messages.length > 2 * COMPACT_FROM_MESSAGES) this.#mendLater()
  }

  /** Sends what is to be sent as soon as the room takes it. */
  #sendSoon(): void {
    if (this.#closed || this.#sending || this.#timer !== undefined) return
    const waitMs = Math.max(0, this.#nextAt - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#send().catch((error) => console.error('notes:', error))
    }, waitMs)
  }

  async #send(): Promise<void> {
    this.#sending = true
    const unsent = this.#unsent
    this.#unsent = []
    let pauseMs = NOTES_PAUSE_MS
    try {
      if (unsent.length > 0) {
        await this.#sendUpdate(Y.mergeUpdates(unsent))
        this.#compactIfLong()
      } else if (this.#wantsWhole) await this.#sendWhole()
      this.#problem.value = null
    } catch (error) {
      console.info('notes: not sent yet', error)
      // It may have arrived in part: what is taken in twice is in there once.
      this.#unsent.unshift(...unsent)
      this.#problem.value =
        error instanceof ProtocolError && error.code === 'not-allowed' ? 'not-allowed' : 'unsent'
      pauseMs = NOTES_RETRY_MS
    }
    this.#sending = false
    this.#nextAt = performance.now() + pauseMs
    if (this.#unsent.length > 0 || this.#wantsWhole) this.#sendSoon()
  }

  async #sendUpdate(update: Uint8Array): Promise<void> {
    for (const payload of toPayloads(update)) {
      await this.#messages.send('notes', { to: 'everyone' }, payload)
    }
  }

  /** Sends all of the document in the place of what was sent before. */
  async #sendWhole(): Promise<void> {
    this.#wantsWhole = false
    const held = this.#messages.of('notes').peek()
    const upTo = Math.min(held.at(-1)?.id ?? 0, this.#parts.firstWaiting - 1)
    if (!this.#messages.caughtUp.peek() || !isWhole(this.#doc) || upTo < 1) return
    const payloads = toPayloads(Y.encodeStateAsUpdate(this.#doc))
    for (const [index, payload] of payloads.entries()) {
      const last = index === payloads.length - 1
      await this.#messages.send('notes', { to: 'everyone' }, payload, last ? { upTo } : {})
    }
  }

  /** Whoever has just written makes it short; another only where nobody did. */
  #compactIfLong(): void {
    const held = this.#messages.of('notes').peek()
    const length = held.reduce((sum, { payload }) => sum + payload.length, 0)
    if (held.length > COMPACT_FROM_MESSAGES || length > COMPACT_FROM_LENGTH) this.#wantsWhole = true
  }

  /** Sends all of it where a latecomer would not get what we have, unless somebody else mends that first. */
  #mendLater(): void {
    const [least, most] = MEND_AFTER_MS
    this.#mending ??= setTimeout(
      () => {
        this.#mending = undefined
        if (this.#sending || this.#unsent.length > 0) this.#mendLater()
        else if (this.#needsMending()) {
          this.#wantsWhole = true
          this.#sendSoon()
        }
      },
      least + Math.random() * (most - least),
    )
  }

  #needsMending(): boolean {
    if (!this.#messages.caughtUp.peek()) return false
    const held = this.#messages.of('notes').peek()
    if (held.length > 2 * COMPACT_FROM_MESSAGES) return true
    return replayed(held) !== textOf(this.#doc).toString()
  }
}

/** The text that somebody who comes now gets to read. */
function replayed(messages: readonly OpenedMessage[]): string {
  const doc = new Y.Doc()
  const parts = new PartsOfNotes()
  for (const message of messages) {
    const update = parts.take(message)
    if (update) takeUpdate(doc, update)
  }
  return textOf(doc).toString()
}
