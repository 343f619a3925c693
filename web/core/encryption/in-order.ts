/** Works off one thing after the other, in the order in which they were added. */
export class InOrder {
  #last: Promise<unknown> = Promise.resolve()

  /** Resolves, or rejects, as the work does, which begins when all that was added before is done. */
  add<Outcome>(work: () => Outcome | Promise<Outcome>): Promise<Outcome> {
    const done = this.#last.then(work)
    // Whoever added it hears that it failed; what comes next is done none the less.
    this.#last = done.catch(() => {})
    return done
  }
}
