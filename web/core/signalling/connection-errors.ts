import { readCloseReason } from '../../../protocol/close-reason.ts'
import {
  closeCodeOf,
  ERROR_CODES,
  ProtocolError,
  type Reaction,
  type WireError,
} from '../../../protocol/errors.ts'

/** Reactions after which there is another attempt. */
const GOES_ON: readonly Reaction[] = ['wait', 'reconnect', 'await-media', 'renew-media']

/** Whether this error ends a connection for good, rather than until the next attempt. */
export const isFinal = (error: ProtocolError): boolean => !GOES_ON.includes(error.reaction)

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
  const said = readCloseReason(reason)
  const candidates = ERROR_CODES.filter((code) => closeCodeOf(code) === closeCode)
  const code =
    candidates.find((each) => each === said.code) ??
    candidates.find((each) => each === 'replaced') ??
    candidates.find((each) => isFinal(new ProtocolError(each, ''))) ??
    candidates[0]
  if (!code) return null
  const { retryAfterMs } = said
  return new ProtocolError(code, reason || 'the edge closed the socket', { retryAfterMs })
}
