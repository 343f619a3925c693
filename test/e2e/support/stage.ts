import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { type Edge, type EdgeOptions, startEdge } from '../../../scripts/edge.ts'
import { type NodeLogLine, type NodeProcess, startNode } from '../../../scripts/node-process.ts'

/** A free port, for UDP and TCP alike: asked of the system. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** One edge on workerd, and the nodes that dial it. */
export class Stage {
  readonly #token = randomBytes(24).toString('base64url')
  readonly #nodes = new Set<NodeProcess>()
  #edge: Edge | null = null
  readonly mediaPort: number

  private constructor(mediaPort: number) {
    this.mediaPort = mediaPort
  }

  static async open(options: EdgeOptions = {}): Promise<Stage> {
    const stage = new Stage(await freePort())
    await stage.startEdge(options)
    return stage
  }

  get url(): string {
    if (!this.#edge) throw new Error('the edge is down')
    return this.#edge.url
  }

  async startEdge(options: EdgeOptions = {}): Promise<void> {
    const hash = createHash('sha256').update(this.#token).digest('hex')
    this.#edge = await startEdge({ ...options, bindings: { NODE_TOKEN_HASHES: hash } })
  }

  async stopEdge(): Promise<void> {
    await this.#edge?.stop()
    this.#edge = null
  }

  /** Starts a node, and waits until the edge has it. */
  async startNode(): Promise<NodeProcess> {
    const { promise: registered, resolve } = Promise.withResolvers<void>()
    const onLog = ({ event }: NodeLogLine): void => {
      if (event === 'node-registered') resolve()
    }
    const node = startNode({
      edge: this.url,
      token: this.#token,
      id: 'local',
      region: 'local',
      listen: '127.0.0.1',
      announce: '127.0.0.1',
      mediaPort: this.mediaPort,
      workers: 1,
      onLog,
    })
    this.#nodes.add(node)
    await Promise.race([
      registered,
      node.exited.then(({ code }) => Promise.reject(new Error(`the node ended with ${code}`))),
    ])
    return node
  }

  async close(): Promise<void> {
    for (const node of this.#nodes) await node.stop()
    await this.stopEdge()
  }
}
