/** How many checks of a stage held, and which did not. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** What failed and why, a text each: said again at the end, where everybody looks. */
  readonly failures: readonly string[]
}

/** Hears what a stage says, for the person who reads along. */
export type Say = (text: string) => void

/** How a run is to be. */
export interface RunOptions {
  /** Whether what only a long run needs is in it: more random sequences, floods, every scene of the gallery. */
  readonly long: boolean
}

/** One part of the verification, with a name that `--only` takes. */
export interface Stage {
  readonly name: string
  /** What it looks at, for the person who reads along. */
  readonly title: string
  run(say: Say, options: RunOptions): Promise<Tally>
}

/** The tally of a check that holds or does not. */
export const single = (held: boolean): Tally =>
  held
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: ['what it says stands above'] }
