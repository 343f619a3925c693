import { DOOR_TRIES_BURST, KNOCKS_PER_PERSON_INSIDE, MAX_WAITING_PER_ADDRESS } from '../../protocol/limits.ts'
import type { AddressHash } from './door-secrets.ts'
import { spendTry, triesSpent } from './tries.ts'
import type { Turn } from './turn.ts'

/**
 * How often people of one address may knock (D4). Who knocks and goes pays, so that nobody rings for ever; yet behind one
 * address there may be a school. The moderators decide which it is: with each person whom they let in, or who is in the
 * room anyway, that address may knock more.
 */

/** Whether one more person of that address may knock now. */
export function mayKnock(turn: Turn, address: AddressHash | null): boolean {
  const inside = insideFrom(turn, address)
  const spent = triesSpent(turn.head.knocks, address, turn.now)
  return spent + 1 <= knocksOf(inside) && waitingFrom(turn, address) < MAX_WAITING_PER_ADDRESS + inside
}

/** A knock of that address came to nothing. */
export function chargeKnock(turn: Turn, address: AddressHash | null): void {
  const most = knocksOf(insideFrom(turn, address))
  turn.changeHead({ knocks: spendTry(turn.head.knocks, address, turn.now, { most }) })
}

/** How many knocks may have come to nothing, at once, of an address with that many people inside. */
const knocksOf = (inside: number): number => DOOR_TRIES_BURST + KNOCKS_PER_PERSON_INSIDE * inside

/** People of that address who are in the room, or may come in; nobody, where it is not known which one it is. */
function insideFrom(turn: Turn, address: AddressHash | null): number {
  if (address === null) return 0
  const here = [...turn.peers.values()].filter((peer) => peer.announced && peer.address === address)
  const letIn = [...turn.waiting.values()].filter(
    (one) => one.presence.is === 'let-in' && one.address === address,
  )
  return here.length + letIn.length
}

const waitingFrom = (turn: Turn, address: AddressHash | null): number =>
  [...turn.waiting.values()].filter((one) => one.presence.is !== 'let-in' && one.address === address).length
