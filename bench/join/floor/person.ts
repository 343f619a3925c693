import type { Consumer, Producer, WebRtcTransport } from 'mediasoup/types'
import * as v from 'valibot'
import type { WebSocket } from 'ws'
import type { RtpCapabilities } from '../../../protocol/media/rtp.ts'
import { PageMessage } from './messages.ts'
import type { FloorRoom } from './room.ts'

type Message<Type extends PageMessage['type']> = Extract<PageMessage, { type: Type }>

/** One page of the floor's, on the server's side. */
export class FloorPerson {
  readonly #room: FloorRoom
  readonly #socket: WebSocket
  #rtpCapabilities: RtpCapabilities | undefined
  #send: WebRtcTransport | undefined
  #receive: WebRtcTransport | undefined

  constructor(room: FloorRoom, socket: WebSocket) {
    this.#room = room
    this.#socket = socket
  }

  /** Serves the page until it goes. Messages are taken side by side: their order is that of mediasoup's channel. */
  serve(): void {
    this.#socket.on('message', (data) => {
      const message = v.parse(PageMessage, JSON.parse(String(data)))
      // Not caught: a floor that fails must not be measured.
      void this.#take(message)
    })
    this.#socket.once('close', () => {
      this.#room.people.delete(this)
      this.#send?.close()
      this.#receive?.close()
    })
  }

  #take(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'hello':
        return this.#welcome(message)
      case 'connect':
        return this.#connect(message)
      case 'produce':
        return this.#produce(message)
      default:
        return message satisfies never
    }
  }

  /** Answers with everything at once. */
  async #welcome({ rtpCapabilities }: Message<'hello'>): Promise<void> {
    const transports = [this.#room.openTransport(), this.#room.openTransport()] as const
    const [send, receive] = await Promise.all(transports)
    this.#rtpCapabilities = rtpCapabilities
    this.#send = send
    this.#receive = receive
    const there = [...this.#room.producers]
    this.#room.people.add(this)
    const consumers = await Promise.all(there.map((producer) => this.#consume(producer)))
    this.#tell({
      type: 'welcome',
      send: descriptionOf(send),
      receive: descriptionOf(receive),
      consumers: consumers.map(consumerInfo),
    })
  }

  /** Somebody came later. */
  async receive(producer: Producer): Promise<void> {
    this.#tell({ type: 'consumer', consumer: consumerInfo(await this.#consume(producer)) })
  }

  async #consume(producer: Producer): Promise<Consumer> {
    const consumer = await required(this.#receive).consume({
      producerId: producer.id,
      rtpCapabilities: required(this.#rtpCapabilities),
    })
    consumer.on('producerclose', () => this.#tell({ type: 'gone', consumer: consumer.id }))
    return consumer
  }

  async #connect({ direction, dtlsParameters }: Message<'connect'>): Promise<void> {
    await required(direction === 'send' ? this.#send : this.#receive).connect({ dtlsParameters })
  }

  async #produce({ kind, rtpParameters }: Message<'produce'>): Promise<void> {
    await this.#room.addProducer(this, await required(this.#send).produce({ kind, rtpParameters }))
  }

  #tell(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }
}

const descriptionOf = ({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport) => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
})

const consumerInfo = ({ id, producerId, kind, rtpParameters }: Consumer) => ({
  id,
  producerId,
  kind,
  rtpParameters,
})

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a page said something before its hello')
  return value
}
