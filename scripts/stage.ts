import { createHash, randomBytes } from 'node:crypto'
import { type Edge, type EdgeOptions, startEdge } from './edge.ts'
import { freePorts } from './held-ports.ts'
import { type NodeLogLine, type NodeProcess, startNode } from './node-process.ts'

/** One edge on workerd, and the nodes that dial it: what tests and benchmarks play on. */
export class Stage {
  readonly #token = randomBytes(24).toString('base64url')
  readonly #nodes = new Set<NodeProcess>()
  #edge: Edge | null = null
  readonly mediaPort: number

  private constructor(mediaPort: number) {
    this.mediaPort = mediaPort
  }

  static async open(options: EdgeOptions = {}): Promise<Stage> {
    const stage = new Stage(await freePorts(1))
    await stage.startEdge(options)
    return stage
  }

  get url(): string {
    if (!this.#edge) throw new Error('the edge is down')
    return this.#edge.url
  }

  async startEdge(options: EdgeOptions = {}): Promise<void> {
    const hash = createHash('sha256').update(this.#token).digest('hex')
    this.#edge = await startEdge({ ...options, bindings: { ...options.bindings, NODE_TOKEN_HASHES: hash } })
  }

  async stopEdge(): Promise<void> {
    await this.#edge?.stop()
    this.#edge = null
  }

  /** Starts a node, and waits until the edge has it. */
  async startNode(): Promise<NodeProcess> {
    const { promise: registered, resolve } = Promise.withResolvers<void>()
    let isRegistered = false
    const onLog = ({ event }: NodeLogLine): void => {
      if (event !== 'node-registered') return
      isRegistered = true
      resolve()
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
    const ended = node.exited.then(({ code }) => {
      if (!isRegistered) throw new Error(`the node ended with ${code}`)
    })
    await Promise.race([registered, ended])
    return node
  }

  async close(): Promise<void> {
    for (const node of this.#nodes) await node.stop()
    await this.stopEdge()
  }
}
