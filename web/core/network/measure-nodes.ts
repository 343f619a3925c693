import { MAX_MEASURED_NODES } from '../../../protocol/limits.ts'
import type { MeasuredNode } from '../../../protocol/page-requests.ts'
import { Candidates, type Probe } from '../../../protocol/probe.ts'
import { readWith } from '../../../protocol/reading.ts'
import { probeAnswer } from './probe-answer.ts'
import { shortestRoundTripMs } from './round-trips.ts'

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
