import type { WebRtcTransport } from 'mediasoup/types'
import * as v from 'valibot'
import { Probe } from '../../protocol/node-edge/probe.ts'
import type { WorkerPool } from '../media/workers/worker-pool.ts'
import { log } from '../shared/log.ts'

/**
 * Where pages measure how far this node is: one transport that stays open for all of them. mediasoup answers ICE binding
 * requests of whoever has its credentials (it forgets the oldest of nine, which costs that one nothing), before it knows
 * anybody's certificate; and since nobody's is ever given to it, nobody gets beyond ICE.
 */
export class LatencyProbe {
  readonly #pool: WorkerPool
  #open: { readonly transport: WebRtcTransport; readonly probe: Probe } | null = null
  #opening = false

  constructor(pool: WorkerPool) {
    this.#pool = pool
  }

  /** Null while there is none. */
  get probe(): Probe | null {
    return this.#open === null || this.#open.transport.closed ? null : this.#open.probe
  }

  /** Opens it where it is not open, as after its worker died; answers with what was opened, or null. Never rejects. */
  async keepOpen(): Promise<Probe | null> {
    const [worker] = this.#pool.workers
    if (this.#opening || this.probe !== null || !worker) return null
    this.#opening = true
    try {
      const router = await worker.openProbeRouter()
      const transport = await router.createWebRtcTransport({
        webRtcServer: worker.webRtcServer,
        enableTcp: false,
      })
      this.#open = { transport, probe: probeOf(transport) }
      return this.probe
    } catch (error) {
      log.warn('probe-not-opened', { reason: String(error) })
      return null
    } finally {
      this.#opening = false
    }
  }
}

/** Throws where mediasoup has no UDP candidate, or credentials that ICE does not know. */
function probeOf({ iceParameters, iceCandidates }: WebRtcTransport): Probe {
  const { usernameFragment, password } = iceParameters
  const { address, port } = iceCandidates.find(({ protocol }) => protocol === 'udp') ?? {}
  return v.parse(Probe, { usernameFragment, password, address, port })
}
