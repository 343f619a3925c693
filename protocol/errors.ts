import * as v from 'valibot'

/**
 * What the receiver of an error does about it: `retry` the same thing later by itself, `ask` the person for
 * something else, or `give-up` and say so.
 */
export type Reaction = 'retry' | 'ask' | 'give-up'

/** The closed list of error codes: the HTTP status each one maps to, and what its receiver does. */
const ERRORS = {
  'bad-message': { status: 400, reaction: 'give-up' },
  'bad-room-name': { status: 400, reaction: 'ask' },
  unauthorised: { status: 401, reaction: 'give-up' },
  /** The room has a password, and none was brought. */
  'password-required': { status: 401, reaction: 'ask' },
  'not-allowed': { status: 403, reaction: 'ask' },
  /** Put out of the room, for as long as it lives. */
  removed: { status: 403, reaction: 'give-up' },
  'wrong-password': { status: 403, reaction: 'ask' },
  /** This node is no longer one of the edge's. */
  revoked: { status: 403, reaction: 'give-up' },
  /** This node has said too much that cannot be true, and is paused. */
  misbehaved: { status: 403, reaction: 'give-up' },
  /** A moderator did not let one in from the lobby. */
  'turned-away': { status: 403, reaction: 'ask' },
  'not-found': { status: 404, reaction: 'give-up' },
  'invitation-unknown': { status: 404, reaction: 'ask' },
  'join-timeout': { status: 408, reaction: 'retry' },
  'already-joined': { status: 409, reaction: 'give-up' },
  'not-joined': { status: 409, reaction: 'retry' },
  replaced: { status: 409, reaction: 'give-up' },
  'invitation-used': { status: 409, reaction: 'ask' },
  'node-id-taken': { status: 409, reaction: 'retry' },
  'invitation-expired': { status: 410, reaction: 'ask' },
  'stale-media': { status: 410, reaction: 'retry' },
  'message-too-large': { status: 413, reaction: 'give-up' },
  'room-locked': { status: 423, reaction: 'ask' },
  'upgrade-required': { status: 426, reaction: 'give-up' },
  'unsupported-protocol': { status: 426, reaction: 'give-up' },
  'rate-limited': { status: 429, reaction: 'retry' },
  /** Too many wrong passwords, or too many knocks in vain, from one place. */
  'too-many-tries': { status: 429, reaction: 'ask' },
  internal: { status: 500, reaction: 'retry' },
  'media-failed': { status: 502, reaction: 'retry' },
  'room-full': { status: 503, reaction: 'ask' },
  'no-media': { status: 503, reaction: 'retry' },
  'node-timeout': { status: 504, reaction: 'retry' },
} as const satisfies Record<string, { status: number; reaction: Reaction }>

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[]

export const ErrorCodeSchema = v.picklist(ERROR_CODES)

/** An error as it crosses the wire. */
export const WireError = v.object({ code: ErrorCodeSchema, message: v.pipe(v.string(), v.maxLength(500)) })
export type WireError = v.InferOutput<typeof WireError>

/** The one error type that crosses a boundary of Essaim: a code for programs, a sentence for people who debug. */
export class ProtocolError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ProtocolError'
    this.code = code
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
    return { code: this.code, message: this.message }
  }

  static fromWire(error: WireError): ProtocolError {
    return new ProtocolError(error.code, error.message)
  }

  /** Whatever was thrown, as an error that may cross the wire: unknown causes become a bare `internal`. */
  static from(thrown: unknown): ProtocolError {
    if (thrown instanceof ProtocolError) return thrown
    return new ProtocolError('internal', 'something went wrong on our side', { cause: thrown })
  }
}

/** The WebSocket close code of an error code; several codes may share one. */
export const closeCodeOf = (code: ErrorCode): number => 4000 + ERRORS[code].status
