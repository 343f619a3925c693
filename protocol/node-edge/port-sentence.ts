import type { TriedPort } from './port-check.ts'

/** Whether that outcome keeps rooms away from the node. */
export const isFailure = ({ outcome }: TriedPort): boolean => outcome !== 'reached' && outcome !== 'no-way'

/** Whether that port does not answer by the one protocol, and was reached by the other: that is no firewall of all. */
export const isUnlike = (tried: TriedPort, all: readonly TriedPort[]): boolean =>
  tried.outcome === 'silent' &&
  all.some(
    ({ protocol, address, port, outcome }) =>
      outcome === 'reached' &&
      protocol !== tried.protocol &&
      address === tried.address &&
      port === tried.port,
  )

/** What came of a media port, and what its lender can do about it: a sentence without its full stop. `all` are those of the same check. */
export function portSentence(tried: TriedPort, all: readonly TriedPort[]): string {
  const { protocol, address, port, outcome } = tried
  const where = `${protocol.toUpperCase()} ${port} at ${address}`
  if (isUnlike(tried, all)) {
    return protocol === 'udp'
      ? `${where} does not answer, though TCP does: let UDP through the firewall, too; where this machine has several addresses, say --listen with the one that such packets arrive at, so that it answers from there`
      : `${where} does not answer, though UDP does: let TCP through the firewall, too`
  }
  switch (outcome) {
    case 'reached':
      return `${where} answers`
    case 'silent':
      return `${where} does not answer: open it in the firewall`
    case 'refused':
      return `${where} is refused: forward it to this machine, and let it through the firewall`
    case 'unfinished':
      return `${where} answers, but large packets are lost on the way: look at the MTU of this machine's network`
    case 'private':
      return `${where} is not to be reached from elsewhere: announce this machine's public address`
    case 'no-way':
      return `${where} was not tried: the node that was to try it has no way to such addresses`
    default:
      return outcome satisfies never
  }
}
