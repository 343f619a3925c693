import { observer, type types } from 'mediasoup'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import type { Stage } from '../../../scripts/stage/stage.ts'
import { readMediaOptions } from '../../../sfu-node/cli/options.ts'
import { readTimings } from '../../../sfu-node/cli/timings.ts'
import { MediaNode } from '../../../sfu-node/media-node.ts'

/** The payloads of the packets of one stream, in the order in which they passed the node. */
export interface Tap {
  readonly kind: types.MediaKind
  readonly packets: TappedPacket[]
}

interface TappedPacket {
  readonly payload: Uint8Array
  readonly timestamp: number
  /** Whether it ends a picture (RFC 7741 §4.1). */
  readonly isLast: boolean
}

const HERE = '127.0.0.1'
/** Of what was tapped no more is kept. */
const MAX_PACKETS = 5_000

/** A node as any other, in this process, whose lender listens: what everybody sends is tapped by a DirectTransport of mediasoup's. */
export class TappedNode {
  readonly taps: Tap[] = []
  #node: MediaNode | null = null

  static async start(stage: Stage): Promise<TappedNode> {
    const tapped = new TappedNode()
    const onWorker = (worker: types.Worker): void => {
      worker.observer.on('newrouter', (router) => tapped.#tapRouter(router))
    }
    observer.on('newworker', onWorker)
    const mediaPort = String(await freePorts(1))
    const given = { listen: HERE, announce: [HERE], 'media-port': mediaPort, workers: '1' }
    const identity = stage.identityOf('local')
    tapped.#node = await MediaNode.start(
      {
        ...readMediaOptions(given),
        announce: [HERE],
        ...identity,
        transferStore: null,
        timings: readTimings(process.env),
      },
      {
        onReconnected: () => {},
        onOtherVersion: () => {},
        onGivenUp: () => {},
        onDrain: () => {},
        onCheckTicket: () => {},
        onReachability: () => {},
      },
    )
    observer.off('newworker', onWorker)
    return tapped
  }

  async close(): Promise<void> {
    await this.#node?.close()
  }

  #tapRouter(router: types.Router): void {
    router.observer.on('newtransport', (transport) => {
      transport.observer.on('newproducer', (producer) => {
        this.#tap(router, producer).catch((cause) => console.error('tap:', cause))
      })
    })
  }

  async #tap(router: types.Router, producer: types.Producer): Promise<void> {
    const tap: Tap = { kind: producer.kind, packets: [] }
    this.taps.push(tap)
    const transport = await router.createDirectTransport()
    const consumer = await transport.consume({
      producerId: producer.id,
      rtpCapabilities: router.rtpCapabilities,
    })
    consumer.on('rtp', (packet) => {
      if (tap.packets.length < MAX_PACKETS) tap.packets.push(read(packet))
    })
    if (consumer.kind === 'video') await consumer.requestKeyFrame()
  }
}

/** What an RTP packet carries (RFC 3550 §5.1, §5.3.1). */
function read(packet: Buffer): TappedPacket {
  const [first = 0] = packet
  const csrcs = (first & 0x0f) * 4
  const hasExtension = (first & 0x10) !== 0
  const extension = hasExtension ? 4 + packet.readUInt16BE(12 + csrcs + 2) * 4 : 0
  const padding = (first & 0x20) === 0 ? 0 : packet.readUInt8(packet.length - 1)
  return {
    payload: Uint8Array.from(packet.subarray(12 + csrcs + extension, packet.length - padding)),
    timestamp: packet.readUInt32BE(4),
    isLast: (packet.readUInt8(1) & 0x80) !== 0,
  }
}

/** The pictures that were tapped, whole ones as far as nothing was lost: what follows the payload descriptors (RFC 7741 §4.2). */
export function picturesOf({ packets }: Tap): Uint8Array[] {
  const pictures = new Map<number, Uint8Array[]>()
  for (const { payload, timestamp } of packets) {
    const body = payload.subarray(descriptorLength(payload))
    if (body.length > 0) pictures.set(timestamp, [...(pictures.get(timestamp) ?? []), body])
  }
  return [...pictures.values()].map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])))
}

function descriptorLength([first = 0, extended = 0, pictureId = 0]: Uint8Array): number {
  if ((first & 0x80) === 0) return 1
  const idBytes = (extended & 0x80) === 0 ? 0 : (pictureId & 0x80) === 0 ? 1 : 2
  const level = (extended & 0x40) === 0 ? 0 : 1
  const layer = (extended & 0x30) === 0 ? 0 : 1
  return 2 + idBytes + level + layer
}
