import { ProtocolError } from '../../protocol/errors.ts'
import type { MediaRoomId } from '../../protocol/ids.ts'
import { NODE_DOUBT_TIMEOUT_MS, NODE_REQUEST_TIMEOUT_MS } from '../../protocol/limits.ts'
import type { NodeOp, NodeOutcome } from '../../protocol/node-requests.ts'
import { Awaited } from './awaited.ts'
import type { NodeSockets } from './node-sockets.ts'
import { type NodeAnswer, Questions } from './questions.ts'

/** The line to a node: what is asked of it over its one socket, and whether it still lives. */
export class NodeLine {
  readonly #sockets: NodeSockets
  readonly #dead: (socket: WebSocket, error: ProtocolError) => Promise<void>
  readonly #questions = new Questions<NodeAnswer>()
  readonly #signOfLife = new Awaited()
  readonly #comeback = new Awaited()
  /** Whether it is being asked for a sign of life. */
  #doubted = false

  /** @param dead - The node did not show that it lives: it is gone. */
  constructor(sockets: NodeSockets, dead: (socket: WebSocket, error: ProtocolError) => Promise<void>) {
    this.#sockets = sockets
    this.#dead = dead
  }

  /** The socket of a node that is away for a moment, as after a restart of the edge (E3); none where it does not come back. */
  async whenBack(): Promise<WebSocket | undefined> {
    await this.#comeback.happensWithin(NODE_REQUEST_TIMEOUT_MS)
    return this.#sockets.registered()
  }

  /** It is there again, or will not be: nobody waits any longer. */
  waitNoLonger(): void {
    this.#comeback.happened()
  }

  /** Puts a batch to the node. One that leaves it open has to show that it lives: one whose network is gone is not waited for. */
  ask(socket: WebSocket, room: MediaRoomId, ops: readonly NodeOp[]): Promise<NodeAnswer> {
    const { id, answer } = this.#questions.ask()
    this.#sockets.send(socket, { type: 'batch', batch: { id, room, ops: [...ops] } })
    const tooLong = setTimeout(() => void this.doubt(), NODE_DOUBT_TIMEOUT_MS)
    return answer.finally(() => clearTimeout(tooLong))
  }

  /** As `Questions.answer`. */
  answered(id: number, outcomes: NodeOutcome[]): 'taken' | 'late' | 'unasked' {
    return this.#questions.answer(id, { ok: true, outcomes }, Date.now())
  }

  /** The node is gone: it answers nothing that is still open. */
  failAll(): void {
    this.#questions.failAll()
  }

  /** Has the node answer at once, or be gone (F4). True where it answered to this very doubt. */
  async doubt(): Promise<boolean> {
    const socket = this.#sockets.registered()
    if (!socket || this.#doubted) return false
    this.#doubted = true
    try {
      if (await this.isAlive(socket, NODE_DOUBT_TIMEOUT_MS)) return true
      await this.#dead(
        socket,
        new ProtocolError('join-timeout', 'this node did not answer when it was doubted'),
      )
      return false
    } finally {
      this.#doubted = false
    }
  }

  /** Whether anything is heard of it in time: what it says of its own accord, or answered before, is as good a sign. */
  isAlive(socket: WebSocket, timeoutMs: number): Promise<boolean> {
    this.#sockets.send(socket, { type: 'are-you-alive' })
    return this.#signOfLife.happensWithin(timeoutMs)
  }

  /** The node said something, whatever it was. */
  heard(): void {
    this.#signOfLife.happened()
  }
}
