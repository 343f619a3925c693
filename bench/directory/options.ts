import { CommandLine } from '../common/command-line.ts'

const DEFAULTS = { nodes: ['10', '100', '1000', '3000'], rates: ['1', '10', '100'], seconds: '10' }

export const USAGE = `Usage: npm run bench:directory -- [--nodes N] [--rate N] [--seconds N]

Connects scripted nodes to an edge on workerd, over real sockets, and measures what their heartbeats, and rooms that open,
cost the edge's processor; and for how long whoever opens a room waits.

  --nodes N     nodes of one swarm; more than once for several (default: ${DEFAULTS.nodes.join(', ')})
  --rate N      rooms that open a second; more than once for several (default: ${DEFAULTS.rates.join(', ')})
  --seconds N   how long each is measured (default: ${DEFAULTS.seconds})
  --help        this text
`

export interface Options {
  readonly swarms: readonly number[]
  readonly rates: readonly number[]
  readonly seconds: number
}

const MOST = { nodes: 10_000, rate: 500, seconds: 600 }

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const { nodes, rate, seconds } = line.parse(args, {
    nodes: { type: 'string', multiple: true, default: DEFAULTS.nodes },
    rate: { type: 'string', multiple: true, default: DEFAULTS.rates },
    seconds: { type: 'string', default: DEFAULTS.seconds },
  })
  return {
    swarms: nodes.map((written) => line.readCount('nodes', written, MOST.nodes)),
    rates: rate.map((written) => line.readCount('rate', written, MOST.rate)),
    seconds: line.readCount('seconds', seconds, MOST.seconds),
  }
}
