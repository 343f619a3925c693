import { ProtocolError } from '../../../protocol/errors.ts'
import type { MediaRoomId } from '../../../protocol/ids.ts'
import {
  NODE_REQUEST_TIMEOUT_MS,
  NODE_STALL_TIMEOUT_MS,
  NODE_SUSPECT_TIMEOUT_MS,
} from '../../../protocol/limits.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { answerMaxLength } from '../requests/answer-size.ts'
import { type Asked, type NodeAnswer, PendingRequests } from '../requests/pending-requests.ts'
import { Waiters } from '../requests/waiters.ts'
import type { NodeSockets } from './node-sockets.ts'

/** What a channel finds of its node. */
export interface ChannelListeners {
  /** It did not show that it lives: it is gone. */
  dead(socket: WebSocket, error: ProtocolError): Promise<void>
  /** It lives, and leaves requests unanswered. Resolves with whether another node would serve. Never rejects. */
  unanswering(): Promise<boolean>
}

/** The channel to a node: what is asked of it over its one socket, and whether it still lives. */
export class NodeChannel {
  readonly #sockets: NodeSockets
  readonly #listeners: ChannelListeners
  readonly #requests = new PendingRequests<NodeAnswer>()
  readonly #signOfLife = new Waiters()
  readonly #comeback = new Waiters()
  /** Whether it is being asked for a sign of life. */
  #suspected = false
  /** When it last answered a batch. */
  #answeredAt = 0

  constructor(sockets: NodeSockets, listeners: ChannelListeners) {
    this.#sockets = sockets
    this.#listeners = listeners
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
    const { id, answer } = this.#requests.ask(answerMaxLength(ops))
    this.#sockets.send(socket, { type: 'batch', batch: { id, room, ops: [...ops] } })
    const tooLong = setTimeout(() => void this.suspect(), NODE_SUSPECT_TIMEOUT_MS)
    const endWatch = this.#watchForStall(id)
    const answered = answer.finally(() => {
      clearTimeout(tooLong)
      endWatch()
    })
    void answered.then((what) => {
      if (!what.ok && what.error.code === 'node-timeout') void this.#listeners.unanswering()
    })
    return answered
  }

  /**
   * Gives a request up early where the node answers nobody any more, and another one would serve: a busy node answers
   * others meanwhile, and is waited for. Answers with what ends the watch.
   */
  #watchForStall(id: number): () => void {
    let timer: ReturnType<typeof setTimeout>
    const look = async (since: number): Promise<void> => {
      if (this.#answeredAt > since) return watch(this.#answeredAt)
      if (await this.#listeners.unanswering()) this.#requests.giveUp(id)
    }
    const watch = (since: number): void => {
      timer = setTimeout(() => void look(since), since + NODE_STALL_TIMEOUT_MS - Date.now())
    }
    watch(Date.now())
    return () => clearTimeout(timer)
  }

  /** As `PendingRequests.asked`. */
  asked(id: number): Asked {
    return this.#requests.asked(id, Date.now())
  }

  answered(id: number, outcomes: NodeOutcome[]): void {
    this.#answeredAt = Date.now()
    this.#requests.answer(id, { ok: true, outcomes })
  }

  /** The node is gone: it answers nothing that is still open. */
  failAll(): void {
    this.#requests.failAll()
  }

  /** Has the node answer at once, or be gone (F4). True where it answered to this very question. */
  async suspect(): Promise<boolean> {
    const socket = this.#sockets.registered()
    if (!socket || this.#suspected) return false
    this.#suspected = true
    try {
      if (await this.isAlive(socket, NODE_SUSPECT_TIMEOUT_MS)) return true
      await this.#listeners.dead(
        socket,
        new ProtocolError('ping-timeout', 'this node did not answer when it was suspected'),
      )
      return false
    } finally {
      this.#suspected = false
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
