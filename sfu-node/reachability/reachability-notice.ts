import type { CheckTicket } from '../../protocol/http/page-check.ts'
import { CHECK_TICKET_TTL_MS } from '../../protocol/limits.ts'
import type { Reachability, TriedPort } from '../../protocol/node-edge/port-check.ts'
import { isFailure, portSentence } from '../../protocol/node-edge/port-sentence.ts'
import { log } from '../shared/log.ts'

/** Tells the lender whether the edge found this node reachable, and which of its ports are not: in the log, and in words. */
export class ReachabilityNotice {
  readonly #say: (line: string) => void
  #told = ''

  /** @param say - Is given the lines that a person at the terminal reads. */
  constructor(say: (line: string) => void) {
    this.#say = say
  }

  /** Asks for a browser elsewhere, which is to open the page that tries this node's ports. The log does not learn where. */
  askForPage(edge: URL, ticket: CheckTicket): void {
    const link = new URL(edge)
    link.pathname = `${edge.pathname.replace(/\/+$/, '')}/check`
    link.hash = ticket
    log.info('waits-for-check', { minutes: CHECK_TICKET_TTL_MS / 60_000 })
    this.#say('No rooms come yet: no other node can try whether this one is reached.')
    this.#say(
      `Open this within ${CHECK_TICKET_TTL_MS / 60_000} minutes in a browser elsewhere, such as a phone with Wi-Fi off: ${link.href}`,
    )
  }

  /** Says what is new; a check that ends as the one before says nothing. */
  tell({ reachable, ports }: Reachability): void {
    const lines = linesOf(reachable, ports)
    const text = lines.join('\n')
    if (text === this.#told) return
    this.#told = text
    const failing = ports.filter(isFailure)
    if (failing.length === 0) log.info('reachable', { ports: ports.length })
    else log.warn('not-reachable', { takesRooms: reachable, ports: failing.map(inShort) })
    for (const line of lines) this.#say(line)
  }
}

function linesOf(reachable: boolean, ports: readonly TriedPort[]): string[] {
  const troubles = ports
    .filter(({ outcome }) => outcome !== 'reached')
    .map((port) => `${portSentence(port, ports)}.`)
  if (!ports.some(isFailure)) return ['This node is reachable: rooms may come.', ...troubles]
  const outlook = reachable
    ? 'Another node could not reach all of this node; rooms come until a second one confirms it.'
    : 'This node is not reachable: no rooms come until it is. It is tried again by itself.'
  return [outlook, ...troubles]
}

const inShort = ({ protocol, address, port, outcome }: TriedPort): string =>
  `${protocol} ${address} ${port}: ${outcome}`
