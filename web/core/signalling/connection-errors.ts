import {
  closeCodeOf,
  ERROR_CODES,
  type ErrorCode,
  ProtocolError,
  type WireError,
} from '../../../protocol/errors.ts'

const reactionTo = (code: ErrorCode) => new ProtocolError(code, '').reaction

/** Whether this error ends a connection for good, rather than until the next attempt. */
export const isFinal = (error: ProtocolError): boolean => error.reaction !== 'retry'

/**
 * Why the edge closed a socket, if it said so in a way of ours: the last error it sent, or the code in the reason, where
 * that fits the close code. Several errors share a close code; without either the gravest is assumed, because returning
 * to a room that another tab took over would have the two tabs fight for it.
 */
export function errorOfClose(
  closeCode: number,
  reason: string,
  lastError: WireError | null,
): ProtocolError | null {
  if (lastError && closeCodeOf(lastError.code) === closeCode) return ProtocolError.fromWire(lastError)
  const candidates = ERROR_CODES.filter((code) => closeCodeOf(code) === closeCode)
  const code =
    candidates.find((each) => each === reason) ??
    candidates.find((each) => each === 'replaced') ??
    candidates.find((each) => reactionTo(each) !== 'retry') ??
    candidates[0]
  return code ? new ProtocolError(code, reason || 'the edge closed the socket') : null
}
