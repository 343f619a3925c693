import type * as v from 'valibot'
import { ProtocolError, type WireError } from '../../../protocol/errors.ts'
import { type PageRequestName, pageContract } from '../../../protocol/page-edge/requests.ts'
import { readWith } from '../../../protocol/reading.ts'
import type { Timing } from './timing.ts'

/** A request as it stands on the wire. */
export interface RequestFrame {
  readonly id: number
  readonly request: PageRequestName
  readonly params: unknown
}

interface Pending {
  readonly frame: RequestFrame
  readonly resolve: (result: unknown) => void
  readonly reject: (error: ProtocolError) => void
  timer: ReturnType<typeof setTimeout> | undefined
}

/** What is to be done about a socket on which a request stays open. */
interface Lateness {
  /** It is to be seen whether the socket lives. */
  suspected(): void
  /** It lives, and is of no use: another one has to be made, on which what is open is sent again. */
  useless(): void
}

/**
 * What a person said is not given up while there is a room to say it in: nobody could tell whether it arrived. It is sent
 * again, by its own name (C6), until the edge has said what became of it.
 */
const isLasting = (name: PageRequestName): boolean => name === 'send-message'

/** The requests that wait for their answers, in the order in which they were asked. */
export class PendingRequests {
  readonly #pending = new Map<number, Pending>()
  readonly #timing: Timing
  readonly #lateness: Lateness
  #lastId = 0

  constructor(timing: Timing, lateness: Lateness) {
    this.#timing = timing
    this.#lateness = lateness
  }

  /** An id that no other request of this connection has. */
  newId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  /**
   * Notes a request and hands its frame to `send`. The promise rejects with a ProtocolError: the edge's own, or
   * `node-timeout` where no answer came.
   */
  add(name: PageRequestName, params: unknown, send: (frame: RequestFrame) => void): Promise<unknown> {
    const frame: RequestFrame = { id: this.newId(), request: name, params }
    const answered = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(frame.id, { frame, resolve, reject, timer: undefined })
    })
    send(frame)
    const schema: v.GenericSchema = pageContract[name].result
    return answered.then((result) => readWith(schema, result))
  }

  /** All that wait for an answer and are to be sent again. */
  frames(): RequestFrame[] {
    return [...this.#pending.values()].map(({ frame }) => frame)
  }

  /** The clock of a request runs only while it is on its way. */
  startClock(id: number): void {
    const pending = this.#pending.get(id)
    if (!pending) return
    clearTimeout(pending.timer)
    this.#wait(pending, this.#timing.requestTimeoutMs)
  }

  #wait(pending: Pending, leftMs: number): void {
    const waitMs = Math.min(this.#timing.requestSuspectMs, leftMs)
    pending.timer = setTimeout(() => {
      const { id, request } = pending.frame
      if (waitMs < leftMs) {
        this.#wait(pending, leftMs - waitMs)
        this.#lateness.suspected()
      } else if (isLasting(request)) this.#lateness.useless()
      else this.reject(id, { code: 'node-timeout', message: `no answer to ${request}` })
    }, waitMs)
  }

  stopClocks(): void {
    for (const pending of this.#pending.values()) clearTimeout(pending.timer)
  }

  resolve(id: number, result: unknown): void {
    this.#take(id)?.resolve(result)
  }

  reject(id: number, error: WireError): void {
    this.#take(id)?.reject(ProtocolError.fromWire(error))
  }

  rejectAll(error: WireError): void {
    for (const id of [...this.#pending.keys()]) this.reject(id, error)
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    clearTimeout(pending?.timer)
    this.#pending.delete(id)
    return pending
  }
}
