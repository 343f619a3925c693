import { ProtocolError, type WireError } from '../../../protocol/errors.ts'
import { NODE_ANSWER_LATE_MAX_MS, NODE_REQUEST_TIMEOUT_MS } from '../../../protocol/limits.ts'
import type { CheckAnswer } from '../../../protocol/node-edge/port-check.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'

/** A request that the node did not answer, as that crosses from one object to another. */
interface Unanswered {
  readonly ok: false
  readonly error: WireError
}

/** A node's answer to a batch. */
export type NodeAnswer = { readonly ok: true; readonly outcomes: NodeOutcome[] } | Unanswered

/** A node's answer to what it was asked of a check of media ports. */
export type CheckReply = { readonly ok: true; readonly answer: CheckAnswer } | Unanswered

/** Requests that may be asked in a millisecond: far more than there are. */
const IDS_PER_MS = 1_000

const failure = (code: 'node-timeout' | 'node-unreachable', message: string): Unanswered => ({
  ok: false,
  error: new ProtocolError(code, message).toWire(),
})

/** What is known of a request by its number. */
export type Asked =
  /** It waits for an answer of at most so many UTF-16 code units. */
  | { readonly is: 'open'; readonly maxLength: number }
  /** It was given up: nobody waits any more. */
  | { readonly is: 'late' }
  | { readonly is: 'unasked' }

interface PendingRequest<Answer> {
  readonly maxLength: number
  readonly settle: (answer: Answer | Unanswered) => void
}

/** Requests under way: the object that asked is awake and waits, so that memory is the place for them. */
export class PendingRequests<Answer> {
  readonly #open = new Map<number, PendingRequest<Answer>>()
  /** Given up, and not answered yet. */
  readonly #overdue = new Set<number>()
  /** Ids count up from the time of this object's waking: so they tell what an earlier life of it may have asked. */
  readonly #firstId = Date.now() * IDS_PER_MS
  #lastId = this.#firstId

  /**
   * Opens a request: its number, and what will be its answer; a silent node's is `node-timeout`.
   *
   * @param maxLength - Of the answer, in UTF-16 code units.
   */
  ask(
    maxLength: number,
    timeoutMs = NODE_REQUEST_TIMEOUT_MS,
  ): { readonly id: number; readonly answer: Promise<Answer | Unanswered> } {
    this.#lastId += 1
    const id = this.#lastId
    const answer = new Promise<Answer | Unanswered>((resolve) => {
      const settle = (answered: Answer | Unanswered): void => {
        clearTimeout(timer)
        this.#open.delete(id)
        resolve(answered)
      }
      const timer = setTimeout(() => this.giveUp(id), timeoutMs)
      this.#open.set(id, { maxLength, settle })
    })
    return { id, answer }
  }

  /** Waits no longer for that answer, should anybody. */
  giveUp(id: number): void {
    const request = this.#open.get(id)
    if (!request) return
    this.#overdue.add(id)
    request.settle(failure('node-timeout', 'the node did not answer'))
  }

  /** Whether anybody waits for an answer to that request, before it is read. */
  asked(id: number, now: number): Asked {
    const request = this.#open.get(id)
    if (request) return { is: 'open', maxLength: request.maxLength }
    const wasBefore = id <= this.#firstId && id > (now - NODE_ANSWER_LATE_MAX_MS) * IDS_PER_MS
    return { is: this.#overdue.delete(id) || wasBefore ? 'late' : 'unasked' }
  }

  /** Takes an answer to a request that waits for it. */
  answer(id: number, answer: Answer): void {
    this.#open.get(id)?.settle(answer)
  }

  failAll(): void {
    this.#overdue.clear()
    for (const { settle } of [...this.#open.values()]) settle(failure('node-unreachable', 'the node is gone'))
  }
}

export const noNode: Unanswered = failure('node-unreachable', 'the node is not connected')
