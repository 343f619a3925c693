import * as v from 'valibot'
import { RetryAfterMs } from './retry-after.ts'

/**
 * What the receiver of an error does about it, a closed list:
 *
 * - `wait`: asks for the same again by itself, not before `retryAfterMs` where that is said; a socket that was closed is dialled again then;
 * - `reconnect`: dials again, and goes on as who it was;
 * - `await-media`: does nothing, for another media session, or word that there is none, is on its way;
 * - `renew-media`: asks for another media session (M4);
 * - `place-elsewhere`: the edge carries the room on another node;
 * - `ask`: says so to the person, who may bring something else, or come later;
 * - `update`: needs another version of its own program (V1): a page is loaded anew, a node dials rarely until it is updated;
 * - `give-up`: the request is over, and where it closed the socket, the connection as well; nothing is tried again.
 */
export type Reaction =
  | 'wait'
  | 'reconnect'
  | 'await-media'
  | 'renew-media'
  | 'place-elsewhere'
  | 'ask'
  | 'update'
  | 'give-up'

interface ErrorRules {
  /** Of an HTTP answer (RFC 9110). */
  readonly status: number
  readonly reaction: Reaction
  /** The version that it came with, and by which code a peer of the version before knows it. */
  readonly since?: number
  readonly before?: string
}

/** The closed list of error codes, by their statuses. */
const ERRORS = {
  'bad-message': { status: 400, reaction: 'give-up' },
  'bad-room-name': { status: 400, reaction: 'ask' },
  unauthorised: { status: 401, reaction: 'give-up' },
  /** The room has a password, and none was brought. */
  'password-required': { status: 401, reaction: 'ask' },
  /** The room is encrypted, and its link was not brought. */
  'link-required': { status: 401, reaction: 'ask', since: 26, before: 'not-allowed' },
  'not-allowed': { status: 403, reaction: 'ask' },
  /** Put out of the room, for as long as it lives. */
  removed: { status: 403, reaction: 'give-up' },
  'wrong-password': { status: 403, reaction: 'ask' },
  /** The room is encrypted, and the link is that of another one. */
  'wrong-link': { status: 403, reaction: 'ask', since: 26, before: 'not-allowed' },
  /** The link of this encrypted room was changed, or is about to be: the one that was brought leads in no longer. */
  'link-changed': { status: 403, reaction: 'ask', since: 26, before: 'not-allowed' },
  /** These are not the words of that room; or it has none, which nobody is told. */
  'wrong-words': { status: 403, reaction: 'ask', since: 26, before: 'not-allowed' },
  /** This node is no longer one of the edge's. */
  revoked: { status: 403, reaction: 'give-up' },
  /** This node has said too much that cannot be true, and is paused. */
  misbehaved: { status: 403, reaction: 'give-up' },
  /** A moderator did not let one in from the lobby. */
  denied: { status: 403, reaction: 'ask', since: 25, before: 'turned-away' },
  'not-found': { status: 404, reaction: 'give-up' },
  'invitation-unknown': { status: 404, reaction: 'ask' },
  /** A page did not join in time after its socket opened. */
  'join-timeout': { status: 408, reaction: 'reconnect' },
  /** A node did not register in time after its socket opened. */
  'register-timeout': { status: 408, reaction: 'reconnect', since: 25, before: 'join-timeout' },
  /** Nothing was heard of a page or node that was there. */
  'ping-timeout': { status: 408, reaction: 'reconnect', since: 25, before: 'join-timeout' },
  /** Whoever was let in from the lobby did not come in time. */
  'admission-expired': { status: 408, reaction: 'reconnect', since: 25, before: 'join-timeout' },
  'already-joined': { status: 409, reaction: 'give-up' },
  'not-joined': { status: 409, reaction: 'reconnect' },
  replaced: { status: 409, reaction: 'give-up' },
  /** A link with a secret leads to a room that was opened by its name alone. */
  'not-encrypted': { status: 409, reaction: 'ask', since: 26, before: 'not-allowed' },
  'invitation-used': { status: 409, reaction: 'ask' },
  /** Another node is connected under this id. */
  'node-id-taken': { status: 409, reaction: 'wait' },
  /** The node has a producer of that id already, from elsewhere. */
  'producer-id-taken': { status: 409, reaction: 'renew-media', since: 25, before: 'media-failed' },
  'invitation-expired': { status: 410, reaction: 'ask' },
  /** That media session was replaced by another one. */
  'stale-media': { status: 410, reaction: 'await-media' },
  'message-too-large': { status: 413, reaction: 'give-up' },
  /** mediasoup does not carry such media, and will not. */
  'media-unsupported': { status: 415, reaction: 'give-up', since: 25, before: 'media-failed' },
  'room-locked': { status: 423, reaction: 'ask' },
  /** The address is for WebSockets. */
  'upgrade-required': { status: 426, reaction: 'give-up' },
  'unsupported-protocol': { status: 426, reaction: 'update' },
  'rate-limited': { status: 429, reaction: 'wait' },
  /** Too many wrong passwords, or too many knocks in vain, from one place. */
  'too-many-tries': { status: 429, reaction: 'ask' },
  internal: { status: 500, reaction: 'wait' },
  /** mediasoup could not do it. */
  'media-failed': { status: 502, reaction: 'renew-media' },
  /** The node's answer does not fit the question, or names a place that is not its own. */
  'bad-node-answer': { status: 502, reaction: 'renew-media', since: 25, before: 'media-failed' },
  /** A node does not open its media ports for a check. */
  'ports-not-opened': { status: 502, reaction: 'ask', since: 25, before: 'media-failed' },
  'room-full': { status: 503, reaction: 'ask' },
  /** No node carries one, for now. */
  'no-media': { status: 503, reaction: 'await-media' },
  /** The node is gone, or its object could not be asked. */
  'node-unreachable': { status: 503, reaction: 'renew-media', since: 25, before: 'no-media' },
  /** The node's mediasoup workers are all dead for the moment. */
  'no-media-worker': { status: 503, reaction: 'place-elsewhere', since: 25, before: 'media-failed' },
  /** The node takes no more rooms: what its lender lends is used up. */
  'lending-limit': { status: 503, reaction: 'place-elsewhere', since: 25, before: 'media-failed' },
  /** The node lives, and did not answer. */
  'node-timeout': { status: 504, reaction: 'renew-media' },
} as const satisfies Record<string, ErrorRules>

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[]

export const ErrorCodeSchema = v.picklist(ERROR_CODES)

/** An error as it crosses the wire. */
export const WireError = v.object({
  code: ErrorCodeSchema,
  message: v.pipe(v.string(), v.maxLength(500)),
  retryAfterMs: RetryAfterMs,
})
export type WireError = v.InferOutput<typeof WireError>

export interface ProtocolErrorOptions extends ErrorOptions {
  /** Before that many milliseconds have passed, the same again is refused as well. */
  readonly retryAfterMs?: number | undefined
}

/** The one error type that crosses a boundary of Essaim: a code for programs, a sentence for people who debug. */
export class ProtocolError extends Error {
  readonly code: ErrorCode
  /** When to come back (ms from now), where the sender knows: to be read through `retryDelayMs`. */
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, { retryAfterMs, ...options }: ProtocolErrorOptions = {}) {
    super(message, options)
    this.name = 'ProtocolError'
    this.code = code
    this.retryAfterMs = retryAfterMs
  }

  /** The HTTP status (RFC 9110) that answers a request with this error. */
  get status(): number {
    return ERRORS[this.code].status
  }

  /** The WebSocket close code, in the range for private use (RFC 6455 §7.4.2): 4000 plus the HTTP status. */
  get closeCode(): number {
    return closeCodeOf(this.code)
  }

  get reaction(): Reaction {
    return ERRORS[this.code].reaction
  }

  toWire(): WireError {
    const { code, message, retryAfterMs } = this
    return { code, message, ...(retryAfterMs !== undefined && { retryAfterMs: Math.ceil(retryAfterMs) }) }
  }

  static fromWire({ code, message, retryAfterMs }: WireError): ProtocolError {
    return new ProtocolError(code, message, { retryAfterMs })
  }

  /** Whatever was thrown, as an error that may cross the wire: unknown causes become a bare `internal`. */
  static from(thrown: unknown): ProtocolError {
    if (thrown instanceof ProtocolError) return thrown
    return new ProtocolError('internal', 'something went wrong on our side', { cause: thrown })
  }
}

/** The WebSocket close code of an error code; several codes may share one. */
export const closeCodeOf = (code: ErrorCode): number => 4000 + ERRORS[code].status

/** The codes that came with that version, and what comes nearest to each in the version before. */
export const codesBefore = (version: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(ERRORS).flatMap(([code, { since, before }]: [string, ErrorRules]) =>
      since === version && before !== undefined ? [[code, before]] : [],
    ),
  )
