import { ProtocolError, type WireError } from '../../protocol/errors.ts'
import { NODE_REQUEST_TIMEOUT_MS } from '../../protocol/limits.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'

/** A node's answer to a batch, as it crosses from one object to another. */
export type NodeAnswer =
  | { readonly ok: true; readonly outcomes: NodeOutcome[] }
  | { readonly ok: false; readonly error: WireError }

const failure = (code: 'node-timeout' | 'no-media', message: string): NodeAnswer => ({
  ok: false,
  error: new ProtocolError(code, message).toWire(),
})

/** Questions under way: the room that asked is awake and waits, so that memory is the place for them. */
export class Questions {
  readonly #open = new Map<number, (answer: NodeAnswer) => void>()
  #lastId = 0

  /** Opens a question: its number, and what will be its answer; a silent node's is `node-timeout`. */
  ask(): { readonly id: number; readonly answer: Promise<NodeAnswer> } {
    this.#lastId += 1
    const id = this.#lastId
    const answer = new Promise<NodeAnswer>((resolve) => {
      const settle = (answered: NodeAnswer): void => {
        clearTimeout(timer)
        this.#open.delete(id)
        resolve(answered)
      }
      const timer = setTimeout(
        () => settle(failure('node-timeout', 'the node did not answer')),
        NODE_REQUEST_TIMEOUT_MS,
      )
      this.#open.set(id, settle)
    })
    return { id, answer }
  }

  /** False where nobody asked. */
  answer(id: number, outcomes: NodeOutcome[]): boolean {
    const settle = this.#open.get(id)
    settle?.({ ok: true, outcomes })
    return settle !== undefined
  }

  failAll(): void {
    for (const settle of [...this.#open.values()]) settle(failure('no-media', 'the node is gone'))
  }
}

export const noNode: NodeAnswer = failure('no-media', 'the node is not connected')
