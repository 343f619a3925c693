import { NodeId } from '../../protocol/ids.ts'
import { type NodeKeyPair, type NodePrivateKey, newNodeKeyPair } from '../../protocol/node-edge/keys.ts'
import { readWith } from '../../protocol/reading.ts'
import { type Edge, type EdgeOptions, startEdge } from '../edge/edge.ts'
import { freePorts } from '../network/held-ports.ts'
import type { NetworkNamespace } from '../network/network-namespace.ts'
import { type NodeLogLine, type NodeProcess, type NodeProcessOptions, startNode } from '../node-process.ts'

/** What the nodes of a stage may be called. */
const NODE_IDS = ['local', 'second', 'third', 'fourth'] as const
type StageNodeId = (typeof NODE_IDS)[number]

/** How a node is to be, where it is not to be as usual. */
interface StageNodeOptions
  extends Pick<
    NodeProcessOptions,
    'region' | 'mediaPort' | 'workers' | 'onLog' | 'further' | 'shorterWaits'
  > {
  /** `local` when not given. */
  readonly id?: StageNodeId
  /** Where it listens, and what it announces: 127.0.0.1 when not given. */
  readonly address?: string
  /** Where it runs, and so has its address; the edge has to listen at this machine's end of it. */
  readonly namespace?: NetworkNamespace
}

/** One edge on workerd, and the nodes that dial it: what tests and benchmarks play on. */
export class Stage {
  readonly #keys: ReadonlyMap<StageNodeId, NodeKeyPair>
  readonly #nodes = new Set<NodeProcess>()
  #edge: Edge | null = null
  /** The media port of the node that is called `local`. */
  readonly mediaPort: number

  private constructor(mediaPort: number, keys: ReadonlyMap<StageNodeId, NodeKeyPair>) {
    this.mediaPort = mediaPort
    this.#keys = keys
  }

  static async open(options: EdgeOptions = {}): Promise<Stage> {
    const keys = await Promise.all(NODE_IDS.map(async (id) => [id, await newNodeKeyPair()] as const))
    const stage = new Stage(await freePorts(1), new Map(keys))
    await stage.startEdge(options)
    return stage
  }

  get url(): string {
    if (!this.#edge) throw new Error('the edge is down')
    return this.#edge.url
  }

  /** As whom a node of this stage dials, where it is none of its own processes. */
  identityOf(id: StageNodeId): { readonly edge: URL; readonly id: NodeId; readonly key: NodePrivateKey } {
    return { edge: new URL(this.url), id: readWith(NodeId, id), key: this.#keyOf(id) }
  }

  #keyOf(id: StageNodeId): NodePrivateKey {
    const key = this.#keys.get(id)?.privateKey
    if (!key) throw new Error(`no node of this stage is called ${id}`)
    return key
  }

  /** The same at another address of this machine. */
  #urlAt(host: string): string {
    const url = new URL(this.url)
    url.hostname = host
    return url.origin
  }

  async startEdge(options: EdgeOptions = {}): Promise<void> {
    const trusted = [...this.#keys].map(([id, { publicKey }]) => `${id}:${publicKey}`)
    this.#edge = await startEdge({ ...options, bindings: { ...options.bindings, NODE_KEYS: trusted.join() } })
  }

  async stopEdge(): Promise<void> {
    await this.#edge?.stop()
    this.#edge = null
  }

  /** Starts a node, and waits until the edge has it. */
  async startNode(options: StageNodeOptions = {}): Promise<NodeProcess> {
    const { id = 'local', workers = 1, region = 'local', namespace } = options
    const address = namespace?.address ?? options.address ?? '127.0.0.1'
    const key = this.#keyOf(id)
    const mediaPort = options.mediaPort ?? (id === 'local' ? this.mediaPort : await freePorts(workers))
    const { promise: registered, resolve } = Promise.withResolvers<void>()
    let isRegistered = false
    const onLog = (line: NodeLogLine): void => {
      options.onLog?.(line)
      if (line.event !== 'node-registered') return
      isRegistered = true
      resolve()
    }
    const where = { listen: address, announce: address, mediaPort, workers, region }
    const from = namespace && { edge: this.#urlAt(namespace.host), within: namespace.within }
    const node = startNode({ ...options, edge: this.url, ...from, key, id, ...where, onLog })
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
