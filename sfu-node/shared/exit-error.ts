/** Why the process ends, as its operator's scripts see it. */
export const EXIT_CODES = {
  /** Something that nobody foresaw. */
  failed: 1,
  /** Options that cannot be right. */
  options: 2,
  /** A media port that another program holds. */
  portTaken: 3,
  /** The edge refuses this node, and will refuse it again. */
  refused: 4,
  /** The folder with the node's key and enrolment is missing, damaged or unsafe. */
  state: 5,
  /** The edge cannot be reached by a node that has still to be enrolled; one that is enrolled dials for ever. */
  unreachable: 6,
} as const

/** Something that the operator can mend: a sentence that says what to do, and the code to exit with. */
export class ExitError extends Error {
  readonly exitCode: number

  constructor(exitCode: number, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'ExitError'
    this.exitCode = exitCode
  }
}
