import { canonicalAddress } from '../../../protocol/addresses/ip-address.ts'
import type { NodeRegistration } from '../../../protocol/node-edge/events.ts'
import { type CheckAnswer, type MediaPort, portsOf } from '../../../protocol/node-edge/port-check.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'

/**
 * Where a node may send others: to what it has registered (N24). Pages, other nodes and provers go where it says; it must
 * not make them send packets to a stranger.
 */

type Place = Pick<NodeRegistration, 'media' | 'pipePorts'>

interface Range {
  readonly firstPort: number
  readonly lastPort: number
}

const isWithin = ({ firstPort, lastPort }: Range, port: number): boolean =>
  firstPort <= port && port <= lastPort

const isOwnAddress = ({ media }: Place, address: string): boolean =>
  media.addresses.map(canonicalAddress).includes(canonicalAddress(address))

/** Whether media arrives there. */
export const isOwnMedia = (place: Place, { address, port }: Pick<MediaPort, 'address' | 'port'>): boolean =>
  isOwnAddress(place, address) && isWithin(place.media, port)

const isOwnPipe = (place: Place, { ip, port }: { readonly ip: string; readonly port: number }): boolean =>
  isOwnAddress(place, ip) && isWithin(place.pipePorts, port)

/** Whether an outcome sends nobody elsewhere. */
export function staysAt(place: Place, made: NodeOutcome): boolean {
  switch (made.outcome) {
    case 'pipe-opened':
      return isOwnPipe(place, made.address)
    case 'transport-created':
      return made.transport.iceCandidates.every(
        ({ ip, address, port }) => isOwnMedia(place, { address, port }) && isOwnAddress(place, ip),
      )
    default:
      return true
  }
}

/** Whether what a node says in a check of media ports sends a prover nowhere else, and to none of its ports twice. */
export function checksAt(place: Place, answer: CheckAnswer): boolean {
  if (answer.answer !== 'ports-opened') return true
  const own = new Set(portsOf(place.media).map(keyOf))
  const opened = new Set(answer.ports.map(keyOf))
  return opened.size === answer.ports.length && [...opened].every((key) => own.has(key))
}

const keyOf = ({ protocol, address, port }: MediaPort): string =>
  `${protocol} ${canonicalAddress(address)} ${port}`
