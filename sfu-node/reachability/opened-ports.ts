import { setTimeout as delay } from 'node:timers/promises'
import type { IceCandidate, Router, WebRtcTransport } from 'mediasoup/types'
import type { DtlsParameters } from '../../protocol/media/transport.ts'
import type { OpenedPort } from '../../protocol/node-edge/port-check.ts'
import type { MediaWorker } from '../media/workers/media-worker.ts'
import type { WorkerPool } from '../media/workers/worker-pool.ts'

/** How long a mediasoup worker's news of a transport may take to this process. */
const NEWS_TIMEOUT_MS = 500

/** What was opened at one mediasoup worker. */
interface OpenedWorker {
  readonly worker: MediaWorker
  readonly router: Router
  readonly transports: readonly WebRtcTransport[]
}

/** This node's media ports, held open for one prover: a transport for each of them, at every worker, beside all rooms. */
export class OpenedPorts {
  readonly #routers: readonly Router[]
  readonly #transports: readonly WebRtcTransport[]
  /** Those at which DTLS came to its end; whoever came may have said goodbye since. */
  readonly #reached = new Set<WebRtcTransport>()
  readonly #allReached = Promise.withResolvers<void>()
  readonly ports: readonly OpenedPort[]

  private constructor(opened: readonly OpenedWorker[]) {
    this.#routers = opened.map(({ router }) => router)
    this.#transports = opened.flatMap(({ transports }) => transports)
    for (const transport of this.#transports) {
      transport.on('dtlsstatechange', (state) => {
        if (state === 'connected') this.#reached.add(transport)
        if (this.#reached.size === this.#transports.length) this.#allReached.resolve()
      })
    }
    this.ports = opened.flatMap(({ worker, transports }) =>
      transports.map((transport, index) => openedPort(transport, worker.candidatesOf(transport)[index])),
    )
  }

  /** Opens them for whoever has that certificate. Throws what mediasoup throws, and leaves nothing open then. */
  static async open(pool: WorkerPool, dtlsParameters: DtlsParameters): Promise<OpenedPorts> {
    const openings = await Promise.allSettled(pool.workers.map((worker) => openAt(worker, dtlsParameters)))
    const opened = openings.flatMap((opening) => (opening.status === 'fulfilled' ? [opening.value] : []))
    const ports = new OpenedPorts(opened)
    const failed = openings.find((opening) => opening.status === 'rejected')
    if (!failed) return ports
    ports.close()
    throw failed.reason
  }

  /** At which of the ports DTLS has come to its end. What the other end knows already may still be on its way to here. */
  async connected(): Promise<boolean[]> {
    await Promise.race([this.#allReached.promise, delay(NEWS_TIMEOUT_MS)])
    return this.#transports.map((transport) => this.#reached.has(transport))
  }

  /** Idempotent. */
  close(): void {
    for (const router of this.#routers) router.close()
  }
}

async function openAt(worker: MediaWorker, { fingerprints }: DtlsParameters): Promise<OpenedWorker> {
  const router = await worker.openProbeRouter()
  try {
    const openTransport = async (): Promise<WebRtcTransport> => {
      const transport = await router.createWebRtcTransport({ webRtcServer: worker.webRtcServer })
      await transport.connect({ dtlsParameters: { role: 'client', fingerprints } })
      return transport
    }
    const first = await openTransport()
    const others = first.iceCandidates.slice(1).map(openTransport)
    return { worker, router, transports: [first, ...(await Promise.all(others))] }
  } catch (error) {
    router.close()
    throw error
  }
}

/** A transport of its own for each candidate, as each has to come to the end of DTLS. */
function openedPort(
  { iceParameters, dtlsParameters }: WebRtcTransport,
  candidate: IceCandidate | undefined,
): OpenedPort {
  if (!candidate) throw new Error('mediasoup has fewer candidates than transports')
  const { protocol, address, port } = candidate
  const { usernameFragment, password } = iceParameters
  return { protocol, address, port, iceParameters: { usernameFragment, password }, dtlsParameters }
}
