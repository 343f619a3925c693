import { closeReason } from '../../protocol/close-reason.ts'
import { ProtocolError } from '../../protocol/errors.ts'

/** Sends, unless the socket is closing: whoever resumes gets from the log what was not sent. */
export function sendIfOpen(socket: WebSocket, text: string): void {
  if (socket.readyState === WebSocket.READY_STATE_OPEN) socket.send(text)
}

/** Closes with an error's close code; the reason is its name, and when to come back, where it says so. */
export function closeWith(socket: WebSocket, error: ProtocolError, reason = closeReason(error)): void {
  socket.close(error.closeCode, reason)
}

/** Closes as a normal end; also finishes the closing handshake that the other side began (RFC 6455 §7.1.1). */
export function closeNormally(socket: WebSocket): void {
  socket.close(1000, 'bye')
}

/** An error frame about something that was no request. */
export const errorFrame = (thrown: unknown): string =>
  JSON.stringify({ error: ProtocolError.from(thrown).toWire() })
