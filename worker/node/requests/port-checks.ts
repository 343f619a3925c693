import type { CheckTicket } from '../../../protocol/http/page-check.ts'
import { NODE_REQUEST_TIMEOUT_MS, PORTS_TRY_TIMEOUT_MS } from '../../../protocol/limits.ts'
import type { CheckAnswer, CheckAsk, Reachability } from '../../../protocol/node-edge/port-check.ts'
import type { NodeSockets } from '../channel/node-sockets.ts'
import type { NodeStorage } from '../node-storage.ts'
import { checkAnswerMaxLength } from './answer-size.ts'
import { type Asked, type CheckReply, noNode, PendingRequests } from './pending-requests.ts'

/** What a node is asked, and told, of checks of media ports: its own, and others' (N17). */
export class PortChecks {
  readonly #sockets: NodeSockets
  readonly #storage: NodeStorage
  readonly #requests = new PendingRequests<CheckReply>()

  constructor(sockets: NodeSockets, storage: NodeStorage) {
    this.#sockets = sockets
    this.#storage = storage
  }

  async ask(ask: CheckAsk): Promise<CheckReply> {
    const socket = this.#sockets.registered()
    const registration = this.#storage.registration()
    if (!socket || !registration) return noNode
    const timeoutMs = ask.ask === 'try-ports' ? PORTS_TRY_TIMEOUT_MS : NODE_REQUEST_TIMEOUT_MS
    const { id, answer } = this.#requests.ask(checkAnswerMaxLength(ask, registration.media), timeoutMs)
    this.#sockets.send(socket, { type: 'check', id, ask })
    return answer
  }

  /** As `PendingRequests.asked`. */
  asked(id: number): Asked {
    return this.#requests.asked(id, Date.now())
  }

  answered(id: number, answer: CheckAnswer): void {
    this.#requests.answer(id, { ok: true, answer })
  }

  /** What came of a check of its own ports (N18). */
  tell(reachability: Reachability): void {
    const socket = this.#sockets.registered()
    if (socket) this.#sockets.send(socket, { type: 'reachability', reachability })
  }

  /** Lets its lender have a page try its ports (N21). */
  tellTicket(ticket: CheckTicket): void {
    const socket = this.#sockets.registered()
    if (socket) this.#sockets.send(socket, { type: 'check-ticket', ticket })
  }

  failAll(): void {
    this.#requests.failAll()
  }
}
