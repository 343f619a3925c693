import fc from 'fast-check'
import { inLongRun } from './long-run.ts'

/**
 * Properties: what holds whatever is drawn. fast-check makes what fails smaller, and says the seed and the path of it:
 * `ESSAIM_SEED=7 ESSAIM_PATH=3:0 npx vitest run …` plays that again, `ESSAIM_SEEDS=50000` tries as many (CONTRIBUTING.md).
 */

const { ESSAIM_SEED: seed, ESSAIM_PATH: path, ESSAIM_SEEDS: count } = process.env
/** The same every time, so that a change alone makes a test fail; a long run goes on from there. */
const USUAL_SEED = 1

/** How often a property is tried. */
export interface Runs {
  readonly usually: number
  readonly inLongRun: number
}

const parametersOf = (runs: Runs) => ({
  seed: Number(seed ?? USUAL_SEED),
  ...(path !== undefined && { path }),
  numRuns: Number(count ?? inLongRun(runs.inLongRun, runs.usually)),
})

/** Tries whether `check`, which throws where not, holds for what is drawn. */
export function holds<Drawn>(drawn: fc.Arbitrary<Drawn>, check: (value: Drawn) => void, runs: Runs): void {
  fc.assert(
    fc.property(drawn, (value) => void check(value)),
    parametersOf(runs),
  )
}

/** The same of what takes its time: `check` rejects where it does not hold. */
export const holdsInTime = <Drawn>(
  drawn: fc.Arbitrary<Drawn>,
  check: (value: Drawn) => Promise<void>,
  runs: Runs,
): Promise<void> => fc.assert(fc.asyncProperty(drawn, check), parametersOf(runs))
