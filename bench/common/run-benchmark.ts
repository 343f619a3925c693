import { explainAndExit } from '../../scripts/setup/problem.mjs'

/**
 * Runs a benchmark as its command line asks, or says how it is called; then this process ends, whatever is left open.
 *
 * @param usage - What `--help` says.
 * @param readOptions - Makes of the command line what `measure` is called with. Throws a Problem.
 */
export function runBenchmark<Options>(
  usage: string,
  readOptions: (args: readonly string[]) => Options,
  measure: (options: Options) => Promise<void>,
): void {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(usage)
    return
  }
  const run = async (): Promise<void> => measure(readOptions(args))
  run().then(() => process.exit(), explainAndExit)
}
