import { ProtocolError } from '../../protocol/errors.ts'

const encoder = new TextEncoder()

/** A socket's message as text of at most `maxBytes` in UTF-8. Throws `bad-message` or `message-too-large`. */
export function textMessage(message: string | ArrayBuffer, maxBytes: number): string {
  if (typeof message !== 'string') throw new ProtocolError('bad-message', 'expected text, not binary data')
  // A character takes one to three bytes: most messages need not be encoded to be measured.
  const fits = message.length * 3 <= maxBytes || encoder.encode(message).length <= maxBytes
  if (!fits) throw new ProtocolError('message-too-large', `at most ${maxBytes} bytes`)
  return message
}
