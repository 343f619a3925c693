import type {
  IceCandidate,
  Router,
  TransportListenInfo,
  WebRtcServer,
  WebRtcTransport,
  Worker,
} from 'mediasoup/types'
import type { MediaRoomId } from '../../../protocol/ids.ts'
import { ROUTER_MEDIA_CODECS } from '../../../protocol/media/codecs.ts'
import { UNCOUNTED } from '../../metrics/counted-routers.ts'
import { MediaCounts } from '../../metrics/media-counts.ts'
import { SentBytes } from '../../metrics/sent-bytes.ts'
import { EXIT_CODES, ExitError } from '../../shared/exit-error.ts'
import { bindError, reasonOf } from './bind-error.ts'
import { IceTcpProxy, TCP_PROXY_LIMITS } from './ice-tcp-proxy.ts'
import { innerTcpInfos, tcpProxyAddresses, udpInfos } from './listen-infos.ts'
import { closeWorker, cpuTimeMsOf, createWorkerDeafToSignals, killProcess } from './worker-process.ts'

/** Where one worker's media arrives. */
export interface MediaAddress {
  /** The IP address to bind; a wildcard stands for all, of both families. */
  readonly listen: string
  /** The IP addresses that browsers are told, one of a family, in the order of preference. */
  readonly announce: readonly string[]
  /** For UDP and for TCP. */
  readonly port: number
  readonly pipePorts: PortRange
}

/** The UDP ports at which pipes to other nodes arrive; all workers take from them. Both ends belong to it. */
export interface PortRange {
  readonly from: number
  readonly to: number
}

/** One mediasoup worker process with its WebRtcServer, and the rooms whose routers it holds. */
export class MediaWorker {
  readonly address: MediaAddress
  readonly counts: MediaCounts
  readonly sent: SentBytes
  readonly webRtcServer: WebRtcServer
  /** When it was ready, in milliseconds of the monotonic clock. */
  readonly startedAt = performance.now()
  /** Milliseconds of processor time that it had used by then: what starting costs is no load. */
  readonly startCpuTimeMs: number
  readonly #worker: Worker
  readonly #tcpProxies: readonly IceTcpProxy[]
  readonly #rooms = new Set<MediaRoomId>()

  private constructor(
    worker: Worker,
    counts: MediaCounts,
    sent: SentBytes,
    webRtcServer: WebRtcServer,
    tcpProxies: readonly IceTcpProxy[],
    address: MediaAddress,
    startCpuTimeMs: number,
  ) {
    this.#worker = worker
    this.#tcpProxies = tcpProxies
    worker.observer.once('close', () => void this.#closeTcpProxies())
    this.startCpuTimeMs = startCpuTimeMs
    this.counts = counts
    this.sent = sent
    this.webRtcServer = webRtcServer
    this.address = address
  }

  /**
   * Starts a worker that listens at `address`. Throws an ExitError with exit code 3 when the port is taken, with
   * exit code 2 when this machine cannot bind the address, with exit code 1 when the worker does not start.
   */
  static async start(address: MediaAddress, tcpProxyLimits = TCP_PROXY_LIMITS): Promise<MediaWorker> {
    const worker = await createWorkerDeafToSignals().catch((cause) => {
      throw new ExitError(
        EXIT_CODES.failed,
        `mediasoup's worker does not start (${reasonOf(cause)}): run the set-up again, or give its path in MEDIASOUP_WORKER_BIN.`,
        { cause },
      )
    })
    const counts = new MediaCounts(worker)
    const sent = new SentBytes(worker)
    const tcpProxies: IceTcpProxy[] = []
    try {
      // The order is the candidates' order of preference: UDP first.
      const listenInfos = [...udpInfos(address), ...innerTcpInfos(address)]
      const webRtcServer = await worker.createWebRtcServer({ listenInfos })
      const { tcpServers } = await webRtcServer.dump()
      for (const each of tcpProxyAddresses(address, tcpServers)) {
        tcpProxies.push(await IceTcpProxy.open(each, tcpProxyLimits))
      }
      return new MediaWorker(
        worker,
        counts,
        sent,
        webRtcServer,
        tcpProxies,
        address,
        await cpuTimeMsOf(worker),
      )
    } catch (cause) {
      await Promise.all(tcpProxies.map((proxy) => proxy.close()))
      await closeWorker(worker)
      throw bindError(address, cause)
    }
  }

  get pid(): number {
    return this.#worker.pid
  }

  /** Whether it can take rooms: it was not closed, and did not die. */
  get running(): boolean {
    return !this.#worker.closed
  }

  /** The rooms whose routers it holds, or held when it died. */
  get rooms(): readonly MediaRoomId[] {
    return [...this.#rooms]
  }

  /** Its producers and consumers: what its processor time goes with. */
  get load(): number {
    return this.counts.producers + this.counts.consumers
  }

  /** Where the pipes of its routers to other nodes arrive: some free port of the range, at the first address. */
  get pipeListenInfo(): TransportListenInfo {
    const [first] = udpInfos(this.address)
    if (!first) throw new Error('no address is announced')
    const { port: _, ...info } = first
    const { from: min, to: max } = this.address.pipePorts
    return { ...info, portRange: { min, max } }
  }

  /** Calls `listener` once if the process ends without having been asked to. */
  onDied(listener: () => void): void {
    this.#worker.once('died', listener)
  }

  /** A new router for `room`. Throws what mediasoup throws. */
  async openRouter(room: MediaRoomId): Promise<Router> {
    // mediasoup takes mutable objects, though it copies them.
    const mediaCodecs = ROUTER_MEDIA_CODECS.map((codec) => ({ ...codec }))
    const router = await this.#worker.createRouter({ mediaCodecs })
    this.#rooms.add(room)
    router.observer.once('close', () => {
      // Rooms that went down with the worker stay listed: its heir reports them.
      if (!this.#worker.died) this.#rooms.delete(room)
    })
    return router
  }

  /** A router for no room: it knows no codec, so that nothing can be sent through it. Throws what mediasoup throws. */
  openProbeRouter(): Promise<Router> {
    return this.#worker.createRouter({ mediaCodecs: [], appData: UNCOUNTED })
  }

  /** Milliseconds of processor time that the process has used since it started. Throws when it is gone. */
  cpuTimeMs(): Promise<number> {
    return cpuTimeMsOf(this.#worker)
  }

  /** Where a page reaches one of this worker's transports: mediasoup does not know of the TCP proxies before it. */
  candidatesOf({ iceCandidates }: Pick<WebRtcTransport, 'iceCandidates'>): IceCandidate[] {
    const { port } = this.address
    return iceCandidates.map((candidate) =>
      candidate.protocol === 'tcp' ? { ...candidate, port } : candidate,
    )
  }

  /** Kills the process; it is then reported as died. For a worker that does not answer any more. */
  kill(): void {
    killProcess(this.#worker.pid)
  }

  /** Ends the process, and waits until it is gone. Idempotent. */
  async close(): Promise<void> {
    await Promise.all([closeWorker(this.#worker), this.#closeTcpProxies()])
  }

  async #closeTcpProxies(): Promise<void> {
    await Promise.all(this.#tcpProxies.map((proxy) => proxy.close()))
  }
}
