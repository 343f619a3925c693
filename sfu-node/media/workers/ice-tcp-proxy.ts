import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { log } from '../../shared/log.ts'
import { PacketReader } from './tcp-framing.ts'

/** Where a proxy listens, and what is behind it. */
export interface TcpProxyAddress {
  /** The address to bind; a wildcard stands for all of its family. */
  readonly ip: string
  readonly port: number
  /** The mediasoup worker's own TCP port, on this machine's loopback. */
  readonly inner: { readonly ip: string; readonly port: number }
}

/** How much a proxy bears with. */
export interface TcpProxyLimits {
  /** How long somebody may take until the worker has answered an ICE check of theirs. */
  readonly iceMs: number
  /** How long somebody may be silent after that: browsers renew their consent every few seconds (RFC 7675 §5.1). */
  readonly idleMs: number
  /** Connections that are on trial so far: of one address, beyond which no more come; of all, beyond which the oldest gives way. */
  readonly triedPerAddress: number
  readonly tried: number
  /** All connections, of one address and of all; beyond, nobody comes. */
  readonly perAddress: number
  readonly all: number
}

export const TCP_PROXY_LIMITS: TcpProxyLimits = {
  iceMs: 10_000,
  idleMs: 60_000,
  triedPerAddress: 64,
  tried: 512,
  perAddress: 2_048,
  all: 8_192,
}

/** What somebody on trial may send (bytes): ICE checks, and no more. */
const TRIAL_MAX_BYTES = 64 * 1024
/** A STUN binding success response (RFC 8489 §5): the first thing that a worker says to whoever knows a transport's password. */
const BINDING_SUCCESS = 0x0101
/** How often it is told that somebody was rejected (ms). */
const TELL_EVERY_MS = 60_000

interface Client {
  readonly socket: Socket
  readonly address: string
  onTrial: boolean
}

/**
 * Stands before a mediasoup worker's TCP port (ICE-TCP, RFC 6544), which bears with silent connections for ever, as many as come:
 * whoever connects is passed on with the first bytes, and is closed unless the worker has answered their ICE check in time.
 */
export class IceTcpProxy {
  readonly #server: Server
  readonly #address: TcpProxyAddress
  readonly #limits: TcpProxyLimits
  readonly #clients = new Set<Client>()
  #toldAt = Number.NEGATIVE_INFINITY

  private constructor(server: Server, place: TcpProxyAddress, limits: TcpProxyLimits) {
    this.#server = server
    this.#address = place
    this.#limits = limits
    server.on('connection', (socket) => this.#accept(socket))
  }

  /** Listens. Throws what Node.js throws where it cannot. */
  static async open(place: TcpProxyAddress, limits: TcpProxyLimits = TCP_PROXY_LIMITS): Promise<IceTcpProxy> {
    const server = createServer({ noDelay: true })
    const proxy = new IceTcpProxy(server, place, limits)
    // Both wildcards can have one port only if that of IPv6 leaves IPv4 alone.
    server.listen({ host: place.ip, port: place.port, ipv6Only: true })
    await once(server, 'listening')
    // A connection could not be accepted, as where this process has too many files open: the next one may be.
    server.on('error', (error) => proxy.#tell(error.message))
    return proxy
  }

  /** Where it listens. */
  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : this.#address.port
  }

  /** How many are connected. */
  get connections(): number {
    return this.#clients.size
  }

  /** Ends all connections; the port is free once it resolves. Idempotent. */
  async close(): Promise<void> {
    for (const { socket } of this.#clients) socket.destroy()
    if (!this.#server.listening) return
    this.#server.close()
    await once(this.#server, 'close')
  }

  #accept(socket: Socket): void {
    const client: Client = { socket, address: socket.remoteAddress ?? '', onTrial: true }
    socket.on('error', () => socket.destroy())
    if (!this.#admits(client)) {
      socket.destroy()
      this.#tell('too many connections')
      return
    }
    this.#clients.add(client)
    const trial = setTimeout(() => socket.destroy(), this.#limits.iceMs)
    socket.once('close', () => {
      clearTimeout(trial)
      this.#clients.delete(client)
    })
    // Who says nothing costs the worker nothing.
    socket.once('data', (first) => this.#forward(client, first, trial))
  }

  #forward(client: Client, first: Buffer, trial: NodeJS.Timeout): void {
    const { socket } = client
    const { ip: host, port } = this.#address.inner
    const inner = connect({ host, port, noDelay: true })
    inner.on('error', () => inner.destroy())
    inner.once('close', () => socket.destroy())
    socket.once('close', () => inner.destroy())
    inner.write(first)
    socket.pipe(inner)
    inner.pipe(socket)
    let sent = first.length
    const weigh = (bytes: Buffer): void => {
      sent += bytes.length
      if (sent > TRIAL_MAX_BYTES) socket.destroy()
    }
    const answers = new PacketReader()
    const listen = (bytes: Buffer): void => {
      if (!answers.read(bytes).some(isSuccess)) return
      clearTimeout(trial)
      client.onTrial = false
      socket.off('data', weigh)
      inner.off('data', listen)
      socket.setTimeout(this.#limits.idleMs, () => socket.destroy())
    }
    socket.on('data', weigh)
    inner.on('data', listen)
  }

  /** Whether there is room for one more of that address; whoever has been on trial for longest makes it. */
  #admits({ address }: Client): boolean {
    const { triedPerAddress, tried, perAddress, all } = this.#limits
    if (this.#clients.size >= all) return false
    const theirs = [...this.#clients].filter((other) => other.address === address)
    if (theirs.length >= perAddress) return false
    if (theirs.filter(({ onTrial }) => onTrial).length >= triedPerAddress) return false
    const onTrial = [...this.#clients].filter((other) => other.onTrial)
    if (onTrial.length >= tried) onTrial[0]?.socket.destroy()
    return true
  }

  #tell(reason: string): void {
    const now = performance.now()
    if (now - this.#toldAt < TELL_EVERY_MS) return
    this.#toldAt = now
    log.warn('tcp-rejected', { port: this.#address.port, connections: this.#clients.size, reason })
  }
}

const isSuccess = (packet: Buffer): boolean =>
  packet.length >= 20 && packet.readUInt16BE() === BINDING_SUCCESS
