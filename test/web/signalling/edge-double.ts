import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** A request as it arrived, and the socket that it came by. */
export interface Arrived {
  readonly socket: WebSocket
  readonly id: number
  readonly request: string
  readonly params: Record<string, unknown>
}

/** A server that says what the test wants, and notes what it is told. */
export class EdgeDouble {
  readonly url: string
  readonly pings: number[] = []
  /** Whether pings are answered. */
  answersPings = true
  readonly #server: WebSocketServer
  readonly #arrived: Arrived[] = []
  #waiting: ((arrived: Arrived) => void) | null = null

  private constructor(server: WebSocketServer) {
    this.#server = server
    this.url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('connection', (socket) => {
      socket.on('message', (data) => this.#handle(socket, String(data)))
    })
  }

  static async open(): Promise<EdgeDouble> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    await once(server, 'listening')
    return new EdgeDouble(server)
  }

  /** The next request, in the order of arrival. */
  next(): Promise<Arrived> {
    const first = this.#arrived.shift()
    if (first) return Promise.resolve(first)
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }

  /** Requests that came and were not looked at. */
  get unread(): readonly Arrived[] {
    return this.#arrived
  }

  /** All sockets fall. */
  cut(): void {
    for (const client of this.#server.clients) client.terminate()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #handle(socket: WebSocket, text: string): void {
    if (text === 'ping') {
      this.pings.push(Date.now())
      if (this.answersPings) socket.send('pong')
      return
    }
    const arrived: Arrived = { socket, ...JSON.parse(text) }
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) waiting(arrived)
    else this.#arrived.push(arrived)
  }
}

export const answer = ({ socket, id }: Arrived, result: object): void =>
  socket.send(JSON.stringify({ id, result }))

export const refuse = ({ socket, id }: Arrived, code: string, retryAfterMs?: unknown): void =>
  socket.send(JSON.stringify({ id, error: { code, message: 'because', retryAfterMs } }))

export const tell = (socket: WebSocket, seq: number, data: object): void =>
  socket.send(JSON.stringify({ seq, data }))
