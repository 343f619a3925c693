import { readFile } from 'node:fs/promises'
import { NetworkNamespace } from '../../scripts/network/network-namespace.ts'
import type { NodeProcess } from '../../scripts/node-process.ts'
import type { Stage } from '../../scripts/stage/stage.ts'

const NODES = [
  { id: 'local', address: '127.0.0.1' },
  { id: 'second', address: '127.0.0.2' },
  { id: 'third', address: '127.0.0.3' },
] as const
/** Is there only while its network is to be cut, and has one of its own. */
const CUT_OFF = 'fourth'
export type SwarmNode = (typeof NODES)[number]['id'] | typeof CUT_OFF

/** Three nodes on one machine, each a process of its own on an address of its own; and for a while a fourth. */
export class Swarm {
  readonly #stage: Stage
  readonly #running = new Map<SwarmNode, NodeProcess>()
  /** The processes of nodes that were frozen: what is stopped does not notice that its parent is gone. */
  readonly #frozen = new Map<SwarmNode, readonly number[]>()
  /** That of the fourth node. */
  #network: NetworkNamespace | null = null
  /** The node that opened a router last: it carries the room that was opened last. */
  #busy: SwarmNode = 'local'

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /** Starts those that do not run, and waits until the edge has them. */
  async complete(): Promise<void> {
    for (const { id, address } of NODES) {
      if (this.#running.has(id)) continue
      const node = await this.#stage.startNode({
        id,
        address,
        onLog: ({ event }) => {
          if (event === 'router-opened') this.#busy = id
        },
      })
      this.#running.set(id, node)
    }
  }

  /** Starts the fourth node too. Throws a Problem where this machine makes no network namespaces. */
  async addCutOff(): Promise<void> {
    this.#network = await NetworkNamespace.open()
    this.#running.set(CUT_OFF, await this.#stage.startNode({ id: CUT_OFF, namespace: this.#network }))
  }

  get busy(): SwarmNode {
    return this.#busy
  }

  /** Ends a node: without a chance to say anything (SIGKILL), or after it has let its rooms move (SIGTERM). */
  end(id: SwarmNode, signal: 'SIGKILL' | 'SIGTERM'): void {
    this.#running.get(id)?.kill(signal)
  }

  /** Kills a node's mediasoup worker; the node starts another. */
  async killWorker(id: SwarmNode): Promise<void> {
    for (const worker of await this.#workersOf(id)) process.kill(worker, 'SIGKILL')
  }

  /** From now on nothing reaches the fourth node, and nothing comes of it. */
  async cut(): Promise<void> {
    await this.#network?.cut()
  }

  /** Stops a node and its workers: all that it has stays open. */
  async freeze(id: SwarmNode): Promise<void> {
    const pids = [...(await this.#workersOf(id)), this.#pidOf(id)]
    for (const each of pids) process.kill(each, 'SIGSTOP')
    this.#frozen.set(id, pids)
  }

  async #workersOf(id: SwarmNode): Promise<number[]> {
    const pid = this.#pidOf(id)
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return children.trim().split(' ').map(Number)
  }

  #pidOf(id: SwarmNode): number {
    const pid = this.#running.get(id)?.pid
    if (pid === undefined) throw new Error(`${id} does not run`)
    return pid
  }

  /** Waits until a node that was ended is gone. */
  async bury(id: SwarmNode): Promise<void> {
    for (const pid of this.#frozen.get(id) ?? []) process.kill(pid, 'SIGKILL')
    this.#frozen.delete(id)
    await this.#running.get(id)?.exited
    this.#running.delete(id)
  }

  /** Ends the fourth node, and its network. */
  async buryCutOff(): Promise<void> {
    if (!this.#network) return
    this.end(CUT_OFF, 'SIGKILL')
    await this.bury(CUT_OFF)
    await this.#network.close()
    this.#network = null
  }
}
