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

/** Makes once more what a request says: where it is sent again, other keys may hold. */
export type MakeAnew<Made> = () => Promise<Made>

interface Pending {
  frame: RequestFrame
  /** Null where it is sent again as it is. */
  readonly makeAnew: MakeAnew<unknown> | null
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
  /** The socket for which requests are made anew just now. */
  #madeFor: symbol | null = null

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
  add(
    name: PageRequestName,
    params: unknown,
    send: (frame: RequestFrame) => void,
    makeAnew: MakeAnew<unknown> | null = null,
  ): Promise<unknown> {
    const frame: RequestFrame = { id: this.newId(), request: name, params }
    const answered = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(frame.id, { frame, makeAnew, resolve, reject, timer: undefined })
    })
    // Behind what is made anew: nothing overtakes it that may hang on it.
    if (makeAnew === null || this.#madeFor === null) send(frame)
    const schema: v.GenericSchema = pageContract[name].result
    return answered.then((result) => readWith(schema, result))
  }

  /**
   * Sends by a new socket what waits for an answer: at once what is sent as it is, and the rest in its order, each when it is made
   * anew.
   */
  async sendAgain(send: (frame: RequestFrame) => void): Promise<void> {
    const socket = Symbol('the new socket')
    this.#madeFor = socket
    for (const { frame, makeAnew } of this.#pending.values()) if (makeAnew === null) send(frame)
    // What is asked meanwhile follows: a map is gone through with what is added to it.
    for (const [id, { makeAnew }] of this.#pending) {
      if (makeAnew === null) continue
      const frame = await this.frameAgain(id)
      if (this.#madeFor !== socket) return
      if (frame !== null) send(frame)
    }
    this.#madeFor = null
  }

  /** A request as it is to be sent again; null where it does not wait for an answer any more. */
  async frameAgain(id: number): Promise<RequestFrame | null> {
    const pending = this.#pending.get(id)
    if (!pending) return null
    try {
      if (pending.makeAnew) pending.frame = { ...pending.frame, params: await pending.makeAnew() }
    } catch (cause) {
      this.reject(id, ProtocolError.from(cause).toWire())
    }
    return this.#pending.get(id)?.frame ?? null
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

  /** The socket fell. */
  fell(): void {
    this.#madeFor = null
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
