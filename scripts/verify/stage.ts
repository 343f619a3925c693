/** How many checks of a stage held, and how many did not. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** One part of the verification, with a name that `--only` takes. */
export interface Stage {
  readonly name: string
  /** What it looks at, for the person who reads along. */
  readonly title: string
  run(): Promise<Tally>
}

/** The tally of a check that holds or does not. */
export const single = (held: boolean): Tally => (held ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
