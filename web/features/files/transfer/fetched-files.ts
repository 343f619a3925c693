import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { randomBase64url } from '../../../../protocol/base64url.ts'
import { type ErrorCode, ProtocolError } from '../../../../protocol/errors.ts'
import type { PeerId } from '../../../../protocol/ids.ts'
import { FETCHED_AT_ONCE, FETCHED_KEPT_BYTES, SILENCE_MS, TRIES } from '../file-limits.ts'
import type { FileDescription, FilePayload } from '../file-payload.ts'
import { IncomingFile } from './incoming-file.ts'
import type { PacedSender } from './paced-sender.ts'

/** A file that came with a message. */
export interface SentFile {
  /** The number of that message: ids of files are their senders' own, and may be another's as well. */
  readonly message: number
  readonly from: PeerId
  readonly file: FileDescription
}

/** Why a file did not come: its sender has left, does not have it any more, does not answer, sent something else, or the chat is closed. */
export type FileFailure = 'left' | 'gone' | 'silent' | 'broken' | 'forbidden' | 'failed'

/** Where a file stands, seen from here. */
export type FileState =
  | { readonly at: 'sender' }
  | { readonly at: 'queue' }
  | { readonly at: 'coming'; readonly received: number }
  | { readonly at: 'here'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly at: 'failed'; readonly why: FileFailure }

/** One fetching that goes on. */
interface Fetching {
  readonly sent: SentFile
  readonly name: string
  readonly incoming: IncomingFile
  timer: ReturnType<typeof setTimeout> | undefined
  triesLeft: number
}

const AT_SENDER: FileState = { at: 'sender' }

/** The files of others, as they come to us: a window of parts at a time, and a few files at a time. */
export class FetchedFiles {
  readonly #sender: Pick<PacedSender, 'send'>
  readonly #states = new Map<number, Signal<FileState>>()
  readonly #queue: SentFile[] = []
  readonly #running = new Map<string, Fetching>()

  /** `present` are the people in the room; empty while that is not known. */
  constructor(sender: Pick<PacedSender, 'send'>, present: ReadonlySignal<ReadonlySet<PeerId>>) {
    this.#sender = sender
    effect(() => {
      const here = present.value
      if (here.size === 0) return
      for (const fetching of this.#running.values()) {
        if (!here.has(fetching.sent.from)) this.#end(fetching, { at: 'failed', why: 'left' })
      }
    })
  }

  stateOf(message: number): ReadonlySignal<FileState> {
    return this.#stateOf(message)
  }

  /** Fetches a file, unless it is here or on its way. */
  fetch(sent: SentFile): void {
    const state = this.#stateOf(sent.message)
    if (state.peek().at !== 'sender' && state.peek().at !== 'failed') return
    state.value = { at: 'queue' }
    this.#queue.push(sent)
    this.#startNext()
  }

  cancel({ message }: SentFile): void {
    const queued = this.#queue.findIndex((sent) => sent.message === message)
    if (queued >= 0) {
      this.#queue.splice(queued, 1)
      this.#stateOf(message).value = AT_SENDER
    }
    const fetching = [...this.#running.values()].find(({ sent }) => sent.message === message)
    if (!fetching) return
    this.#stop(fetching)
    this.#end(fetching, AT_SENDER)
  }

  /** A part has come, from whom the edge says. */
  handlePart(from: PeerId, { fetch, part, data }: Extract<FilePayload, { do: 'part' }>): void {
    const fetching = this.#fetchingFrom(from, fetch)
    if (!fetching) return
    const { sent, incoming } = fetching
    fetching.triesLeft = TRIES
    switch (incoming.take(part, data)) {
      case 'broken':
        this.#stop(fetching)
        return this.#end(fetching, { at: 'failed', why: 'broken' })
      case 'whole':
        return this.#finish(fetching)
      case 'next-window':
        this.#ask(fetching)
        break
      case 'more':
        this.#watch(fetching)
    }
    this.#stateOf(sent.message).value = { at: 'coming', received: incoming.received }
  }

  /** Whoever sent a file does not have it, or not for us. */
  handleGone(from: PeerId, fetch: string): void {
    const fetching = this.#fetchingFrom(from, fetch)
    if (fetching) this.#end(fetching, { at: 'failed', why: 'gone' })
  }

  #fetchingFrom(from: PeerId, name: string): Fetching | undefined {
    const fetching = this.#running.get(name)
    return fetching?.sent.from === from ? fetching : undefined
  }

  #stateOf(message: number): Signal<FileState> {
    const known = this.#states.get(message) ?? signal<FileState>(AT_SENDER)
    this.#states.set(message, known)
    return known
  }

  #startNext(): void {
    if (this.#running.size >= FETCHED_AT_ONCE) return
    const sent = this.#queue.shift()
    if (!sent) return
    const fetching: Fetching = {
      sent,
      name: randomBase64url(12),
      incoming: new IncomingFile(sent.file),
      timer: undefined,
      triesLeft: TRIES,
    }
    this.#running.set(fetching.name, fetching)
    this.#stateOf(sent.message).value = { at: 'coming', received: 0 }
    this.#ask(fetching)
  }

  #ask(fetching: Fetching): void {
    const { sent, name, incoming } = fetching
    this.#watch(fetching)
    this.#sender
      .send(sent.from, { do: 'ask', file: sent.file.id, fetch: name, ...incoming.missing })
      .catch((cause: unknown) => {
        this.#end(fetching, { at: 'failed', why: failureOf(ProtocolError.from(cause).code) })
      })
  }

  /** Asks again for what does not come: what two pages say about files is lost where a socket is cut. */
  #watch(fetching: Fetching): void {
    clearTimeout(fetching.timer)
    fetching.timer = setTimeout(() => {
      fetching.triesLeft -= 1
      if (fetching.triesLeft > 0) this.#ask(fetching)
      else this.#end(fetching, { at: 'failed', why: 'silent' })
    }, SILENCE_MS)
  }

  /** Spares its sender the rest; where that is not heard, it is not missed either. */
  #stop({ sent, name }: Fetching): void {
    this.#sender.send(sent.from, { do: 'stop', fetch: name }).catch((cause: unknown) => {
      console.info('file:', cause)
    })
  }

  #finish(fetching: Fetching): void {
    const bytes = fetching.incoming.finish()
    if (bytes === null) return this.#end(fetching, { at: 'failed', why: 'broken' })
    this.#end(fetching, { at: 'here', bytes })
    this.#letOldGo()
  }

  #end(fetching: Fetching, state: FileState): void {
    if (!this.#running.delete(fetching.name)) return
    clearTimeout(fetching.timer)
    this.#stateOf(fetching.sent.message).value = state
    this.#startNext()
  }

  #letOldGo(): void {
    let kept = 0
    for (const state of [...this.#states.values()].reverse()) {
      const { value } = state
      if (value.at !== 'here') continue
      kept += value.bytes.length
      if (kept > FETCHED_KEPT_BYTES) state.value = AT_SENDER
    }
  }
}

function failureOf(code: ErrorCode): FileFailure {
  if (code === 'not-found') return 'left'
  if (code === 'not-allowed') return 'forbidden'
  return 'failed'
}
