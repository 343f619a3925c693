import type { NetworkPath, NetworkReading } from './network-reading.ts'

/** What happened between two readings. */
export interface NetworkFigures {
  readonly sentBitsPerSecond: number
  readonly receivedBitsPerSecond: number
  /** Parts of one; null where nothing was sent or received. */
  readonly sentLoss: number | null
  readonly receivedLoss: number | null
  /**
   * Of that, what our own link lost: what all voices lack. Null where fewer than two came: what one of them lacks may have
   * been lost on the way from its owner to the node.
   */
  readonly ownReceivedLoss: number | null
  readonly roundTripMs: number | null
  /** Bits a second that may go through from here; null while no picture is sent, for then nobody finds out. */
  readonly sendable: number | null
  readonly path: NetworkPath | null
}

const shared = (losses: readonly number[]): number | null => (losses.length < 2 ? null : Math.min(...losses))

/** Of fewer packets than these the loss of one says nothing: who listens to silence gets five in two seconds. */
const FEWEST_PACKETS = 20

/** What happened from one reading to a later one; counts that shrank belong to connections that ended meanwhile. */
export function figuresBetween(before: NetworkReading, after: NetworkReading): NetworkFigures {
  const seconds = (after.atMs - before.atMs) / 1_000
  const grown = (
    key: Exclude<keyof NetworkReading, 'path' | 'roundTripMs' | 'sendable' | 'voices'>,
  ): number => Math.max(0, after[key] - before[key])
  const perSecond = (bytes: number): number => (seconds > 0 ? (bytes * 8) / seconds : 0)
  const part = (lost: number, all: number): number | null =>
    all >= FEWEST_PACKETS ? Math.min(1, lost / all) : null
  const receivedLost = grown('packetsReceivedLost')
  return {
    sentBitsPerSecond: perSecond(grown('bytesSent')),
    receivedBitsPerSecond: perSecond(grown('bytesReceived')),
    sentLoss: part(grown('packetsSentLost'), grown('packetsSent')),
    receivedLoss: part(receivedLost, grown('packetsReceived') + receivedLost),
    ownReceivedLoss: shared(
      after.voices.flatMap(({ id, received, lost }) => {
        const earlier = before.voices.find((voice) => voice.id === id)
        const missing = Math.max(0, lost - (earlier?.lost ?? lost))
        return part(missing, received - (earlier?.received ?? received) + missing) ?? []
      }),
    ),
    roundTripMs: after.roundTripMs,
    sendable: grown('pictureBytesSent') > 0 ? after.sendable : null,
    path: after.path,
  }
}

/** How well one can talk over it. */
export type NetworkVerdict = 'good' | 'fair' | 'poor'

/**
 * From here on speech suffers, and is hard to follow: parts of packets lost, milliseconds there and back (ITU-T G.114), and
 * bits a second for a voice and the smallest picture, which take 150,000.
 */
const FAIR = { loss: 0.02, roundTripMs: 300, sendable: 200_000 }
const POOR = { loss: 0.08, roundTripMs: 800, sendable: 100_000 }

/** The verdict on what happened; null where nothing is known yet. */
export function verdictOn(figures: NetworkFigures): NetworkVerdict | null {
  const { sentLoss, receivedLoss, roundTripMs, sendable } = figures
  if (sentLoss === null && receivedLoss === null && roundTripMs === null) return null
  const loss = Math.max(sentLoss ?? 0, receivedLoss ?? 0)
  const isBeyond = (limit: typeof POOR): boolean =>
    loss >= limit.loss ||
    (roundTripMs ?? 0) >= limit.roundTripMs ||
    (sendable ?? Number.POSITIVE_INFINITY) <= limit.sendable
  if (isBeyond(POOR)) return 'poor'
  return isBeyond(FAIR) ? 'fair' : 'good'
}
