/**
 * A trouble that was foreseen: its message is one sentence for the person at the terminal, saying what to do.
 * Anything else that is thrown is a defect, and is shown with its stack.
 */
export class Problem extends Error {
  /**
   * @param {string} sentence what went wrong and what to do about it
   * @param {{ exitCode?: number, cause?: unknown }} [options] `exitCode` 2 is for wrong options, as shells have it
   */
  constructor(sentence, { exitCode = 1, cause } = {}) {
    super(sentence, { cause })
    this.name = 'Problem'
    this.exitCode = exitCode
  }
}

/** The person (or the system) asked for the end while a step was running: nothing to explain. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Interrupted by ${signal}`)
    this.name = 'Interrupted'
    // What a shell reports for a program that a signal ended.
    this.exitCode = signal === 'SIGINT' ? 130 : 143
  }
}

/**
 * Ends the program as the error deserves: a sentence for a foreseen problem, a stack for a defect.
 * @param {unknown} error
 * @returns {never}
 */
export function explainAndExit(error) {
  if (error instanceof Interrupted) process.exit(error.exitCode)
  if (error instanceof Problem) {
    console.error(`essaim: ${error.message}`)
    process.exit(error.exitCode)
  }
  console.error(error)
  process.exit(70)
}
