import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { NodeId } from '../protocol/ids.ts'
import { NodeRegistration } from '../protocol/node-events.ts'
import { NodePrivateKey } from '../protocol/node-key.ts'
import type { PortRange } from './media-worker.ts'
import { EXIT_CODES, Problem } from './problem.ts'

export const USAGE = `Usage: essaim-node run --edge URL --id ID [options]

Lends this machine to an Essaim edge: dials the edge and carries media for its rooms.

  --edge URL        the edge, for example https://meet.example.org
  --id ID           what the edge calls this node; its private key is in ESSAIM_NODE_KEY
  --region REGION   where it stands, for example eu-west (default: local)
  --announce IP     the address that browsers are told (default: that of --listen, unless it is a wildcard)
  --listen IP       the address that media arrives at (default: 0.0.0.0)
  --media-port N    the first media port; worker i takes N+i, for UDP and TCP (default: 40000)
  --pipe-ports A-B  the UDP ports at which other nodes send what they carry of a room (default: 41000-41099)
  --workers N       mediasoup workers (default: one per core)
  --metrics-port N  answer /metrics at this port of this machine, for Prometheus (default: not)
  --help            this text
`

const DEFAULT_MEDIA_PORT = 40_000
const DEFAULT_PIPE_PORTS = '41000-41099'
const WILDCARDS: readonly string[] = ['0.0.0.0', '::']

/** A number in an argument, which is text. */
const integer = (min: number, max: number, what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,6}$/, what),
    v.transform(Number),
    v.minValue(min, what),
    v.maxValue(max, what),
  )

const PIPE_PORTS_MEANING = 'must be a range of ports, such as 41000-41099'

/** A range of ports in an argument, both ends in it. */
const portRange = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}-\d{1,5}$/, PIPE_PORTS_MEANING),
  v.transform((text) => {
    const [from = 0, to = 0] = text.split('-').map(Number)
    return { from, to }
  }),
  v.check(({ from, to }) => from >= 1 && from <= to && to <= 65_535, PIPE_PORTS_MEANING),
)

/** The protocol's schema of a word, with a sentence for people: its own messages are for programmers. */
const worded = <Schema extends v.GenericSchema<string, string>>(schema: Schema, sentence: string) =>
  v.pipe(
    v.string(sentence),
    v.check((text) => v.is(schema, text), sentence),
    schema,
  )

const EdgeUrl = v.pipe(
  v.string('is needed: the address of the edge, such as https://meet.example.org'),
  v.url('must be an address, such as https://meet.example.org'),
  v.transform((text) => new URL(text)),
  v.check(
    (url) => ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol),
    'must begin with https:// (or http://, wss://, ws://)',
  ),
)

const Options = v.object({
  edge: EdgeUrl,
  id: worded(NodeId, 'must be 1 to 63 small letters, digits and dashes, and not begin with a dash'),
  region: worded(NodeRegistration.entries.region, 'must be 1 to 32 small letters, digits and dashes'),
  listen: v.pipe(v.string(), v.ip('must be an IP address')),
  announce: v.pipe(
    v.string('is needed when --listen is a wildcard: the address at which browsers reach this machine'),
    v.ip('must be an IP address'),
    v.check((ip) => !WILDCARDS.includes(ip), 'must be an address that browsers can reach, not a wildcard'),
  ),
  'media-port': integer(1, 65_535, 'must be a port, 1 to 65535'),
  'pipe-ports': portRange,
  workers: integer(1, 256, 'must be a number from 1 to 256'),
  'metrics-port': v.optional(integer(1, 65_535, 'must be a port, 1 to 65535')),
})

/** How this node was asked to run. */
export interface NodeOptions {
  readonly edge: URL
  readonly key: NodePrivateKey
  readonly id: NodeId
  readonly region: string
  /** The IP address that browsers are told. */
  readonly announce: string
  /** The IP address that media ports are bound to. */
  readonly listen: string
  /** The port of the first worker; the next ones follow it. */
  readonly mediaPort: number
  /** The UDP ports at which pipes to other nodes arrive. */
  readonly pipePorts: PortRange
  readonly workers: number
  /** Where this machine may read the node's metrics; null for nowhere. */
  readonly metricsPort: number | null
}

/** The variables that it may be told in. */
export interface NodeEnvironment {
  readonly ESSAIM_NODE_KEY?: string | undefined
}

function keyIn({ ESSAIM_NODE_KEY: key }: NodeEnvironment): NodePrivateKey {
  const read = v.safeParse(NodePrivateKey, key)
  if (read.success) return read.output
  throw new Problem(EXIT_CODES.options, 'ESSAIM_NODE_KEY must be the private key of this node.')
}

/**
 * The options of a command line and its environment; 'help' when the person asks for that.
 * Throws a Problem with exit code 2 and a sentence that names the option.
 */
export function readOptions(args: readonly string[], env: NodeEnvironment): NodeOptions | 'help' {
  const { values: given, positionals } = parseArguments(args)
  if (given.help) return 'help'
  if (positionals.join(' ') !== 'run') throw new Problem(EXIT_CODES.options, 'Say run. See --help.')
  const listen = given.listen ?? '0.0.0.0'
  const outcome = v.safeParse(
    Options,
    {
      edge: given.edge,
      id: given.id,
      region: given.region ?? 'local',
      announce: given.announce ?? (WILDCARDS.includes(listen) ? undefined : listen),
      listen,
      'media-port': given['media-port'] ?? String(DEFAULT_MEDIA_PORT),
      'pipe-ports': given['pipe-ports'] ?? DEFAULT_PIPE_PORTS,
      workers: given.workers ?? String(availableParallelism()),
      'metrics-port': given['metrics-port'],
    },
    { abortEarly: true },
  )
  if (!outcome.success) {
    const [issue] = outcome.issues
    throw new Problem(EXIT_CODES.options, `--${v.getDotPath(issue) ?? 'option'} ${issue.message}.`)
  }
  const {
    'media-port': mediaPort,
    'pipe-ports': pipePorts,
    'metrics-port': metricsPort = null,
    ...rest
  } = outcome.output
  if (mediaPort + rest.workers - 1 > 65_535) {
    throw new Problem(EXIT_CODES.options, '--media-port and --workers together go past port 65535.')
  }
  return { ...rest, mediaPort, pipePorts, metricsPort, key: keyIn(env) }
}

function parseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        edge: text,
        id: text,
        region: text,
        announce: text,
        listen: text,
        'media-port': text,
        'pipe-ports': text,
        workers: text,
        'metrics-port': text,
        help: { type: 'boolean' },
      },
      allowPositionals: true,
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem(EXIT_CODES.options, `${reason}. See --help.`, { cause })
  }
}
