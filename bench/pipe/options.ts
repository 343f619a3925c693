import { CommandLine } from '../common/command-line.ts'

const DEFAULT_RUNS = '2'
const MOST_RUNS = 999

export const USAGE = `Usage: npm run bench:pipe -- [--runs N]

Measures the processor time of mediasoup's workers where those who receive are on the worker of those who send, on
another one, and on another node.

  --runs N     measurements of each kind (default: ${DEFAULT_RUNS})
  --help       this text
`

/** How many measurements of each kind the command line asks for. Throws a Problem when it says what cannot be. */
export function readRuns(args: readonly string[]): number {
  const line = new CommandLine(USAGE)
  return line.readCount(
    'runs',
    line.parse(args, { runs: { type: 'string', default: DEFAULT_RUNS } }).runs,
    MOST_RUNS,
  )
}
