import { type NodeExit, type NodeProcess, type NodeProcessOptions, startNode } from '../node-process.ts'

/** Exit codes by which the node says that starting it again changes nothing (sfu-node/shared/exit-error.ts). */
const HOPELESS = new Set([2, 3, 4, 5])

const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 10_000
/** A node that ran this long was well: the next restart is quick again. */
const WELL_AFTER_MS = 30_000

/** A node that is started again whenever it ends by itself, after a pause that grows with each failure. */
export class SupervisedNode {
  readonly #options: NodeProcessOptions
  #current: NodeProcess
  #delayMs = FIRST_DELAY_MS
  #timer: NodeJS.Timeout | undefined
  #stopping = false
  readonly #hopeless = Promise.withResolvers<NodeExit>()

  constructor(options: NodeProcessOptions) {
    this.#options = options
    this.#current = this.#start()
  }

  /** Fulfils when the node ended in a way that no restart can mend; it has told standard error why. */
  get hopeless(): Promise<NodeExit> {
    return this.#hopeless.promise
  }

  /** Ends the node and does not start it again. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#timer)
    await this.#current.stop()
  }

  #start(): NodeProcess {
    const startedAt = performance.now()
    const node = startNode(this.#options)
    node.exited.then(
      (exit) => this.#handleExit(exit, performance.now() - startedAt),
      (error: unknown) => this.#hopeless.reject(error),
    )
    return node
  }

  #handleExit(exit: NodeExit, ranMs: number): void {
    if (this.#stopping) return
    if (exit.code !== null && HOPELESS.has(exit.code)) {
      this.#hopeless.resolve(exit)
      return
    }
    if (ranMs > WELL_AFTER_MS) this.#delayMs = FIRST_DELAY_MS
    console.error(
      `essaim: the media node ended (${exit.signal ?? `code ${exit.code}`}); starting it again in ${this.#delayMs} ms.`,
    )
    this.#timer = setTimeout(() => {
      this.#current = this.#start()
    }, this.#delayMs)
    this.#delayMs = Math.min(this.#delayMs * 2, LONGEST_DELAY_MS)
  }
}
