import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import WebSocket from 'ws'
import { readCloseReason } from '../../protocol/close-reason.ts'
import { ProtocolError, WireError } from '../../protocol/errors.ts'
import { NODE_MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import {
  type EdgeToNodeFrame,
  type NodeFrame,
  readEdgeToNodeFrame,
  writeNodeFrame,
} from '../../protocol/node-edge/frames.ts'
import { readJson } from '../../protocol/reading.ts'
import { readRetryAfterHeader } from '../../protocol/retry-after.ts'
import { log } from '../shared/log.ts'
import { TimeSlicedQueue } from './time-sliced-queue.ts'

/** How long the edge may take to accept the socket. */
const HANDSHAKE_TIMEOUT_MS = 10_000
/** How long the edge may take to agree to the socket's end. */
const CLOSE_TIMEOUT_MS = 1_000
/** Frames up to this length (bytes) are read as they come: what asks for a sign of life is one of them. */
const SHORT_FRAME_BYTES = 64
/** The largest refusal that is read; more of it is not ours. */
const REFUSAL_MAX_BYTES = 4_096

export interface EdgeSocketListeners {
  onOpen(): void
  onFrame(frame: EdgeToNodeFrame): void
  /**
   * Called once, at the end; `refusal` when the edge refused the socket instead of opening it, `retryAfterMs` where it was said
   * when to come back.
   */
  onEnd(reason: string, refusal: ProtocolError | undefined, retryAfterMs: number | undefined): void
}

/** One WebSocket (RFC 6455) to the edge, from its opening to its end: frames in and out, and whether it still lives. */
export class EdgeSocket {
  readonly #socket: WebSocket
  readonly #protocol: number
  readonly #listeners: EdgeSocketListeners
  #reason = ''
  #ended = false
  #heardSincePing = true
  /** What came and is to be read. */
  readonly #unread = new TimeSlicedQueue<WebSocket.RawData>((data) => this.#read(data))

  /** @param protocol - The version of node-edge that is spoken on it (V1). */
  constructor(url: URL, protocol: number, listeners: EdgeSocketListeners) {
    this.#protocol = protocol
    this.#listeners = listeners
    this.#socket = new WebSocket(url, {
      maxPayload: NODE_MESSAGE_MAX_BYTES,
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      perMessageDeflate: false,
    })
    this.#socket.on('open', () => listeners.onOpen())
    this.#socket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    this.#socket.on('pong', () => this.#heard())
    this.#socket.on('unexpected-response', (_, response) => this.#refused(response))
    this.#socket.on('error', (error) => {
      this.#reason ||= error.message
    })
    this.#socket.on('close', (code, reason) => {
      // What the edge said last may be why it closed.
      this.#unread.drain()
      const said = reason.toString()
      const { retryAfterMs } = readCloseReason(said)
      this.#end(this.#reason || `closed with ${code} ${said}`.trimEnd(), undefined, retryAfterMs)
    })
  }

  /** Sends a frame; false when the socket is not open: nobody will hear it. */
  send(frame: NodeFrame): boolean {
    if (this.#socket.readyState !== WebSocket.OPEN) return false
    this.#socket.send(writeNodeFrame(frame, this.#protocol))
    return true
  }

  /** Asks the edge whether it lives; ends the socket when nothing was heard of it since this was last asked. */
  ping(): void {
    if (!this.#heardSincePing) {
      this.drop('the edge is silent')
      return
    }
    this.#heardSincePing = false
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping()
  }

  /** Ends the socket at once, without a goodbye. */
  drop(reason: string): void {
    this.#reason = reason
    this.#socket.terminate()
  }

  /** Says goodbye, and waits for the edge to agree, though not for long. `code` as in RFC 6455 §7.4. */
  async close(code: number, reason: string): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#socket.terminate(), CLOSE_TIMEOUT_MS)
      this.#socket.once('close', () => {
        clearTimeout(timer)
        resolve()
      })
      this.#socket.close(code, reason)
    })
  }

  #heard(): void {
    this.#heardSincePing = true
  }

  /** The edge's question whether this node lives (F4) is answered ahead of all that is still to be read and done. */
  #receive(data: WebSocket.RawData, isBinary: boolean): void {
    this.#heard()
    if (isBinary) log.warn('bad-edge-frame', { reason: 'not text' })
    else if (isLifeAskedFor(data)) this.#listeners.onFrame({ type: 'are-you-alive' })
    else this.#unread.add(data)
  }

  #read(data: WebSocket.RawData): void {
    try {
      this.#listeners.onFrame(readEdgeToNodeFrame(textOf(data), this.#protocol))
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      log.warn('bad-edge-frame', { reason: error.message })
    }
  }

  #refused(response: IncomingMessage): void {
    let body = ''
    const end = () => {
      const refusal = readRefusal(body)
      // A proxy before the edge says it in the header alone.
      const inHeader = readRetryAfterHeader(response.headers['retry-after'], new Date())
      this.#end(`refused with HTTP ${response.statusCode}`, refusal, refusal?.retryAfterMs ?? inHeader)
      this.#socket.terminate()
    }
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      if (body.length < REFUSAL_MAX_BYTES) body += chunk
    })
    response.once('end', end)
    response.once('error', end)
    response.setTimeout(HANDSHAKE_TIMEOUT_MS, end)
  }

  #end(reason: string, refusal: ProtocolError | undefined, retryAfterMs: number | undefined): void {
    if (this.#ended) return
    this.#ended = true
    this.#listeners.onEnd(reason, refusal, retryAfterMs)
  }
}

function textOf(data: WebSocket.RawData): string {
  if (!Buffer.isBuffer(data)) throw new ProtocolError('bad-message', 'not in one piece')
  return data.toString('utf8')
}

function isLifeAskedFor(data: WebSocket.RawData): boolean {
  if (!Buffer.isBuffer(data) || data.length > SHORT_FRAME_BYTES) return false
  try {
    return readEdgeToNodeFrame(textOf(data)).type === 'are-you-alive'
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    // It is told of in its turn.
    return false
  }
}

/** The error in the body of a refusal; none when something else than an edge answered, such as a proxy before it. */
function readRefusal(body: string): ProtocolError | undefined {
  try {
    const outcome = v.safeParse(WireError, readJson(body))
    return outcome.success ? ProtocolError.fromWire(outcome.output) : undefined
  } catch (error) {
    if (error instanceof ProtocolError) return undefined
    throw error
  }
}
