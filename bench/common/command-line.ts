import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Problem } from '../../scripts/setup/problem.mjs'

/** Reads what a benchmark was called with; whatever cannot be is a Problem that tells its usage. */
export class CommandLine {
  readonly #usage: string

  constructor(usage: string) {
    this.#usage = usage
  }

  /** The options as they were written. Throws a Problem where there are others. */
  parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
    args: readonly string[],
    options: Options,
  ) {
    try {
      return parseArgs({ args: [...args], options }).values
    } catch (cause) {
      throw this.wrong(cause instanceof Error ? cause.message : String(cause), cause)
    }
  }

  /** A whole number from 1 to `most`. Throws a Problem where it is none. */
  readCount(name: string, written: string, most: number): number {
    const count = /^[1-9]\d*$/.test(written) ? Number(written) : 0
    if (count < 1 || count > most) throw this.wrong(`--${name} ${written} is no number from 1 to ${most}`)
    return count
  }

  wrong(sentence: string, cause?: unknown): Problem {
    return new Problem(`${sentence}.\n${this.#usage}`, { exitCode: 2, cause })
  }
}
