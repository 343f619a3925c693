import { CommandLine } from '../common/command-line.ts'

const DEFAULTS = { nodes: '1000', rooms: '100000', seed: '1', capacity: '100' }

export const USAGE = `Usage: npm run bench:placement -- [--nodes N] [--rooms N] [--seed N] [--capacity N] [--world]

Plays one day of rooms on a swarm of nodes, once for each way of choosing nodes, and tells load and distance.

  --nodes N      nodes that are lent (default: ${DEFAULTS.nodes})
  --rooms N      rooms that open in that day (default: ${DEFAULTS.rooms})
  --seed N       another day of the same kind (default: ${DEFAULTS.seed})
  --capacity N   what the nodes can carry, in percent of what they usually can (default: ${DEFAULTS.capacity})
  --world        people and nodes on all continents, in as many regions as there are
  --help         this text
`

export interface Options {
  readonly nodes: number
  readonly rooms: number
  readonly seed: number
  /** A factor. */
  readonly capacity: number
  /** Whether people and nodes are on all continents. */
  readonly world: boolean
}

/** Reads the command line. Throws a Problem when it says what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const line = new CommandLine(USAGE)
  const written = line.parse(args, {
    nodes: { type: 'string', default: DEFAULTS.nodes },
    rooms: { type: 'string', default: DEFAULTS.rooms },
    seed: { type: 'string', default: DEFAULTS.seed },
    capacity: { type: 'string', default: DEFAULTS.capacity },
    world: { type: 'boolean', default: false },
  })
  return {
    nodes: line.readCount('nodes', written.nodes, 10_000),
    rooms: line.readCount('rooms', written.rooms, 1_000_000),
    seed: line.readCount('seed', written.seed, 1_000_000),
    capacity: line.readCount('capacity', written.capacity, 10_000) / 100,
    world: written.world,
  }
}
