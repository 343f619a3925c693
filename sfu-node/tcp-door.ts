import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { log } from './log.ts'
import { PacketReader } from './packet-framing.ts'

/** Where a door stands, and what is behind it. */
export interface DoorPlace {
  /** The address to bind; a wildcard stands for all of its family. */
  readonly ip: string
  readonly port: number
  /** The mediasoup worker's own TCP port, on this machine's loopback. */
  readonly inner: { readonly ip: string; readonly port: number }
}

/** How much a door bears with. */
export interface DoorLimits {
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

export const DOOR_LIMITS: DoorLimits = {
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
/** How often it is told that somebody was turned away (ms). */
const TELL_EVERY_MS = 60_000

interface Visitor {
  readonly socket: Socket
  readonly address: string
  onTrial: boolean
}

/**
 * Stands before a mediasoup worker's TCP port (ICE-TCP, RFC 6544), which bears with silent connections for ever, as many as come:
 * whoever connects is passed on with the first bytes, and is closed unless the worker has answered their ICE check in time.
 */
export class TcpDoor {
  readonly #server: Server
  readonly #place: DoorPlace
  readonly #limits: DoorLimits
  readonly #visitors = new Set<Visitor>()
  #toldAt = Number.NEGATIVE_INFINITY

  private constructor(server: Server, place: DoorPlace, limits: DoorLimits) {
    this.#server = server
    this.#place = place
    this.#limits = limits
    server.on('connection', (socket) => this.#meet(socket))
  }

  /** Listens. Throws what Node.js throws where it cannot. */
  static async open(place: DoorPlace, limits: DoorLimits = DOOR_LIMITS): Promise<TcpDoor> {
    const server = createServer({ noDelay: true })
    const door = new TcpDoor(server, place, limits)
    // Both wildcards can have one port only if that of IPv6 leaves IPv4 alone.
    server.listen({ host: place.ip, port: place.port, ipv6Only: true })
    await once(server, 'listening')
    // A connection could not be accepted, as where this process has too many files open: the next one may be.
    server.on('error', (error) => door.#tell(error.message))
    return door
  }

  /** Where it listens. */
  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : this.#place.port
  }

  /** How many are connected. */
  get connections(): number {
    return this.#visitors.size
  }

  /** Ends all connections; the port is free once it resolves. Idempotent. */
  async close(): Promise<void> {
    for (const { socket } of this.#visitors) socket.destroy()
    if (!this.#server.listening) return
    this.#server.close()
    await once(this.#server, 'close')
  }

  #meet(socket: Socket): void {
    const visitor: Visitor = { socket, address: socket.remoteAddress ?? '', onTrial: true }
    socket.on('error', () => socket.destroy())
    if (!this.#mayCome(visitor)) {
      socket.destroy()
      this.#tell('too many connections')
      return
    }
    this.#visitors.add(visitor)
    const trial = setTimeout(() => socket.destroy(), this.#limits.iceMs)
    socket.once('close', () => {
      clearTimeout(trial)
      this.#visitors.delete(visitor)
    })
    // Who says nothing costs the worker nothing.
    socket.once('data', (first) => this.#passOn(visitor, first, trial))
  }

  #passOn(visitor: Visitor, first: Buffer, trial: NodeJS.Timeout): void {
    const { socket } = visitor
    const { ip: host, port } = this.#place.inner
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
      visitor.onTrial = false
      socket.off('data', weigh)
      inner.off('data', listen)
      socket.setTimeout(this.#limits.idleMs, () => socket.destroy())
    }
    socket.on('data', weigh)
    inner.on('data', listen)
  }

  /** Whether there is room for one more of that address; whoever has been on trial for longest makes it. */
  #mayCome({ address }: Visitor): boolean {
    const { triedPerAddress, tried, perAddress, all } = this.#limits
    if (this.#visitors.size >= all) return false
    const theirs = [...this.#visitors].filter((other) => other.address === address)
    if (theirs.length >= perAddress) return false
    if (theirs.filter(({ onTrial }) => onTrial).length >= triedPerAddress) return false
    const onTrial = [...this.#visitors].filter((other) => other.onTrial)
    if (onTrial.length >= tried) onTrial[0]?.socket.destroy()
    return true
  }

  #tell(reason: string): void {
    const now = performance.now()
    if (now - this.#toldAt < TELL_EVERY_MS) return
    this.#toldAt = now
    log.warn('tcp-turned-away', { port: this.#place.port, connections: this.#visitors.size, reason })
  }
}

const isSuccess = (packet: Buffer): boolean =>
  packet.length >= 20 && packet.readUInt16BE() === BINDING_SUCCESS
