import type { ProtocolError } from './errors.ts'

/** RFC 6455 §5.5: a control frame has 125 bytes, of which two are the code. */
const REASON_MAX_BYTES = 123

/** What a socket is closed with besides the close code: the error's code, and when to come back, where that is known and fits. */
export function closeReason({ code, retryAfterMs }: ProtocolError): string {
  if (retryAfterMs === undefined) return code
  const reason = `${code} retry-after=${Math.ceil(retryAfterMs)}`
  return reason.length <= REASON_MAX_BYTES ? reason : code
}

/** The same, read; anybody may have written it. `retryAfterMs` is undefined where it says nothing of that, or no sense. */
export function readCloseReason(reason: string): {
  readonly code: string
  readonly retryAfterMs: number | undefined
} {
  const [code = '', ...rest] = reason.split(' ')
  const [, ms] = /^retry-after=(\d{1,15})$/.exec(rest.join(' ')) ?? []
  return { code, retryAfterMs: ms === undefined ? undefined : Number(ms) }
}
