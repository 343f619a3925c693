import type { Transport } from 'mediasoup/types'
import * as v from 'valibot'

/** What is read of mediasoup's statistics of a transport. */
const TransportStats = v.object({
  /** Bits a second, over about the last second. */
  recvBitrate: v.number(),
  sendBitrate: v.number(),
  /** Shares of packets, by transport-wide congestion control; not there where nothing goes that way. */
  rtpPacketLossReceived: v.optional(v.number()),
  rtpPacketLossSent: v.optional(v.number()),
  /** Of a page: by which way its packets come. */
  iceSelectedTuple: v.optional(v.object({ protocol: v.picklist(['udp', 'tcp']) })),
})
type TransportStats = v.InferOutput<typeof TransportStats>

/** One way of packets: into this node, or out of it. */
interface Flow {
  readonly bitsPerSecond: number
  /** The share that was lost, 0 to 1. */
  readonly loss: number
}

/** What goes through some transports now. */
export interface Traffic {
  readonly received: Flow
  readonly sent: Flow
}

export interface NodeTraffic {
  readonly pages: Traffic
  /** To other nodes, and between the workers of this one. */
  readonly pipes: Traffic
  /** Transports to pages, by how their packets come; `none` while no path was found yet. */
  readonly paths: { readonly udp: number; readonly tcp: number; readonly none: number }
}

/** What goes through these transports now. Throws what mediasoup throws. */
export async function measureTraffic(transports: readonly Transport[]): Promise<NodeTraffic> {
  const measured = await Promise.all(
    transports.map(async (transport) => ({ type: transport.type, stats: await statsOf(transport) })),
  )
  const of = (type: Transport['type']): TransportStats[] =>
    measured.flatMap(({ type: its, stats }) => (its === type && stats ? [stats] : []))
  const pages = of('webrtc')
  const by = (path: 'udp' | 'tcp' | undefined): number =>
    pages.filter(({ iceSelectedTuple }) => iceSelectedTuple?.protocol === path).length
  return {
    pages: trafficOf(pages),
    pipes: trafficOf(of('pipe')),
    paths: { udp: by('udp'), tcp: by('tcp'), none: by(undefined) },
  }
}

/** Null where the transport was closed while it was asked. */
async function statsOf(transport: Transport): Promise<TransportStats | null> {
  try {
    const [stats] = await transport.getStats()
    return v.parse(TransportStats, stats)
  } catch (error) {
    if (transport.closed) return null
    throw error
  }
}

const trafficOf = (all: readonly TransportStats[]): Traffic => ({
  received: flowOf(all.map((stats) => [stats.recvBitrate, stats.rtpPacketLossReceived ?? 0])),
  sent: flowOf(all.map((stats) => [stats.sendBitrate, stats.rtpPacketLossSent ?? 0])),
})

/** Losses count by how much goes that way: a page that sends next to nothing cannot lose much. */
function flowOf(parts: readonly (readonly [bitsPerSecond: number, loss: number])[]): Flow {
  const bitsPerSecond = parts.reduce((sum, [bits]) => sum + bits, 0)
  const lost = parts.reduce((sum, [bits, loss]) => sum + bits * loss, 0)
  return { bitsPerSecond, loss: bitsPerSecond > 0 ? lost / bitsPerSecond : 0 }
}
