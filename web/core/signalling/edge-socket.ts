import { ProtocolError, type WireError } from '../../../protocol/errors.ts'
import { PAGE_PING_JITTER } from '../../../protocol/limits.ts'
import {
  type EdgeFrame,
  PING,
  PONG,
  readEdgeFrame,
  type UnknownEvent,
} from '../../../protocol/page-edge/frames.ts'
import { errorOfClose } from './connection-errors.ts'
import type { SpokenVersion } from './spoken-version.ts'
import type { Timing } from './timing.ts'

/** What a socket tells its owner; after `closed` it says nothing more. */
export interface EdgeSocketListener {
  opened(): void
  received(frame: EdgeFrame | UnknownEvent): void
  /** @param error - Why, where the edge said so. */
  closed(error: ProtocolError | null): void
}

/** One WebSocket to the edge, from opening to closing, that knows by pings whether the other end still lives. */
export class EdgeSocket {
  readonly version: SpokenVersion
  readonly #socket: WebSocket
  readonly #listener: EdgeSocketListener
  readonly #timing: Timing
  #lastError: WireError | null = null
  #nextPing: ReturnType<typeof setTimeout> | undefined
  #missingPong: ReturnType<typeof setTimeout> | undefined
  /** When the ping that waits for its pong was sent (`performance.now()`). */
  #pingedAt = 0
  #over = false

  /** @param socket - Opening, or open already. */
  constructor(socket: WebSocket, version: SpokenVersion, listener: EdgeSocketListener, timing: Timing) {
    this.version = version
    this.#listener = listener
    this.#timing = timing
    this.#socket = socket
    // Its owner does not have us yet, so that even an open socket opens for it a moment later.
    if (socket.readyState === WebSocket.OPEN) queueMicrotask(() => this.#handleOpen())
    else socket.addEventListener('open', () => this.#handleOpen())
    this.#socket.addEventListener('message', (event: MessageEvent<unknown>) =>
      this.#handleMessage(event.data),
    )
    this.#socket.addEventListener('close', (event) => {
      this.#end(errorOfClose(event.code, version.heardCloseReason(event.reason), this.#lastError))
    })
  }

  /** Sends one frame; on a socket that is closing it is lost, and sent again after the resume. */
  send(frame: { id: number; request: string; params: unknown }): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    this.#socket.send(JSON.stringify(this.version.said(frame)))
  }

  /** Asks the other end for a sign of life now; without one the socket counts as closed. */
  check(): void {
    if (this.#over || this.#missingPong !== undefined || this.#socket.readyState === WebSocket.CONNECTING)
      return
    if (this.#socket.readyState !== WebSocket.OPEN) {
      this.drop()
      return
    }
    clearTimeout(this.#nextPing)
    this.#socket.send(PING)
    this.#pingedAt = performance.now()
    this.#awaitPong()
  }

  #awaitPong(): void {
    clearTimeout(this.#missingPong)
    this.#missingPong = setTimeout(() => this.drop(), this.#timing.pongTimeoutMs)
  }

  /** Gives the socket up without waiting for the closing handshake, which a dead network never ends. */
  drop(): void {
    this.#socket.close()
    this.#end(null)
  }

  /** Closes for good and tells nobody. */
  close(): void {
    this.#over = true
    this.#stopTimers()
    this.#socket.close(1000)
  }

  #handleOpen(): void {
    if (this.#over) return
    this.#scheduleNextPing()
    this.#listener.opened()
  }

  #handleMessage(data: unknown): void {
    if (this.#over) return
    if (data === PONG) {
      clearTimeout(this.#missingPong)
      this.#missingPong = undefined
      this.#scheduleNextPing()
      return
    }
    this.#noteTraffic()
    // The edge has not heard us for a while: a browser holds the timers of a hidden page back.
    if (data === PING) return this.check()
    const frame = readFrame(data, this.version)
    if (!frame) return
    if ('error' in frame && !('id' in frame)) {
      this.#lastError = frame.error
      console.warn('edge:', frame.error.code, frame.error.message)
    }
    this.#listener.received(frame)
  }

  /** On a slow line a pong stands behind what is large: what comes puts its end off, but not for ever. */
  #noteTraffic(): void {
    const patient = performance.now() - this.#pingedAt < this.#timing.requestTimeoutMs
    if (this.#missingPong !== undefined && patient) this.#awaitPong()
  }

  #scheduleNextPing(): void {
    clearTimeout(this.#nextPing)
    const waitMs = this.#timing.pingIntervalMs * (1 + Math.random() * PAGE_PING_JITTER)
    this.#nextPing = setTimeout(() => this.check(), waitMs)
  }

  #end(error: ProtocolError | null): void {
    if (this.#over) return
    this.#over = true
    this.#stopTimers()
    this.#listener.closed(error)
  }

  #stopTimers(): void {
    clearTimeout(this.#nextPing)
    clearTimeout(this.#missingPong)
  }
}

/** A frame that cannot be read is reported and passed over. */
function readFrame(data: unknown, { heard }: SpokenVersion): EdgeFrame | UnknownEvent | null {
  try {
    if (typeof data !== 'string') throw new ProtocolError('bad-message', 'not text')
    return readEdgeFrame(data, heard)
  } catch (cause) {
    console.error('edge: unreadable frame', cause)
    return null
  }
}
