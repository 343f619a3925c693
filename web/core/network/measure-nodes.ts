import * as v from 'valibot'
import { MAX_MEASURED_NODES } from '../../../protocol/limits.ts'
import { Candidates, type Probe } from '../../../protocol/node-edge/probe.ts'
import type { MeasuredNode } from '../../../protocol/page-edge/requests.ts'
import { readWith } from '../../../protocol/reading.ts'
import { dataChannelAnswer } from './data-channel-answer.ts'

/** How long it may take: who is not answered by then is too far away to be of use. */
const PATIENCE_MS = 1_500
const SAMPLE_EVERY_MS = 100
/** A first packet may have waited for an address to be resolved, or for a radio to wake up. */
const SAMPLES = 5

/**
 * How far the nodes are that the edge names, of those that answer. This shows them the browser's address. Rejects where
 * the edge does not answer, or not as the protocol has it.
 */
export async function measureNodes(edge: string): Promise<MeasuredNode[]> {
  if (typeof RTCPeerConnection === 'undefined') return []
  const response = await fetch(new URL('/api/candidates', edge), {
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!response.ok) throw new Error(`/api/candidates: ${response.status}`)
  const { nodes } = readWith(Candidates, await response.json())
  const found = await Promise.all(
    nodes.slice(0, MAX_MEASURED_NODES).map(async ({ node, probe }) => {
      // What one node says of itself must not keep the others from being measured.
      const roundTripMs = await measure(probe).catch((cause) => {
        console.warn('a node is not measured:', cause)
        return null
      })
      return roundTripMs === null ? [] : [{ node, roundTripMs }]
    }),
  )
  return found.flat()
}

/** The shortest of a few round trips (ms) to a probe; null where it does not answer. */
async function measure(probe: Probe): Promise<number | null> {
  const until = performance.now() + PATIENCE_MS
  const connection = new RTCPeerConnection()
  try {
    connection.createDataChannel('probe')
    await connection.setLocalDescription()
    const mid = /^a=mid:(\S+)/m.exec(connection.localDescription?.sdp ?? '')?.[1] ?? '0'
    await connection.setRemoteDescription({ type: 'answer', sdp: probeAnswer(probe, mid) })
    return await shortestOf(connection, until)
  } finally {
    connection.close()
  }
}

async function shortestOf(connection: RTCPeerConnection, until: number): Promise<number | null> {
  const times: number[] = []
  while (times.length < SAMPLES && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS))
    const roundTripMs = shortestRoundTripMs((await connection.getStats()).values())
    if (roundTripMs !== null) times.push(roundTripMs)
  }
  return times.length > 0 ? Math.min(...times) : null
}

/** No certificate is ever shown to it: a fingerprint must only be there (RFC 8122 §5). */
const NO_FINGERPRINT = {
  algorithm: 'sha-256',
  value: Array.from({ length: 32 }, () => '00').join(':'),
} as const

/**
 * What a node's probe would answer to the offer of the data channel `mid`. The node is to begin DTLS, which it never does: so
 * the browser sends nothing but ICE binding requests.
 */
export const probeAnswer = (probe: Probe, mid: string): string =>
  dataChannelAnswer({ ...probe, fingerprints: [NO_FINGERPRINT], setup: 'active', protocol: 'udp' }, mid)

/** What is read of a candidate pair (W3C webrtc-stats §8.15). */
const AnsweredPair = v.object({
  type: v.literal('candidate-pair'),
  state: v.literal('succeeded'),
  /** In seconds; of the latest binding request that was answered. */
  currentRoundTripTime: v.pipe(v.number(), v.minValue(0)),
})

/** The shortest round trip (ms) of the pairs that were answered; null where none was. */
export function shortestRoundTripMs(reports: Iterable<unknown>): number | null {
  const times = [...reports].flatMap((report) => {
    const pair = v.safeParse(AnsweredPair, report)
    return pair.success ? [pair.output.currentRoundTripTime * 1_000] : []
  })
  return times.length > 0 ? Math.min(...times) : null
}
