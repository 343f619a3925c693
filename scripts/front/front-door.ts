import { once } from 'node:events'
import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request as requestOf,
  type Server,
  ServerResponse,
} from 'node:http'
import { isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { unmapped } from '../../protocol/addresses/ip-address.ts'
import {
  passAnswer,
  passBody,
  type Refusal,
  refuse,
  refuseGarbage,
  switching,
  unanswered,
} from './answers.ts'
import { ConnectionCount } from './connection-count.ts'
import { innerHeaders } from './forwarded-headers.ts'
import type { FrontLimits } from './limits.ts'
import { isOwnHostname, targetOf } from './request-target.ts'
import { SocketPair } from './socket-pair.ts'

export interface FrontDoorOptions {
  /** Where it listens; port 0 takes any that is free. */
  readonly host: string
  readonly port: number
  /** Where workerd listens on this machine, and what the Worker knows the door by. */
  readonly inner: { readonly port: number; readonly key: string }
  /** Whether every request comes through a web server, which says whose it is in `CF-Connecting-IP`. */
  readonly behindProxy: boolean
  /** Host names under which the edge is reached besides those that only it can have. */
  readonly hostnames: ReadonlySet<string>
  readonly limits: FrontLimits
}

const LOOPBACK = '127.0.0.1'
/** Of this connection, and so not among the headers that are passed on. */
const UPGRADE = ['connection', 'Upgrade', 'upgrade', 'websocket']
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
const NODE_SOCKET = /^\/api\/node\//
/** What Miniflare answers itself: tools for developers. */
const MINIFLARE = /^\/cdn-cgi(?:\/|$)/
/** workerd closes a connection that waits for 5 s. */
const INNER_IDLE_MS = 4_000

/**
 * What the Internet, or a web server in front, sees of an edge on one's own machine: it stands where Cloudflare stands
 * before a Worker, and passes on to workerd what is a request, of whom, and no more than it may be.
 */
export class FrontDoor {
  readonly #options: FrontDoorOptions
  readonly #server: Server
  readonly #count: ConnectionCount
  readonly #agent = new Agent({ keepAlive: true, timeout: INNER_IDLE_MS })
  readonly #pairs = new Set<SocketPair>()
  readonly #checking: NodeJS.Timeout
  readonly #upgrading = new Set<Duplex>()

  private constructor(options: FrontDoorOptions) {
    const { limits } = options
    this.#options = options
    this.#count = new ConnectionCount(limits)
    this.#server = createServer(
      {
        maxHeaderSize: limits.headerBytes,
        headersTimeout: limits.headersMs,
        requestTimeout: limits.requestMs,
        keepAliveTimeout: limits.idleMs,
        connectionsCheckingInterval: limits.checkMs,
        shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
      },
      (request, response) => this.#serve(request, response),
    )
    this.#server.timeout = limits.idleMs
    this.#server.on('connection', (socket) => this.#takeConnection(socket))
    this.#server.on('upgrade', (request, _socket, head) => this.#upgrade(request, head))
    this.#server.on('clientError', refuseGarbage)
    this.#checking = setInterval(() => this.#check(), limits.checkMs)
  }

  /** Listens. Rejects with the system's error where it cannot. */
  static async open(options: FrontDoorOptions): Promise<FrontDoor> {
    const door = new FrontDoor(options)
    door.#server.listen(options.port, options.host)
    await once(door.#server, 'listening')
    return door
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the door is closed')
    return address.port
  }

  /** Ends every connection. Idempotent. */
  async close(): Promise<void> {
    clearInterval(this.#checking)
    const closed = this.#server.listening ? once(this.#server, 'close') : undefined
    this.#server.close()
    this.#server.closeAllConnections()
    for (const socket of this.#upgrading) socket.destroy()
    for (const pair of this.#pairs) pair.destroy()
    this.#agent.destroy()
    await closed
  }

  #check(): void {
    const now = performance.now()
    for (const pair of this.#pairs) pair.check(now)
  }

  /** Behind a web server all connections are its own: there, sockets count by the visitor's address (`#upgrade`). */
  #takeConnection(socket: Socket): void {
    if (this.#options.behindProxy) return
    const release = this.#count.admit(socket.remoteAddress ?? '')
    if (!release) return void socket.destroy()
    socket.once('close', release)
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const target = this.#admit(request)
    if ('why' in target) return refuse(response, target)
    const hasBody = request.method === 'POST'
    const ask = (agent: Agent | false): void => {
      const inner = this.#ask(request, target, agent)
      inner.once('response', (answer) => passAnswer(answer, response))
      inner.once('error', () => {
        // A connection that workerd closed while it waited for another request: that one was not heard.
        if (inner.reusedSocket && !hasBody && !response.headersSent && !response.destroyed) return ask(false)
        unanswered(response)
      })
      response.once('close', () => inner.destroy())
      if (hasBody) passBody(request, response, inner, this.#options.limits.bodyBytes)
      else inner.end()
    }
    ask(this.#agent)
  }

  /** Asks the Worker the same, as it may see it. */
  #ask(request: IncomingMessage, target: URL, agent: Agent | false, further: string[] = []): ClientRequest {
    const { port, key } = this.#options.inner
    const own = { host: target.host, address: this.#addressOf(request), key }
    return requestOf({
      host: LOOPBACK,
      port,
      agent,
      method: request.method,
      path: target.pathname + target.search,
      headers: [...innerHeaders(request.rawHeaders, own), ...further],
    })
  }

  /** Whose request it is; null where the web server in front does not say. */
  #addressOf(request: IncomingMessage): string | null {
    if (!this.#options.behindProxy) return unmapped(request.socket.remoteAddress ?? '')
    const said = request.headers['cf-connecting-ip']
    return typeof said === 'string' && isIP(said) !== 0 ? said : null
  }

  /** Where a request goes, or why it goes no further. */
  #admit(request: IncomingMessage): URL | Refusal {
    const target = targetOf(request.headers.host, request.url)
    if (!target) return { status: 400, why: 'no such address can be' }
    if (!METHODS.includes(request.method ?? ''))
      return { status: 405, why: 'no such method', headers: { allow: METHODS.join(', ') } }
    if (MINIFLARE.test(target.pathname)) return { status: 404, why: 'no such address' }
    const { behindProxy, hostnames } = this.#options
    if (behindProxy || isOwnHostname(target.hostname) || hostnames.has(target.hostname)) return target
    const why = `This edge is not known as ${target.hostname}. Behind a web server, start it with --behind-proxy; else name http://${target.host} in ALLOWED_ORIGINS.`
    return { status: 421, why }
  }

  #upgrade(request: IncomingMessage, head: Uint8Array): void {
    const { socket } = request
    socket.on('error', () => socket.destroy())
    socket.setTimeout(0)
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    // The server has let go of the connection: a refusal is written on it as any other answer.
    response.assignSocket(socket)
    response.once('finish', () => socket.end())
    const target = this.#admit(request)
    if ('why' in target) return refuse(response, target)
    const release = this.#admitVisitor(request)
    if (!release) return refuse(response, { status: 429, why: 'too many connections from there' })
    socket.once('close', release)
    this.#connect(request, target, response, head)
  }

  /** Without a web server in front, it was counted when it connected. */
  #admitVisitor(request: IncomingMessage): (() => void) | null {
    return this.#options.behindProxy ? this.#count.admit(this.#addressOf(request) ?? '') : () => {}
  }

  #connect(request: IncomingMessage, target: URL, response: ServerResponse, head: Uint8Array): void {
    const { socket } = request
    const inner = this.#ask(request, target, false, UPGRADE)
    const gaveUp = (): void => void inner.destroy()
    this.#upgrading.add(socket)
    socket.once('close', gaveUp)
    inner.setTimeout(this.#options.limits.requestMs, gaveUp)
    inner.once('close', () => this.#upgrading.delete(socket))
    inner.once('error', () => unanswered(response))
    inner.once('response', (answer) => passAnswer(answer, response))
    inner.once('upgrade', (answer, innerSocket, innerHead) => {
      socket.off('close', gaveUp)
      innerSocket.setTimeout(0)
      response.detachSocket(socket)
      socket.write(switching(answer))
      this.#join(request, socket, innerSocket).begin(head, innerHead)
    })
    inner.end()
  }

  #join(request: IncomingMessage, socket: Duplex, inner: Duplex): SocketPair {
    const { limits } = this.#options
    const isNode = NODE_SOCKET.test(request.url ?? '')
    const messageBytes = isNode ? limits.nodeMessageBytes : limits.pageMessageBytes
    const pair = new SocketPair(socket, inner, { ...limits, messageBytes }, () => this.#pairs.delete(pair))
    this.#pairs.add(pair)
    return pair
  }
}
