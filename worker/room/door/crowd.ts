import {
  CROWD_TRIES_PER_SECOND,
  MAX_CROWD_WAIT_MS,
  NETWORK_TRIES_BURST,
  ROOM_TRIES_BURST,
  SITE_TRIES_BURST,
} from '../../../protocol/limits.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { Tries } from '../core/door-state.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import { spendTry, triesBackAt, triesSpent } from './password-tries.ts'

/**
 * Wrong passwords of many (D4). Whoever is wrong pays for it themselves (`password-tries.ts`); but somebody may be another browser each
 * time, and come from many addresses. So what a network, a site and all together spend is counted as well: beyond it,
 * passwords are looked at one after the other, each second one, right or wrong alike. That slows people down who share an
 * address with somebody who guesses, and refuses none of them.
 */

/** Somebody at the door, by a password or by words. */
type Guest = Pick<InputOf<'join' | 'claim-secret'>, 'address' | 'site' | 'waited'>

const COUNTING = { perSecond: CROWD_TRIES_PER_SECOND }

/** Who spends with this one, and how much they have at once; null stands for all. */
function crowdsOf({
  address,
  site,
}: Guest): { readonly whose: AddressHash | null; readonly burst: number }[] {
  const known = (whose: AddressHash | null, burst: number) => (whose === null ? [] : [{ whose, burst }])
  return [
    ...known(address, NETWORK_TRIES_BURST),
    ...known(site, SITE_TRIES_BURST),
    { whose: null, burst: ROOM_TRIES_BURST },
  ]
}

/** How long somebody's password has to wait in the queue of all (ms); null where too many wait before it. */
export function passwordQueueMs(draft: RoomDraft, input: Guest): number | null {
  const waitMs = input.waited ? 0 : crowdWaitMs(draft, input)
  return waitMs <= MAX_CROWD_WAIT_MS ? waitMs : null
}

/** How long whoever brings a password comes after all others (ms), however many they are. */
export function crowdWaitMs(draft: RoomDraft, input: Guest): number {
  const waits = crowdsOf(input).map(({ whose, burst }) => {
    const beyond = triesSpent(draft.head.crowd, whose, draft.now, COUNTING) + 1 - burst
    return (Math.max(0, beyond) / CROWD_TRIES_PER_SECOND) * 1_000
  })
  return Math.max(...waits)
}

/** One more of all crowds that this one is of. */
export function chargeCrowds(draft: RoomDraft, input: Guest): void {
  const most = (burst: number): number => burst + (MAX_CROWD_WAIT_MS / 1_000) * CROWD_TRIES_PER_SECOND
  const crowd = crowdsOf(input).reduce(
    (counted, { whose, burst }) => spendTry(counted, whose, draft.now, { ...COUNTING, most: most(burst) }),
    draft.head.crowd,
  )
  draft.changeHead({ crowd })
}

/** When nobody owes any try any more, alone or with others (ms since the epoch); null where nobody spent one. */
export function triesForgivenAt(alone: readonly Tries[], crowd: readonly Tries[]): number | null {
  const back = [triesBackAt(alone), triesBackAt(crowd, COUNTING)].filter((at) => at !== null)
  return back.length > 0 ? Math.max(...back) : null
}
