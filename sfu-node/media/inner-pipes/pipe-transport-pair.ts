import type { PipeTransport } from 'mediasoup/types'
import type { RoomRouter } from '../room-routers.ts'

/** Any free port of those that mediasoup takes from: 10000 to 59999. */
const LISTEN_INFO = { protocol: 'udp', ip: '127.0.0.1' } as const

/** A pipe between one room's routers on two workers of this machine, over loopback. It ends with either. */
export class PipeTransportPair {
  readonly #ends: ReadonlyMap<RoomRouter, PipeTransport>

  private constructor(ends: ReadonlyMap<RoomRouter, PipeTransport>) {
    this.#ends = ends
  }

  /** Throws what mediasoup throws; nothing is left behind then. */
  static async open(one: RoomRouter, other: RoomRouter): Promise<PipeTransportPair> {
    const here = await openEnd(one)
    try {
      const there = await openEnd(other)
      here.observer.once('close', () => there.close())
      there.observer.once('close', () => here.close())
      await connect(here, there)
      await connect(there, here)
      return new PipeTransportPair(
        new Map([
          [one, here],
          [other, there],
        ]),
      )
    } catch (error) {
      here.close()
      throw error
    }
  }

  /** Calls `listener` once when it closes, at once if it has. */
  onClosed(listener: () => void): void {
    const [end] = this.#ends.values()
    if (!end || end.closed) listener()
    else end.observer.once('close', listener)
  }

  /** Its end at one of the two. */
  end(at: RoomRouter): PipeTransport {
    const end = this.#ends.get(at)
    if (!end) throw new Error('this link has no end there')
    return end
  }
}

const openEnd = ({ router }: RoomRouter): Promise<PipeTransport> =>
  // With retransmission: a worker that is late loses packets, even from loopback.
  router.createPipeTransport({ listenInfo: LISTEN_INFO, enableRtx: true })

const connect = (one: PipeTransport, { tuple }: PipeTransport): Promise<void> =>
  one.connect({ ip: tuple.localAddress, port: tuple.localPort })
