import * as v from 'valibot'

/** What the browser has counted of one's own connections up to a moment. Counts only grow. */
export interface NetworkReading {
  readonly atMs: number
  readonly bytesSent: number
  readonly bytesReceived: number
  readonly packetsSent: number
  /** Of those sent, as the other end tells. */
  readonly packetsSentLost: number
  readonly packetsReceived: number
  readonly packetsReceivedLost: number
  /** The same of each voice that is received. */
  readonly voices: readonly VoiceCount[]
  /** Grows with anything that comes from the node: answers to checks of the way, too, where the browser counts them. */
  readonly signs: number
  /** Of pictures. */
  readonly pictureBytesSent: number
  /** In bits a second, what the browser thinks goes through from here; null where it does not say. */
  readonly sendable: number | null
  /** To the node and back; null before it was measured. */
  readonly roundTripMs: number | null
  readonly path: NetworkPath | null
}

interface VoiceCount {
  readonly id: string
  readonly received: number
  readonly lost: number
}

/** How packets reach the node: the slowest of the ways in use. */
export type NetworkPath = 'udp' | 'tcp' | 'relay'

const count = v.optional(v.number(), 0)

/** The reports that are read, of those that browsers give (W3C webrtc-stats §8). */
const Report = v.variant('type', [
  v.object({
    type: v.literal('outbound-rtp'),
    kind: v.optional(v.string()),
    packetsSent: count,
    bytesSent: count,
  }),
  v.object({ type: v.literal('remote-inbound-rtp'), packetsLost: count }),
  v.object({
    type: v.literal('inbound-rtp'),
    id: v.optional(v.string(), ''),
    kind: v.optional(v.string()),
    packetsReceived: count,
    packetsLost: count,
    bytesReceived: count,
  }),
  /** Firefox has none of it. */
  v.object({ type: v.literal('transport'), selectedCandidatePairId: v.optional(v.string()) }),
  v.object({
    type: v.literal('candidate-pair'),
    id: v.string(),
    localCandidateId: v.string(),
    state: v.string(),
    nominated: v.optional(v.boolean(), false),
    currentRoundTripTime: v.optional(v.number()),
    availableOutgoingBitrate: v.optional(v.number()),
    packetsReceived: count,
    responsesReceived: count,
    /** Firefox counts no answers, and knows when the last packet came. */
    lastPacketReceivedTimestamp: count,
  }),
  v.object({
    type: v.literal('local-candidate'),
    id: v.string(),
    candidateType: v.string(),
    protocol: v.string(),
  }),
])
type Report = v.InferOutput<typeof Report>

type Of<Type extends Report['type']> = Extract<Report, { type: Type }>

/** Reads what browsers report of the connections (`RTCPeerConnection.getStats`); what is of no use here is passed by. */
export function readNetwork(connections: readonly Iterable<unknown>[], atMs: number): NetworkReading {
  const reports = connections.flatMap((values) =>
    [...values].flatMap((value) => {
      const read = v.safeParse(Report, value)
      return read.success ? [read.output] : []
    }),
  )
  const of = <Type extends Report['type']>(type: Type): Of<Type>[] =>
    reports.filter((report): report is Of<Type> => report.type === type)
  const outbound = of('outbound-rtp')
  const inbound = of('inbound-rtp')
  const working = of('candidate-pair').filter((pair) => pair.nominated && pair.state === 'succeeded')
  // A pair that was in use before still counts as nominated.
  const selected = new Set(of('transport').map((transport) => transport.selectedCandidatePairId))
  const inUse = working.filter((pair) => selected.has(pair.id))
  const pairs = inUse.length > 0 ? inUse : working
  const candidates = new Map(of('local-candidate').map((candidate) => [candidate.id, candidate]))
  const paths = pairs.flatMap((pair) => {
    const candidate = candidates.get(pair.localCandidateId)
    return candidate ? [pathOf(candidate)] : []
  })
  return {
    atMs,
    bytesSent: total(outbound, 'bytesSent'),
    bytesReceived: total(inbound, 'bytesReceived'),
    packetsSent: total(outbound, 'packetsSent'),
    packetsSentLost: total(of('remote-inbound-rtp'), 'packetsLost'),
    packetsReceived: total(inbound, 'packetsReceived'),
    packetsReceivedLost: total(inbound, 'packetsLost'),
    voices: inbound.flatMap(({ id, kind, packetsReceived: received, packetsLost: lost }) =>
      kind === 'audio' ? [{ id, received, lost }] : [],
    ),
    signs:
      total(pairs, 'packetsReceived') +
      total(pairs, 'responsesReceived') +
      total(pairs, 'lastPacketReceivedTimestamp'),
    pictureBytesSent: total(
      outbound.filter(({ kind }) => kind === 'video'),
      'bytesSent',
    ),
    // The way by which we only receive has an estimate, too: one that never changes, and is no small one.
    sendable: least(pairs.flatMap(({ availableOutgoingBitrate }) => availableOutgoingBitrate ?? [])),
    roundTripMs: worstRoundTrip(pairs),
    path: (['relay', 'tcp', 'udp'] as const).find((path) => paths.includes(path)) ?? null,
  }
}

const pathOf = ({ candidateType, protocol }: Of<'local-candidate'>): NetworkPath => {
  if (candidateType === 'relay') return 'relay'
  return protocol === 'tcp' ? 'tcp' : 'udp'
}

const total = <Key extends string>(reports: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  reports.reduce((sum, report) => sum + report[key], 0)

const least = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : Math.min(...numbers)

function worstRoundTrip(pairs: readonly Of<'candidate-pair'>[]): number | null {
  const known = pairs.flatMap(({ currentRoundTripTime: seconds }) => seconds ?? [])
  return known.length === 0 ? null : Math.max(...known) * 1_000
}
