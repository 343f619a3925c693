import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { outerHeaders } from './forwarded-headers.ts'

/** Why a request goes no further. */
export interface Refusal {
  readonly status: number
  readonly why: string
  readonly headers?: Readonly<Record<string, string>>
}

export function refuse(response: ServerResponse, { status, why, headers }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
    ...headers,
  })
  response.end(`${why}\n`)
}

/** What is no HTTP is told so in its words, if it still listens. */
export function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

export function passAnswer(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, outerHeaders(answer.rawHeaders))
  answer.once('error', () => response.destroy())
  answer.pipe(response)
}

/** The Worker does not answer, or not to the end. */
export function unanswered(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else refuse(response, { status: 502, why: 'the edge does not answer' })
}

/** A body is passed on as it comes, as long as it is not too long. */
export function passBody(
  request: IncomingMessage,
  response: ServerResponse,
  inner: ClientRequest,
  maxBytes: number,
): void {
  let bytes = 0
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes <= maxBytes) return
    request.unpipe(inner)
    request.pause()
    inner.removeAllListeners('response')
    inner.destroy()
    if (response.headersSent) response.destroy()
    else refuse(response, { status: 413, why: `at most ${maxBytes} bytes` })
  })
  request.pipe(inner)
}

/** The Worker's yes to a WebSocket (RFC 6455 §4.2.2), as it goes out. */
export function switching(answer: IncomingMessage): string {
  const pairs = outerHeaders(answer.rawHeaders)
  const lines = pairs.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${pairs[i + 1] ?? ''}\r\n`] : []))
  return `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${lines.join('')}\r\n`
}
