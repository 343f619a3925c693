import * as v from 'valibot'
import { ErrorCodeSchema } from '../errors.ts'
import { CheckId } from '../ids.ts'
import { MAX_MEDIA_PORTS } from '../limits.ts'
import { DtlsParameters, IceParameters } from '../media/transport.ts'

/** How a node's media ports are proved to be reachable (N17, N18): another node, the prover, connects to each of them. */

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))
const address = v.pipe(v.string(), v.ip())
const isIPv6 = (ip: string): boolean => ip.includes(':')

/** UDP ports, both ends among them. */
export const PortRange = v.pipe(
  v.object({ firstPort: port, lastPort: port }),
  v.check(({ firstPort, lastPort }) => firstPort <= lastPort, 'a range of ports'),
)

/**
 * Where a node's media arrives: at each of these ports, by UDP and TCP, under each of the addresses that it announces, one
 * of a family.
 */
export const AnnouncedMedia = v.pipe(
  v.object({
    addresses: v.pipe(v.array(address), v.minLength(1), v.maxLength(2)),
    firstPort: port,
    lastPort: port,
  }),
  v.check(({ firstPort, lastPort }) => firstPort <= lastPort, 'a range of ports'),
  v.check(({ addresses }) => new Set(addresses.map(isIPv6)).size === addresses.length, 'one of a family'),
  v.check(
    ({ addresses, firstPort, lastPort }) =>
      2 * addresses.length * (lastPort - firstPort + 1) <= MAX_MEDIA_PORTS,
    'no more ports than a node may have',
  ),
)
export type AnnouncedMedia = v.InferOutput<typeof AnnouncedMedia>

/** One way into a node. */
export const MediaPort = v.object({ protocol: v.picklist(['udp', 'tcp']), address, port })
export type MediaPort = v.InferOutput<typeof MediaPort>

/** All ways into a node whose media arrives there. */
export const portsOf = ({ addresses, firstPort, lastPort }: AnnouncedMedia): MediaPort[] =>
  addresses.flatMap((address) =>
    Array.from({ length: lastPort - firstPort + 1 }, (_, index) => firstPort + index).flatMap((port) =>
      (['udp', 'tcp'] as const).map((protocol) => ({ protocol, address, port })),
    ),
  )

/** A media port with a transport behind it that waits for whoever has the fingerprints that it was opened for. */
export const OpenedPort = v.object({
  ...MediaPort.entries,
  iceParameters: IceParameters,
  dtlsParameters: DtlsParameters,
})
export type OpenedPort = v.InferOutput<typeof OpenedPort>

/**
 * What came of connecting to a media port. `silent`: nothing answers ICE. `refused`: whoever is there turns it away.
 * `unfinished`: ICE is answered, and DTLS does not come to its end. `private`: no address of the Internet, where the prover's
 * is one. `no-way`: the prover has no way to such addresses, as without IPv6; it says nothing about the port.
 */
export const PortOutcome = v.picklist(['reached', 'silent', 'refused', 'unfinished', 'private', 'no-way'])
export type PortOutcome = v.InferOutput<typeof PortOutcome>

export const TriedPort = v.object({ ...MediaPort.entries, outcome: PortOutcome })
export type TriedPort = v.InferOutput<typeof TriedPort>

/** Whether rooms may come to a node, and what came of its ports when they were last tried; none before that. */
export const Reachability = v.object({
  reachable: v.boolean(),
  ports: v.pipe(v.array(TriedPort), v.maxLength(MAX_MEDIA_PORTS)),
})
export type Reachability = v.InferOutput<typeof Reachability>

/** What the edge asks of the two nodes of a check, in the order in which it does. */
export const CheckAsk = v.variant('ask', [
  /** Of the prover: with which certificate it will come. */
  v.object({ ask: v.literal('get-ready'), check: CheckId }),
  /** Of the node that is checked: a transport behind each of its ports, for whoever has that certificate. */
  v.object({ ask: v.literal('open-ports'), check: CheckId, dtlsParameters: DtlsParameters }),
  /** Of the prover. */
  v.object({
    ask: v.literal('try-ports'),
    check: CheckId,
    ports: v.pipe(v.array(OpenedPort), v.minLength(1), v.maxLength(MAX_MEDIA_PORTS)),
  }),
  /** Of the node that is checked. */
  v.object({ ask: v.literal('close-ports'), check: CheckId }),
])
export type CheckAsk = v.InferOutput<typeof CheckAsk>

export const CheckAnswer = v.variant('answer', [
  v.object({ answer: v.literal('ready'), dtlsParameters: DtlsParameters }),
  v.object({
    answer: v.literal('ports-opened'),
    ports: v.pipe(v.array(OpenedPort), v.minLength(1), v.maxLength(MAX_MEDIA_PORTS)),
  }),
  /** In the order of the ports that were asked for. */
  v.object({
    answer: v.literal('ports-tried'),
    outcomes: v.pipe(v.array(PortOutcome), v.maxLength(MAX_MEDIA_PORTS)),
  }),
  /** At which of the ports DTLS came to its end, as this end saw it; in the order in which they were opened. */
  v.object({
    answer: v.literal('ports-closed'),
    connected: v.pipe(v.array(v.boolean()), v.maxLength(MAX_MEDIA_PORTS)),
  }),
  v.object({
    answer: v.literal('failed'),
    code: ErrorCodeSchema,
    message: v.pipe(v.string(), v.maxLength(500)),
  }),
])
export type CheckAnswer = v.InferOutput<typeof CheckAnswer>
