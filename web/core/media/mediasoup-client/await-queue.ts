interface Pending {
  readonly task: () => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (cause: unknown) => void
  runs: boolean
}

/**
 * Stands in for the package `awaitqueue`, by which mediasoup-client does one thing after the other: a third of its script is this
 * much, the rest are ways to look into it and to take things out of it.
 */
export class AwaitQueue {
  readonly #pending = new Set<Pending>()

  /**
   * Runs the task when all that were pushed before it have ended, and gives what it gives.
   *
   * @throws Error if the queue is stopped before the task has ended.
   */
  push(task: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { task, resolve, reject, runs: false }
      this.#pending.add(pending)
      if (this.#pending.size === 1) void this.#run(pending)
    })
  }

  /** Nothing that is pending is run any more, and nobody waits for what runs. */
  stop(): void {
    for (const { reject } of this.#pending) reject(new Error('queue stopped'))
    this.#pending.clear()
  }

  async #run(pending: Pending): Promise<void> {
    pending.runs = true
    try {
      pending.resolve(await pending.task())
    } catch (cause) {
      pending.reject(cause)
    }
    // Where the queue was stopped meanwhile, what came after that runs already.
    if (!this.#pending.delete(pending)) return
    const [next] = this.#pending
    if (next && !next.runs) void this.#run(next)
  }
}
