import { readFile } from 'node:fs/promises'
import type { NodeProcess } from '../../scripts/node-process.ts'
import type { Stage } from '../../scripts/stage.ts'

const NODES = [
  { id: 'local', address: '127.0.0.1' },
  { id: 'second', address: '127.0.0.2' },
  { id: 'third', address: '127.0.0.3' },
] as const
export type SwarmNode = (typeof NODES)[number]['id']

/** Three nodes on one machine, each a process of its own on an address of its own. */
export class Swarm {
  readonly #stage: Stage
  readonly #running = new Map<SwarmNode, NodeProcess>()
  /** The processes of nodes that were frozen: what is stopped does not notice that its parent is gone. */
  readonly #frozen = new Map<SwarmNode, readonly number[]>()
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

  get busy(): SwarmNode {
    return this.#busy
  }

  /** Ends a node: without a chance to say anything (SIGKILL), or after it has let its rooms move (SIGTERM). */
  end(id: SwarmNode, signal: 'SIGKILL' | 'SIGTERM'): void {
    this.#running.get(id)?.kill(signal)
  }

  /** Lets a node fall silent without an end: its sockets stay open, as those of a machine whose network is gone. */
  async freeze(id: SwarmNode): Promise<void> {
    const pid = this.#running.get(id)?.pid
    if (pid === undefined) return
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
    const pids = [...children.trim().split(' ').map(Number), pid]
    for (const each of pids) process.kill(each, 'SIGSTOP')
    this.#frozen.set(id, pids)
  }

  /** Waits until a node that was ended is gone. */
  async bury(id: SwarmNode): Promise<void> {
    for (const pid of this.#frozen.get(id) ?? []) process.kill(pid, 'SIGKILL')
    this.#frozen.delete(id)
    await this.#running.get(id)?.exited
    this.#running.delete(id)
  }
}
