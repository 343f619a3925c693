import { once } from 'node:events'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { DelayLine } from './delay-line.ts'

/**
 * A longer way to a TCP port of this machine. Every byte takes `delayMs` more in each direction, and the first bytes
 * of a connection one round trip more, for they would have had to wait for the handshake (RFC 9293 §3.5).
 */
export class DelayingProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(targetPort: number, delayMs: number): Promise<DelayingProxy> {
    const server = createServer({ noDelay: true })
    const proxy = new DelayingProxy(server)
    server.on('connection', (client) => proxy.#relay(client, targetPort, delayMs))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return proxy
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen')
    return address.port
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #relay(client: Socket, targetPort: number, delayMs: number): void {
    const target = createConnection({
      host: '127.0.0.1',
      port: targetPort,
      noDelay: true,
      allowHalfOpen: true,
    })
    const handshakeOver = performance.now() + 2 * delayMs
    this.#forward(client, target, new DelayLine(delayMs, handshakeOver))
    this.#forward(target, client, new DelayLine(delayMs, 0))
  }

  #forward(from: Socket, to: Socket, line: DelayLine): void {
    this.#sockets.add(from)
    from.on('data', (chunk) => line.add(() => to.writable && to.write(chunk)))
    from.on('end', () => line.add(() => to.end()))
    // A browser that is closed resets its connections; the other end is told the same way.
    from.on('error', () => to.destroy())
    from.on('close', () => {
      this.#sockets.delete(from)
      line.add(() => to.destroy())
    })
  }
}
