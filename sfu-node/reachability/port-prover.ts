import type { Router, WebRtcTransport } from 'mediasoup/types'
import { isPublicAddress } from '../../protocol/addresses/public-address.ts'
import type { DtlsParameters } from '../../protocol/media/transport.ts'
import type { OpenedPort, PortOutcome } from '../../protocol/node-edge/port-check.ts'
import type { WorkerPool } from '../media/workers/worker-pool.ts'
import { tryPort } from './try-port.ts'

/** This node, as it tries another one's media ports: with a transport of its own for each of them, beside all rooms. */
export class PortProver {
  readonly #router: Router
  /** Used for the first port. */
  #first: WebRtcTransport | null
  readonly dtlsParameters: DtlsParameters

  private constructor(router: Router, first: WebRtcTransport) {
    this.#router = router
    this.#first = first
    this.dtlsParameters = first.dtlsParameters
  }

  /** Throws what mediasoup throws, and `no-media-worker` while no worker runs. */
  static async open(pool: WorkerPool): Promise<PortProver> {
    const router = await pool.leastLoaded().openProbeRouter()
    try {
      return new PortProver(router, await openInner(router))
    } catch (error) {
      router.close()
      throw error
    }
  }

  /**
   * Tries all ports at once, and answers in their order. Throws what mediasoup throws.
   *
   * @param announced - Where this node is reached itself: one on the Internet tries nothing that is not, for whoever is
   * checked must not learn through it what its own network holds.
   */
  async try(ports: readonly OpenedPort[], announced: readonly string[]): Promise<PortOutcome[]> {
    const isOnInternet = announced.every(isPublicAddress)
    return Promise.all(
      ports.map(async (port) => {
        if (isOnInternet && !isPublicAddress(port.address)) return 'private'
        return tryPort(port, await this.#inner())
      }),
    )
  }

  /** Idempotent. */
  close(): void {
    this.#router.close()
  }

  async #inner(): Promise<WebRtcTransport> {
    const first = this.#first
    this.#first = null
    return first ?? openInner(this.#router)
  }
}

const openInner = (router: Router): Promise<WebRtcTransport> =>
  router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] })
