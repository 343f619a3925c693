import { createWorker } from 'mediasoup'
import type { Producer, Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types'
import { ROUTER_MEDIA_CODECS } from '../../../protocol/media/codecs.ts'
import type { FloorPerson } from './person.ts'

/** As a node of Essaim's: see sfu-node/media/room-media.ts. */
const INITIAL_OUTGOING_BITS_PER_SECOND = 1_000_000

/** The one room of the floor: one mediasoup worker, one router, one UDP port. */
export class FloorRoom {
  readonly #router: Router
  readonly #webRtcServer: WebRtcServer
  readonly people = new Set<FloorPerson>()
  readonly producers = new Set<Producer>()

  private constructor(router: Router, webRtcServer: WebRtcServer) {
    this.#router = router
    this.#webRtcServer = webRtcServer
  }

  static async open(): Promise<FloorRoom> {
    const worker = await createWorker({ logLevel: 'error' })
    worker.once('died', (error) => {
      throw error
    })
    const listenInfos = [{ protocol: 'udp' as const, ip: '127.0.0.1' }]
    const webRtcServer = await worker.createWebRtcServer({ listenInfos })
    const mediaCodecs = ROUTER_MEDIA_CODECS.map((codec) => ({ ...codec }))
    return new FloorRoom(await worker.createRouter({ mediaCodecs }), webRtcServer)
  }

  openTransport(): Promise<WebRtcTransport> {
    return this.#router.createWebRtcTransport({
      webRtcServer: this.#webRtcServer,
      initialAvailableOutgoingBitrate: INITIAL_OUTGOING_BITS_PER_SECOND,
    })
  }

  async addProducer(from: FloorPerson, producer: Producer): Promise<void> {
    this.producers.add(producer)
    producer.observer.once('close', () => this.producers.delete(producer))
    const others = [...this.people].filter((person) => person !== from)
    await Promise.all(others.map((person) => person.receive(producer)))
  }
}
