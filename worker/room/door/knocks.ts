import {
  DOOR_TRIES_BURST,
  DOOR_TRIES_PER_SECOND,
  KNOCKS_PER_PERSON_INSIDE,
  MAX_KNOCKS_PER_ADDRESS,
} from '../../../protocol/limits.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { RoomDraft } from '../core/draft.ts'
import { spendTry, triesSpent } from './password-tries.ts'

/**
 * How often people of one address may knock (D4). Who knocks and goes pays, so that nobody rings for ever; yet behind one
 * address there may be a school. The moderators decide which it is: with each person whom they let in, or who is in the
 * room anyway, that address may knock more.
 */

/** Whether one more person of that address may knock now. */
export function mayKnock(draft: RoomDraft, address: AddressHash | null): boolean {
  const inside = insideFrom(draft, address)
  return nextKnockMs(draft, address) === 0 && waitingFrom(draft, address) < MAX_KNOCKS_PER_ADDRESS + inside
}

/** How long until knocks of that address that came to nothing leave room for another (ms): 0 where they do. */
export function nextKnockMs(draft: RoomDraft, address: AddressHash | null): number {
  const spent = triesSpent(draft.head.knocks, address, draft.now)
  const beyond = spent + 1 - knocksOf(insideFrom(draft, address))
  return (Math.max(0, beyond) / DOOR_TRIES_PER_SECOND) * 1_000
}

/** A knock of that address came to nothing. */
export function chargeKnock(draft: RoomDraft, address: AddressHash | null): void {
  const most = knocksOf(insideFrom(draft, address))
  draft.changeHead({ knocks: spendTry(draft.head.knocks, address, draft.now, { most }) })
}

/** How many knocks may have come to nothing, at once, of an address with that many people inside. */
const knocksOf = (inside: number): number => DOOR_TRIES_BURST + KNOCKS_PER_PERSON_INSIDE * inside

/** People of that address who are in the room, or may come in; nobody, where it is not known which one it is. */
function insideFrom(draft: RoomDraft, address: AddressHash | null): number {
  if (address === null) return 0
  const here = [...draft.peers.values()].filter((peer) => peer.announced && peer.address === address)
  const letIn = [...draft.waiting.values()].filter(
    (one) => one.presence.is === 'admitted' && one.address === address,
  )
  return here.length + letIn.length
}

const waitingFrom = (draft: RoomDraft, address: AddressHash | null): number =>
  [...draft.waiting.values()].filter((one) => one.presence.is !== 'admitted' && one.address === address)
    .length
