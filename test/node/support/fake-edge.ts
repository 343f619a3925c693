import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import type { WireError } from '../../../protocol/errors.ts'
import type { MediaRoomId } from '../../../protocol/ids.ts'
import { type EdgeToNodeFrame, type NodeFrame, readNodeFrame } from '../../../protocol/node-edge/frames.ts'
import { newNodeNonce } from '../../../protocol/node-edge/keys.ts'
import type { NodeBatch, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { portOf } from '../../../scripts/network/held-ports.ts'
import { FrameInbox } from './frame-inbox.ts'

/** What every socket of a small edge asks its node to sign. */
export const NONCE = newNodeNonce()

type FrameOf<Type extends NodeFrame['type']> = Extract<NodeFrame, { type: Type }>

/** One node's socket as an edge sees it: frames are kept until the test asks for them. */
export class FakeEdgeSocket {
  readonly request: IncomingMessage
  readonly closed: Promise<number>
  readonly #socket: WebSocket
  readonly #inbox = new FrameInbox<NodeFrame>()

  constructor(socket: WebSocket, request: IncomingMessage) {
    this.#socket = socket
    this.request = request
    this.closed = once(socket, 'close').then(([code]) => Number(code))
    socket.on('message', (data) => {
      const frame = readNodeFrame(String(data))
      if (frame.type === 'unknown-event') throw new Error(`no event is called ${frame.event}`)
      this.#inbox.put(frame)
    })
  }

  send(frame: EdgeToNodeFrame): void {
    this.sendText(JSON.stringify(frame))
  }

  sendText(text: string): void {
    this.#socket.send(text)
  }

  /** The first frame of this type that was not taken yet, once it is there. */
  next<Type extends NodeFrame['type']>(type: Type): Promise<FrameOf<Type>> {
    return this.#inbox.next(type)
  }

  /** Plays the edge up to the first heartbeat. */
  async register(rooms: MediaRoomId[] = []) {
    const registration = await this.admit(rooms)
    const { event } = await this.next('event')
    return { registration, event }
  }

  /** The same for a node that may leave again before it says how it is. */
  async admit(rooms: MediaRoomId[] = []) {
    const { registration } = await this.next('register')
    this.send({ type: 'registered', rooms })
    return registration
  }

  async ask(batch: NodeBatch): Promise<NodeOutcome[]> {
    this.send({ type: 'batch', batch })
    const { id, outcomes } = await this.next('answer')
    if (id !== batch.id) throw new Error(`asked ${batch.id}, but ${id} was answered`)
    return outcomes
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#socket.terminate()
  }

  /** Closes with the edge's goodbye. */
  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  /** Reads nothing more, pings included: an edge that has fallen silent. */
  stall(): void {
    this.#socket.pause()
  }
}

/** A small edge: a WebSocket server on a loopback port that hands out the sockets of nodes as they come. */
export class FakeEdge {
  /** Answers the next sockets with this refusal instead of opening them. */
  refusal: { status: number; error?: WireError; retryAfter?: string } | undefined
  /** What it tells nodes that ask for their address. */
  address: string | null = null
  readonly #server: Server
  readonly #arrived: FakeEdgeSocket[] = []
  readonly #refused = Promise.withResolvers<void>()
  #wake = () => {}

  private constructor(server: Server) {
    this.#server = server
    server.on('request', (request, response) => {
      if (request.url !== '/api/address') response.writeHead(404)
      response.end(JSON.stringify({ address: this.address }))
    })
    const sockets = new WebSocketServer({ noServer: true })
    server.on('upgrade', (request, stream, head) => {
      if (this.refusal) {
        const { status, error, retryAfter } = this.refusal
        const body = JSON.stringify(error ?? 'no edge')
        const headers = [
          `content-length: ${body.length}`,
          ...(retryAfter ? [`retry-after: ${retryAfter}`] : []),
        ].join('\r\n')
        this.#refused.resolve()
        stream.end(`HTTP/1.1 ${status} Refused\r\n${headers}\r\n\r\n${body}`)
        return
      }
      sockets.handleUpgrade(request, stream, head, (socket) => {
        const arrived = new FakeEdgeSocket(socket, request)
        arrived.send({ type: 'challenge', nonce: NONCE })
        this.#arrived.push(arrived)
        this.#wake()
      })
    })
    onTestFinished(() => {
      for (const client of sockets.clients) client.terminate()
      server.close()
    })
  }

  static async start(): Promise<FakeEdge> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new FakeEdge(server)
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server)}`
  }

  /** Resolves when the first socket has been refused. */
  get refusedOne(): Promise<void> {
    return this.#refused.promise
  }

  async nextSocket(): Promise<FakeEdgeSocket> {
    for (;;) {
      const socket = this.#arrived.shift()
      if (socket) return socket
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
