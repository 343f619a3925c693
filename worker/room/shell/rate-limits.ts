import type { PeerId } from '../../../protocol/ids.ts'
import {
  HISTORY_RATE,
  JOIN_RATES,
  MAX_COUNTED_ADDRESSES,
  NODE_WORK_RATES,
  RENAME_RATE,
  RESUME_RATE,
} from '../../../protocol/limits.ts'
import type { RelayRate } from '../../../protocol/relay-kinds.ts'
import { TokenBucket } from '../../websocket/token-bucket.ts'
import type { AddressHash } from '../door/secrets.ts'

/** What one of these costs the others; kinds of messages that share a rate share a budget. */
type Spending = RelayRate | Rate

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
 */
export class RateLimits {
  readonly #budgets = new Map<PeerId, Map<Spending, TokenBucket[]>>()
  /** Of all people together. */
  readonly #room = new Map<Rate, TokenBucket>()
  /** Of those who come from one address; of whom none is known, only all together are counted. */
  readonly #addresses = new Map<AddressHash, TokenBucket>()

  /** Whether one more message of that length (UTF-16 code units) may be relayed at that rate. */
  maySend(peer: PeerId, rate: RelayRate, length: number, now: number): boolean {
    const { burst, perSecond, lengthBurst, lengthPerSecond } = rate
    const [count, lengths] = this.#of(peer, rate, now, () => [
      new TokenBucket(burst, perSecond, now),
      new TokenBucket(lengthBurst, lengthPerSecond, now),
    ])
    if (!count || !lengths?.holds(now, length)) return false
    return count.spend(now) && lengths.spend(now, length)
  }

  mayReadHistory(peer: PeerId, now: number): boolean {
    return this.#spend(peer, HISTORY_RATE, now)
  }

  mayResume(peer: PeerId, now: number): boolean {
    return this.#spend(peer, RESUME_RATE, now)
  }

  mayRename(peer: PeerId, now: number): boolean {
    return this.#spend(peer, RENAME_RATE, now)
  }

  /** Whether a person, and the room, may have a node do that once more; `cost` is how much of it there is. */
  mayUseNode(peer: PeerId, work: NodeWork, cost: number, now: number): boolean {
    const { person, room } = NODE_WORK_RATES[work]
    const own = this.#of(peer, person, now, () => [new TokenBucket(person.burst, person.perSecond, now)])
    return spendAll([...own, this.#ofRoom(room, now)], now, cost)
  }

  /** Whether one more may come, or knock, from that address. */
  mayCome(address: AddressHash | null, now: number): boolean {
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

  #spend(peer: PeerId, rate: Rate, now: number): boolean {
    const make = (): TokenBucket[] => [new TokenBucket(rate.burst, rate.perSecond, now)]
    return this.#of(peer, rate, now, make).every((budget) => budget.spend(now))
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
const spendAll = (budgets: readonly TokenBucket[], now: number, cost: number): boolean =>
  budgets.every((budget) => budget.holds(now, cost)) && budgets.every((budget) => budget.spend(now, cost))
