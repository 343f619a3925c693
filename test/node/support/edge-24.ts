import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { expect, onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import * as protocol24 from '../../versions/protocol-24.ts'
import { NONCE } from './fake-edge.ts'
import { FrameInbox } from './frame-inbox.ts'

type NodeFrame24 = v.InferOutput<typeof protocol24.NodeFrame>
type ToNode24 = v.InferInput<typeof protocol24.EdgeToNodeFrame>
type FrameOf<Type extends NodeFrame24['type']> = Extract<NodeFrame24, { type: Type }>

/** What the first message of a node holds, whatever else it says: an edge of then looked at no more of another version. */
const Spoken = v.object({
  type: v.literal('register'),
  registration: v.object({ protocol: v.number() }),
})

/** An edge that speaks version 24 alone: what it is sent and what it sends go through the schemas of then. */
export class Edge24 {
  /** The versions that nodes have registered with, in their order. */
  readonly versions: number[] = []
  readonly #server: WebSocketServer
  readonly #inbox = new FrameInbox<NodeFrame24>()
  readonly #strange: unknown[] = []
  #socket: WebSocket | undefined

  private constructor(server: WebSocketServer) {
    this.#server = server
    server.on('connection', (socket) => {
      this.#socket = socket
      socket.on('message', (data) => this.#take(socket, JSON.parse(String(data))))
      this.say({ type: 'challenge', nonce: NONCE })
    })
    onTestFinished(() => {
      for (const client of server.clients) client.terminate()
      server.close()
      expect(this.#strange).toEqual([])
    })
  }

  static async start(): Promise<Edge24> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    await once(server, 'listening')
    return new Edge24(server)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  say(frame: ToNode24): void {
    v.assert(protocol24.EdgeToNodeFrame, frame)
    this.#socket?.send(JSON.stringify(frame))
  }

  /** The first frame of this type that was not taken yet, once it is there. */
  next<Type extends NodeFrame24['type']>(type: Type): Promise<FrameOf<Type>> {
    return this.#inbox.next(type, () => expect(this.#strange).toEqual([]))
  }

  /** Cuts the present connection without a word. */
  cut(): void {
    this.#socket?.terminate()
  }

  #take(socket: WebSocket, said: unknown): void {
    const spoken = v.safeParse(Spoken, said)
    if (spoken.success) {
      const { protocol } = spoken.output.registration
      this.versions.push(protocol)
      if (protocol !== 24) this.#refuse(socket)
    }
    if (socket.readyState === socket.OPEN) this.#keep(said)
    this.#inbox.wake()
  }

  /** As the edge of then refused a node of another version: by a frame, and by the close code. */
  #refuse(socket: WebSocket): void {
    this.say({
      type: 'error',
      error: { code: 'unsupported-protocol', message: 'this edge speaks version 24' },
    })
    socket.close(4426, 'unsupported-protocol')
  }

  /** A name of today is no part of what the schemas of then read. */
  #keep(said: unknown): void {
    const read = v.safeParse(protocol24.NodeFrame, said)
    if (read.success && isDeepStrictEqual(said, read.output)) this.#inbox.put(read.output)
    else this.#strange.push(said)
  }
}
