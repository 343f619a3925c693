import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A TCP proxy before the edge whose connections can be cut: what a page notices of a bad network. Media passes beside it. */
export class CuttableProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #passed: Buffer[][] = []
  /** Refuses new connections while true. */
  down = false
  /** Whether it keeps what passes. */
  records = false

  private constructor(target: URL, visitor: string | undefined) {
    this.#server = createServer((inner) => {
      if (this.down) return void inner.destroy()
      const outer = connect(Number(target.port), target.hostname)
      if (visitor === undefined) this.#link(inner, outer)
      else inner.once('data', (head) => this.#tell(inner, outer, head, visitor))
      this.#link(outer, inner)
    })
  }

  /** @param visitor - The address that the edge is told with the first request of each connection, as web servers in front do. */
  static async before(url: string, visitor?: string): Promise<CuttableProxy> {
    const proxy = new CuttableProxy(new URL(url), visitor)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get url(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen')
    return `http://127.0.0.1:${address.port}`
  }

  #tell(inner: Socket, outer: Socket, head: Buffer, visitor: string): void {
    const endOfLine = head.indexOf('\r\n') + 2
    outer.write(head.subarray(0, endOfLine))
    outer.write(`CF-Connecting-IP: ${visitor}\r\n`)
    outer.write(head.subarray(endOfLine))
    this.#link(inner, outer)
  }

  #link(from: Socket, to: Socket): void {
    this.#sockets.add(from)
    from.pipe(to)
    const passed: Buffer[] = []
    this.#passed.push(passed)
    from.on('data', (chunk: Buffer) => {
      if (this.records) passed.push(chunk)
    })
    // A connection that breaks is what this proxy is for: its other half breaks too, and that is all.
    from.on('error', () => to.destroy())
    from.on('close', () => {
      this.#sockets.delete(from)
      to.destroy()
    })
  }

  /** What passed, each connection and each way of it by itself, as text of one byte a character; what pages send by socket is masked. */
  get recorded(): string[] {
    return this.#passed.map((chunks) => Buffer.concat(chunks).toString('latin1'))
  }

  /** Breaks every connection that is open now. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy()
  }

  async close(): Promise<void> {
    this.down = true
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
