import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import * as v from 'valibot'
import { MAX_LENDING_HOURS } from '../../protocol/limits.ts'
import { NodeRegistration } from '../../protocol/node-edge/events.ts'
import type { LenderLimits } from '../limits/lending-limits.ts'
import { bindAddress, isWildcard } from '../media/workers/bind-address.ts'
import type { PortRange } from '../media/workers/media-worker.ts'
import { EXIT_CODES, ExitError } from '../shared/exit-error.ts'

export const USAGE = `Usage: essaim-node join INVITATION [options]
       essaim-node run [options]

Lends this machine to an Essaim edge: dials the edge and carries media for its rooms. Join once, with the invitation
that the edge's operator sent, and the node runs; later, run alone starts it again with the same options.

  --announce IP        the address that browsers are told (default: the public one, which the edge is asked for, or that
                       of --listen); may be said twice, for IPv4 and for IPv6
  --listen IP          the address that media arrives at (default: 0.0.0.0, which stands for all, IPv6 as well)
  --media-port N       the first media port; worker i takes N+i, for UDP and TCP (default: 40000)
  --pipe-ports A-B     the UDP ports at which other nodes send what they carry of a room (default: 41000-41099)
  --workers N          mediasoup workers (default: one per core)
  --region REGION      where it stands, for example eu-west (default: local)
  --metrics-port N     answer /metrics at this port of this machine, for Prometheus (default: not)

What you lend, at most; the node takes no new rooms beyond, and those that are there go on:
  --max-bandwidth MBIT what it sends, in Mbit/s
  --max-transfer GB    what it sends in a calendar month, in GB
  --max-rooms N        rooms at a time
  --max-people N       people at a time, in all rooms
  --hours A-B          hours of the day, such as 18-23 or 22-6; may be said several times

  --state FOLDER       where it keeps its key (default: $STATE_DIRECTORY, or $XDG_STATE_HOME/essaim-node,
                       or ~/.local/state/essaim-node)
  --help               this text

Nodes that the edge's operator runs need no invitation: run --edge URL --id ID, with the key in ESSAIM_NODE_KEY.
`

const DEFAULT_MEDIA_PORT = 40_000
const DEFAULT_PIPE_PORTS = '41000-41099'

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

const HOURS_MEANING = 'must be hours of the day, such as 18-23 or 22-6'

/** Whole hours, from 0 to 24, in an argument. */
const hours = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}-\d{1,2}$/, HOURS_MEANING),
  v.transform((text) => {
    const [from = 0, to = 0] = text.split('-').map(Number)
    return { from, to }
  }),
  v.check(({ from, to }) => from <= 23 && to <= 24 && from !== to, HOURS_MEANING),
)

/** An amount in an argument, in units of so many. */
const amount = (unit: number, what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}(\.\d{1,3})?$/, what),
    v.transform((text) => Math.round(Number(text) * unit)),
    v.minValue(1, what),
  )

const BITS_PER_MBIT = 1_000_000
const BYTES_PER_GB = 1_000_000_000
const MANY = 100_000

const AnnouncedAddress = v.pipe(
  v.string(),
  v.ip('must be an IP address'),
  v.check((ip) => !isWildcard(ip), 'must be an address that browsers can reach, not a wildcard'),
)

const atMostOneOfAFamily = (addresses: readonly string[]): boolean =>
  new Set(addresses.map(isIP)).size === addresses.length

/** One address, or one of each family: IPv4 first. */
const Announced = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((said) => [said].flat()),
  v.array(AnnouncedAddress),
  v.check((all) => atMostOneOfAFamily(all), 'may be said twice: for one IPv4 and one IPv6 address'),
  v.sortItems((one, other) => isIP(one) - isIP(other)),
)

const Options = v.object({
  region: worded(NodeRegistration.entries.region, 'must be 1 to 32 small letters, digits and dashes'),
  listen: v.pipe(v.string(), v.ip('must be an IP address')),
  announce: v.optional(Announced),
  'media-port': integer(1, 65_535, 'must be a port, 1 to 65535'),
  'pipe-ports': portRange,
  workers: integer(1, 256, 'must be a number from 1 to 256'),
  'metrics-port': v.optional(integer(1, 65_535, 'must be a port, 1 to 65535')),
  'max-bandwidth': v.optional(amount(BITS_PER_MBIT, 'must be a number of Mbit/s, such as 100')),
  'max-transfer': v.optional(amount(BYTES_PER_GB, 'must be a number of GB, such as 500')),
  'max-rooms': v.optional(integer(1, MANY, 'must be a number of rooms, at least 1')),
  'max-people': v.optional(integer(1, MANY, 'must be a number of people, at least 1')),
  hours: v.optional(v.pipe(v.array(hours), v.maxLength(MAX_LENDING_HOURS, 'may be said 8 times'))),
})

/** How a node is to carry media. */
export interface MediaOptions {
  readonly region: string
  /** The IP addresses that browsers are told, one of a family, IPv4 first; null where they are to be found out. */
  readonly announce: readonly string[] | null
  /** The IP address that media ports are bound to; a wildcard stands for all, of both families. */
  readonly listen: string
  /** The port of the first worker; the next ones follow it. */
  readonly mediaPort: number
  /** The UDP ports at which pipes to other nodes arrive. */
  readonly pipePorts: PortRange
  readonly workers: number
  /** Where this machine may read the node's metrics; null for nowhere. */
  readonly metricsPort: number | null
  readonly limits: LenderLimits
}

/** Options as they were given on a command line, and as they are kept. */
export type GivenOptions = Readonly<Record<string, string | string[]>>

/** What the options mean. Throws an ExitError with exit code 2 and a sentence that names the option. */
export function readMediaOptions(given: GivenOptions): MediaOptions {
  const defaults = {
    region: 'local',
    listen: '0.0.0.0',
    'media-port': String(DEFAULT_MEDIA_PORT),
    'pipe-ports': DEFAULT_PIPE_PORTS,
    workers: String(availableParallelism()),
  }
  const outcome = v.safeParse(Options, { ...defaults, ...given }, { abortEarly: true })
  if (!outcome.success) {
    const [issue] = outcome.issues
    const [name] = (v.getDotPath(issue) ?? 'option').split('.')
    throw new ExitError(EXIT_CODES.options, `--${name} ${issue.message}.`)
  }
  const {
    region,
    listen,
    workers,
    'media-port': mediaPort,
    'pipe-ports': pipePorts,
    ...rest
  } = outcome.output
  if (mediaPort + workers - 1 > 65_535) {
    throw new ExitError(EXIT_CODES.options, '--media-port and --workers together go past port 65535.')
  }
  const limits = {
    bitsPerSecond: rest['max-bandwidth'] ?? null,
    bytesPerMonth: rest['max-transfer'] ?? null,
    rooms: rest['max-rooms'] ?? null,
    people: rest['max-people'] ?? null,
    hours: rest.hours ?? null,
  }
  const metricsPort = rest['metrics-port'] ?? null
  const announce = announcedAt(listen, rest.announce)
  return { region, announce, listen, mediaPort, pipePorts, workers, metricsPort, limits }
}

/** What browsers are told where it is `said`; else `listen` itself, unless that is a wildcard. */
function announcedAt(listen: string, said: string[] | undefined): string[] | null {
  if (said === undefined) return isWildcard(listen) ? null : [listen]
  const unheard = said.find((address) => bindAddress(listen, address) === null)
  if (unheard === undefined) return said
  const sentence = `What is sent to --announce ${unheard} does not arrive at --listen ${listen}: leave out --listen.`
  throw new ExitError(EXIT_CODES.options, sentence)
}
