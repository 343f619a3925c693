import { MAX_CROWD_WAIT_MS } from '../../../protocol/limits.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { Newcomer } from '../core/access.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import type { Provenance, WaitingState } from '../core/peer-state.ts'
import { crowdWaitMs, passwordQueueMs } from './crowd.ts'
import { mayKnock, nextKnockMs } from './knocks.ts'
import { isLinkAwaited } from './link.ts'
import { nextTryMs, triesLeft } from './password-tries.ts'
import { browserHashOf, isOwner, isPassword } from './secrets.ts'

type Join = InputOf<'join'>
/** Somebody at the door, by a password or by words. */
type Guest = Join | InputOf<'claim-secret'>

/** Somebody at the door: what they bring, as far as it could be checked. */
export function newcomerOf(draft: RoomDraft, input: Join, waiting: WaitingState | undefined): Newcomer {
  const { creatorKey } = input.params
  const { owner } = draft.head.door
  return {
    creator: owner !== null && creatorKey !== undefined && isOwner(creatorKey, owner),
    removed: isRemoved(draft, provenanceOf(input)),
    linkAwaited: isLinkAwaited(draft),
    password: passwordOf(draft, input),
    triesLeft: hasTriesLeft(draft, input),
    passwordCheck: checkOf(passwordQueueMs(draft, input)),
    mayKnock: mayKnock(draft, input.address),
    ticket: waiting ? (waiting.presence.is === 'admitted' ? 'admitted' : 'waiting') : 'none',
  }
}

/** Whether they may be wrong once more. */
export const hasTriesLeft = (draft: RoomDraft, input: Guest): boolean =>
  triesLeft(draft.head.tries, whoseTries(input), draft.now) >= 1

/** Whoever is wrong pays themselves: a browser at an address, where it says which one it is (D4). */
export const whoseTries = ({ address, params: { browserId } }: Guest): AddressHash | null =>
  browserId === undefined ? address : browserHashOf(address, browserId)

/** When whoever was refused with `too-many-tries` may try again (ms); undefined where that is up to others. */
export function waitAtDoorMs(draft: RoomDraft, input: Guest): number | undefined {
  const waits = [
    nextTryMs(draft.head.tries, whoseTries(input), draft.now),
    crowdWaitMs(draft, input) - MAX_CROWD_WAIT_MS,
    // Nobody knocks by words.
    input.on === 'join' ? nextKnockMs(draft, input.address) : 0,
  ]
  const longest = Math.max(...waits)
  return longest > 0 ? longest : undefined
}

/** When what had to wait so long is looked at. */
export const checkOf = (waitMs: number | null): Newcomer['passwordCheck'] =>
  waitMs === null ? 'never' : waitMs > 0 ? 'later' : 'now'

export const provenanceOf = ({ address, params }: Join): Provenance => ({
  browser: params.browserId ?? null,
  address,
})

function passwordOf(draft: RoomDraft, { params }: Join): Newcomer['password'] {
  const { password } = draft.head.door
  if (password === null) return 'not-needed'
  if (params.password === undefined) return 'missing'
  return isPassword(params.password, password) ? 'right' : 'wrong'
}

/** Whether the same browser, or the same address, was put out (A6). */
export const isRemoved = (draft: RoomDraft, { browser, address }: Provenance): boolean =>
  draft.head.removed.some(
    (gone) =>
      (browser !== null && gone.browser === browser) || (address !== null && gone.address === address),
  )

/** Who waits with that ticket, or on that socket. */
export function waitingOf(draft: RoomDraft, { peer, params }: Join): WaitingState | undefined {
  const { ticket } = params
  const byTicket = ticket && [...draft.waiting.values()].find((person) => person.ticket === ticket)
  return byTicket || draft.waiting.get(peer)
}
