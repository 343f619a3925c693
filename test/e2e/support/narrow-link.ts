import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { draws } from '../../support/draws.ts'

/** How long a packet waits at most before it is dropped: the buffer of a home router. */
const BUFFER_MS = 200

/** What it loses is the same in every run. */
const SEED = 10

/**
 * A UDP way to a port of this machine that can be narrowed, made long, made lossy, cut, and given another address. Not all of
 * Linux's kernels have netem, which could do most of that.
 */
export class NarrowLink {
  readonly #targetPort: number
  readonly #inner = createSocket('udp4')
  /** By the address of the one who sends. */
  readonly #outers = new Map<string, Socket>()
  /** In each direction; null is as wide as the machine. */
  bitsPerSecond: number | null = null
  /** How long each packet takes besides, in each direction (ms). */
  delayMs = 0
  /** How many of all packets vanish, in each direction, 0 to 1. */
  lossShare = 0
  /** Nothing passes while true. */
  cut = false
  /** What has come to it, in both directions. */
  bits = 0
  /** How many packets of those vanished by `lossShare`. */
  lost = 0
  readonly #draw = draws(SEED)

  private constructor(targetPort: number, host: string) {
    this.#targetPort = targetPort
    const there = this.#line()
    this.#inner.on('message', (packet, from) => {
      there(packet.length, () => this.#outerOf(from).send(packet, this.#targetPort, host))
    })
  }

  /** To a port of that address, with one of its own at the same address. */
  static async to(targetPort: number, host = '127.0.0.1'): Promise<NarrowLink> {
    const link = new NarrowLink(targetPort, host)
    link.#inner.bind(0, host)
    await once(link.#inner, 'listening')
    return link
  }

  get port(): number {
    return this.#inner.address().port
  }

  /** The addresses that packets came from, each once. */
  sources(): string[] {
    return [...new Set([...this.#outers.keys()].map((key) => key.split(' ')[0] ?? ''))]
  }

  /** What comes from here comes from other ports from now on, as after a change of network. */
  move(): void {
    for (const outer of this.#outers.values()) outer.close()
    this.#outers.clear()
  }

  async close(): Promise<void> {
    this.cut = true
    this.move()
    this.#inner.close()
    await once(this.#inner, 'close')
  }

  #outerOf({ address, port }: RemoteInfo): Socket {
    const key = `${address} ${port}`
    const known = this.#outers.get(key)
    if (known) return known
    const outer = createSocket('udp4')
    const back = this.#line()
    outer.on('message', (packet) => back(packet.length, () => this.#inner.send(packet, port, address)))
    this.#outers.set(key, outer)
    return outer
  }

  /** One direction: packets leave one after another, each as long as its bits take. */
  #line(): (bytes: number, send: () => void) => void {
    let freeAt = 0
    return (bytes, send) => {
      this.bits += bytes * 8
      if (this.cut) return
      if (this.#draw() < this.lossShare) {
        this.lost += 1
        return
      }
      const rate = this.bitsPerSecond
      const now = performance.now()
      if (rate !== null && freeAt - now > BUFFER_MS) return
      if (rate !== null) freeAt = Math.max(now, freeAt) + (bytes * 8_000) / rate
      const waitMs = Math.max(0, freeAt - now) + this.delayMs
      if (waitMs === 0) return send()
      setTimeout(() => !this.cut && send(), waitMs)
    }
  }
}

/** Runs in the page before anything of ours: media goes to another UDP port than the node's, and by no other way. */
export function byPort({ node, link }: { node: number; link: number }): void {
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const sdp = (description.sdp ?? '')
        .replace(/^a=candidate:\S+ \d+ tcp .*\r\n/gim, '')
        .replaceAll(` ${node} typ host`, ` ${link} typ host`)
      return super.setRemoteDescription({ type: description.type, sdp })
    }
  }
}
