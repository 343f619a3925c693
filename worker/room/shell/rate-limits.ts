import type { PeerId } from '../../../protocol/ids.ts'
import {
  COMMIT_LENGTH_BURST,
  COMMIT_LENGTH_PER_SECOND,
  COMMIT_RATE,
  DESCRIBE_GROUP_RATE,
  HISTORY_RATE,
  JOIN_RATES,
  MAX_COUNTED_ADDRESSES,
  NODE_WORK_RATES,
  RENAME_RATE,
  RESUME_RATE,
} from '../../../protocol/limits.ts'
import type { MessageRate } from '../../../protocol/page-edge/message-kinds.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import { TokenBucket } from '../../websocket/token-bucket.ts'

/** What one of these costs the others; kinds of messages that share a rate share a budget. */
type Spending = MessageRate | Rate

/** So much at once, and so much a second for as long as one likes. */
interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** What a page may ask that makes a node work. */
export type NodeWork = keyof typeof NODE_WORK_RATES

/** How many people's budgets are remembered before those are looked for that are whole again, and say nothing. */
const LOOK_FROM = 64

/**
 * What each person may have of what costs the others: it is the person's and not the socket's, so that whoever cuts themselves
 * off and comes back has no more. In memory only: an object that was idle long enough to hibernate was asked nothing that
 * would count.
 *
 * Each method counts one more, and answers 0; or counts nothing, and answers how long to wait (ms).
 */
export class RateLimits {
  readonly #budgets = new Map<PeerId, Map<Spending, TokenBucket[]>>()
  /** Of all people together. */
  readonly #room = new Map<Rate, TokenBucket>()
  /** Of those who come from one address; of whom none is known, only all together are counted. */
  readonly #addresses = new Map<AddressHash, TokenBucket>()

  /** For one more message of that length (UTF-16 code units) at that rate. */
  waitToSend(peer: PeerId, rate: MessageRate, length: number, now: number): number {
    const { lengthBurst, lengthPerSecond } = rate
    const lengths = { burst: lengthBurst, perSecond: lengthPerSecond }
    return this.#spendWithLength(peer, rate, [rate, lengths], length, now)
  }

  waitToReadHistory(peer: PeerId, now: number): number {
    return this.#spend(peer, HISTORY_RATE, now)
  }

  /** For a change of the group, of which all others are sent so many characters. */
  waitToCommit(peer: PeerId, length: number, now: number): number {
    const lengths = { burst: COMMIT_LENGTH_BURST, perSecond: COMMIT_LENGTH_PER_SECOND }
    return this.#spendWithLength(peer, COMMIT_RATE, [COMMIT_RATE, lengths], length, now)
  }

  waitToDescribeGroup(peer: PeerId, now: number): number {
    return this.#spend(peer, DESCRIBE_GROUP_RATE, now)
  }

  waitToResume(peer: PeerId, now: number): number {
    return this.#spend(peer, RESUME_RATE, now)
  }

  waitToRename(peer: PeerId, now: number): number {
    return this.#spend(peer, RENAME_RATE, now)
  }

  /** For a node's work, by the person's and the room's budget; `cost` is how much of it there is. */
  waitToUseNode(peer: PeerId, work: NodeWork, cost: number, now: number): number {
    const { person, room } = NODE_WORK_RATES[work]
    const own = this.#of(peer, person, now, () => [new TokenBucket(person.burst, person.perSecond, now)])
    return spendAll([...own, this.#ofRoom(room, now)], now, cost)
  }

  /** For one more who comes, or knocks, from that address. */
  waitToCome(address: AddressHash | null, now: number): number {
    const own = address === null ? [] : [this.#ofAddress(address, now)]
    return spendAll([...own, this.#ofRoom(JOIN_RATES.room, now)], now, 1)
  }

  #ofRoom(rate: Rate, now: number): TokenBucket {
    const budget = this.#room.get(rate) ?? new TokenBucket(rate.burst, rate.perSecond, now)
    this.#room.set(rate, budget)
    return budget
  }

  #ofAddress(address: AddressHash, now: number): TokenBucket {
    const { burst, perSecond } = JOIN_RATES.address
    const known = this.#addresses.get(address)
    const budget = known ?? new TokenBucket(burst, perSecond, now)
    if (known === undefined && this.#addresses.size >= MAX_COUNTED_ADDRESSES) this.#forgetAddresses(now)
    this.#addresses.set(address, budget)
    return budget
  }

  /** Those that are whole again; where none is, the one that came first. */
  #forgetAddresses(now: number): void {
    for (const [address, budget] of this.#addresses) if (budget.isWhole(now)) this.#addresses.delete(address)
    const [first] = this.#addresses.keys()
    if (this.#addresses.size >= MAX_COUNTED_ADDRESSES && first) this.#addresses.delete(first)
  }

  /** One more of that spending, and so much of its length. */
  #spendWithLength(
    peer: PeerId,
    spending: Spending,
    rates: readonly [counts: Rate, lengths: Rate],
    length: number,
    now: number,
  ): number {
    const make = (): TokenBucket[] =>
      rates.map(({ burst, perSecond }) => new TokenBucket(burst, perSecond, now))
    const [counts, lengths] = this.#of(peer, spending, now, make)
    if (!counts || !lengths) return 0
    const waitMs = Math.max(counts.waitMs(now), lengths.waitMs(now, length))
    if (waitMs > 0) return waitMs
    counts.spend(now)
    lengths.spend(now, length)
    return 0
  }

  #spend(peer: PeerId, rate: Rate, now: number): number {
    const make = (): TokenBucket[] => [new TokenBucket(rate.burst, rate.perSecond, now)]
    return spendAll(this.#of(peer, rate, now, make), now, 1)
  }

  #of(peer: PeerId, spending: Spending, now: number, make: () => TokenBucket[]): readonly TokenBucket[] {
    const budgets = this.#budgets.get(peer) ?? new Map<Spending, TokenBucket[]>()
    if (!this.#budgets.has(peer) && this.#budgets.size >= LOOK_FROM) this.#forgetWhole(now)
    this.#budgets.set(peer, budgets)
    const known = budgets.get(spending) ?? make()
    budgets.set(spending, known)
    return known
  }

  #forgetWhole(now: number): void {
    for (const [peer, budgets] of this.#budgets) {
      if ([...budgets.values()].flat().every((budget) => budget.isWhole(now))) this.#budgets.delete(peer)
    }
  }
}

/** Takes that of all of them, or of none. */
function spendAll(budgets: readonly TokenBucket[], now: number, cost: number): number {
  const waitMs = Math.max(0, ...budgets.map((budget) => budget.waitMs(now, cost)))
  if (waitMs === 0) for (const budget of budgets) budget.spend(now, cost)
  return waitMs
}
