import type { ProtocolError } from '../../protocol/errors.ts'
import { retryDelayMs } from '../../protocol/retry-after.ts'
import { NODE_EDGE, versionBefore } from '../../protocol/version.ts'
import { otherVersionMs, reconnectDelayMs } from '../shared/backoff.ts'

/** How a socket to the edge ended. */
export interface SocketEnd {
  readonly wasRegistered: boolean
  /** What the edge said in a frame before it closed the socket. */
  readonly told: ProtocolError | undefined
  /** That, or with what it refused to open one. */
  readonly refusal: ProtocolError | undefined
  /** When it wants the next attempt. */
  readonly retryAfterMs: number | undefined
}

/** What a node does then: it dials again in so many ms, or, refused for good, never. */
export type NextDial =
  | { readonly do: 'dial'; readonly retryMs: number }
  /** The edge is of the version before: it is told at once what it understands (V1), until a socket that it took has ended. */
  | { readonly do: 'speak-older'; readonly retryMs: number }
  /** Somebody updates the one or the other: this node is there again then, whoever looks after it asleep or not. */
  | { readonly do: 'wait-for-version'; readonly retryMs: number; readonly error: ProtocolError }
  | { readonly do: 'give-up'; readonly error: ProtocolError }

/** When a node dials its edge again, and in which version of node-edge. */
export class DialPlan {
  readonly #otherVersionMs: (attempt: number) => number
  #speaks = NODE_EDGE.newest
  #attempt = 0
  #otherVersions = 0

  /** @param pauseMs - How long it waits before it dials an edge of another version again. */
  constructor(pauseMs = otherVersionMs) {
    this.#otherVersionMs = pauseMs
  }

  /** The version that is said on the present socket, or on the next where there is none. */
  get speaks(): number {
    return this.#speaks
  }

  /** The edge has taken this node. */
  registered(): void {
    this.#attempt = 0
    this.#otherVersions = 0
  }

  ended({ wasRegistered, told, refusal, retryAfterMs }: SocketEnd): NextDial {
    const doesNotSpeakIt = !wasRegistered && told?.reaction === 'update'
    const before = doesNotSpeakIt ? versionBefore(NODE_EDGE, this.#speaks) : null
    if (before !== null) {
      this.#speaks = before
      return { do: 'speak-older', retryMs: retryDelayMs(0, retryAfterMs, Math.random) }
    }
    // It may have been updated since it was last asked.
    if (wasRegistered || refusal?.reaction === 'update') this.#speaks = NODE_EDGE.newest
    if (refusal?.reaction === 'update') {
      const pauseMs = this.#otherVersionMs(this.#otherVersions)
      this.#otherVersions += 1
      const retryMs = retryDelayMs(pauseMs, refusal.retryAfterMs, Math.random)
      return { do: 'wait-for-version', retryMs, error: refusal }
    }
    if (refusal?.reaction === 'give-up') return { do: 'give-up', error: refusal }
    const retryMs = retryDelayMs(reconnectDelayMs(this.#attempt), retryAfterMs, Math.random)
    this.#attempt += 1
    return { do: 'dial', retryMs }
  }
}
