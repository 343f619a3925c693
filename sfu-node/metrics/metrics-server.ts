import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { EXPOSITION_TYPE } from '../../protocol/http/exposition.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'
import { log } from '../shared/log.ts'

/** Nobody but this machine: who watches from elsewhere comes through its operator's own proxy. */
const LOOPBACK = '127.0.0.1'
/** How this machine calls itself, in the `Host` of a request (RFC 9110 §7.2). */
const OWN_NAMES: ReadonlySet<string> = new Set([LOOPBACK, 'localhost', '[::1]'])

/**
 * Answers `GET /metrics` at that port of this machine with what `write` writes, until the server is closed. Throws an
 * ExitError with exit code 3 when the port is taken.
 */
export async function serveMetrics(port: number, write: () => Promise<string>): Promise<Server> {
  const server = createServer((request, response) => {
    if (!isForThisMachine(request.headers.host))
      return void answer(response, 421, 'This is for localhost alone, by that name or its address.\n')
    const path = request.url?.split('?')[0]
    if (path !== '/metrics') return void answer(response, 404, 'There is only /metrics here.\n')
    if (request.method !== 'GET') return void answer(response, 405, 'Only GET.\n')
    write().then(
      (text) => answer(response, 200, text),
      (error: unknown) => {
        log.error('metrics-failed', { reason: String(error) })
        answer(response, 500, 'The metrics could not be read; see the log.\n')
      },
    )
  })
  // It is no reason for the process to go on.
  server.unref()
  try {
    await once(server.listen(port, LOOPBACK), 'listening')
  } catch (cause) {
    throw listenError(port, cause)
  }
  return server
}

/**
 * Whether somebody asked this machine by a name of its own. Pages of any site can have a name of theirs lead to 127.0.0.1 (DNS
 * rebinding), and would read the answer as one of their own site.
 */
function isForThisMachine(host: string | undefined): boolean {
  const [, name = ''] = host?.match(/^(.*?)(?::\d+)?$/) ?? []
  return OWN_NAMES.has(name.toLowerCase())
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': status === 200 ? EXPOSITION_TYPE : 'text/plain' })
  response.end(text)
}

function listenError(port: number, cause: unknown): unknown {
  const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
  if (!taken) return cause
  const sentence = `TCP port ${port} is taken: end the program that holds it, or choose another with --metrics-port.`
  return new ExitError(EXIT_CODES.portTaken, sentence, { cause })
}
