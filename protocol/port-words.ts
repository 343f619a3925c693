import type { TriedPort } from './port-check.ts'

/** Whether that outcome keeps rooms away from the node. */
export const isFailure = ({ outcome }: TriedPort): boolean => outcome !== 'reached' && outcome !== 'no-way'

/** What came of a media port, and what its lender can do about it: a sentence without its full stop. */
export function portSentence({ protocol, address, port, outcome }: TriedPort): string {
  const where = `${protocol.toUpperCase()} ${port} at ${address}`
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
