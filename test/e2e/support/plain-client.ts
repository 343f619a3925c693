import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import * as v from 'valibot'
import WebSocket from 'ws'
import { newProducerId } from '../../../protocol/ids.ts'
import { ROUTER_RTP_CAPABILITIES } from '../../../protocol/media/codecs.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import { PING, PONG, readEdgeFrame } from '../../../protocol/page-edge/frames.ts'
import { type PageRequestName, Welcome } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import { rtpOf } from '../../support/scripted-node.ts'

const Waiting = v.object({ kind: v.literal('waiting'), ticket: v.string() })

/** A hand-written client of an edge, without a browser or media: it asks what it is told to, and takes down what it hears. */
export class PlainClient {
  /** The names of the events that it was told. */
  readonly events: string[] = []
  /** The codes of the errors that it was answered with. */
  readonly refusals: string[] = []
  /** Of its media session, as it was told last. */
  generation = 0
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (answer: object) => void>()
  #id = 0
  #ticket: string | null = null

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => this.#take(String(data)))
  }

  static async #open(url: string, room: string): Promise<PlainClient> {
    const address = new URL(`/api/rooms/${room}/socket`, url)
    address.protocol = 'ws:'
    const socket = new WebSocket(address, { origin: new URL(url).origin })
    const client = new PlainClient(socket)
    await once(socket, 'open')
    return client
  }

  static async join(url: string, room: string, name: string): Promise<PlainClient> {
    const client = await PlainClient.#open(url, room)
    const params = { protocol: PAGE_EDGE.newest, name, rtpCapabilities: ROUTER_RTP_CAPABILITIES }
    const { result } = v.parse(v.object({ result: Welcome }), await client.ask('join', params))
    client.generation = result.media?.generation ?? 0
    return client
  }

  /** Knocks at the door of a room that has a lobby. */
  static async knock(url: string, room: string, name: string): Promise<PlainClient> {
    const client = await PlainClient.#open(url, room)
    const params = { protocol: PAGE_EDGE.newest, name, rtpCapabilities: ROUTER_RTP_CAPABILITIES }
    const { result } = v.parse(v.object({ result: Waiting }), await client.ask('join', params))
    client.#ticket = result.ticket
    return client
  }

  /** Comes in, once somebody has admitted us. */
  async comeIn(name: string): Promise<Welcome> {
    const params = {
      protocol: PAGE_EDGE.newest,
      name,
      rtpCapabilities: ROUTER_RTP_CAPABILITIES,
      ticket: this.#ticket,
    }
    const { result } = v.parse(v.object({ result: Welcome }), await this.ask('join', params))
    return result
  }

  /** Asks, and waits for the answer: `result` or `error`. */
  ask(request: PageRequestName, params: object): Promise<object> {
    return new Promise((resolve) => this.#waiting.set(this.send(request, params), resolve))
  }

  /** Announces that it sends this, though it never sends a packet. */
  async produce(source: MediaSource): Promise<void> {
    const { generation } = this
    const rtpParameters = { ...rtpOf(source), encodings: [{ ssrc: randomInt(1, 2 ** 32) }] }
    const params = { generation, producer: newProducerId(), source, rtpParameters, paused: false }
    v.parse(v.object({ result: v.object({}) }), await this.ask('produce', params))
  }

  /** Sends a request; returns its number. */
  send(request: PageRequestName, params: object): number {
    this.#id += 1
    if (this.#socket.readyState === WebSocket.OPEN)
      this.#socket.send(JSON.stringify({ id: this.#id, request, params }))
    return this.#id
  }

  #take(text: string): void {
    // The edge looks whether we live (R8).
    if (text === PING) return this.#socket.send(PING)
    if (text === PONG) return
    const frame = readEdgeFrame(text)
    if ('data' in frame) {
      this.events.push(frame.data.event)
      if (frame.data.event === 'media-started') this.generation = frame.data.media.generation
    } else if ('error' in frame) this.refusals.push(frame.error.code)
    if ('id' in frame) this.#waiting.get(frame.id)?.(frame)
  }

  close(): void {
    this.#socket.close()
  }
}
