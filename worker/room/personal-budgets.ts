import type { PeerId } from '../../protocol/ids.ts'
import { HISTORY_RATE, RESUME_RATE } from '../../protocol/limits.ts'
import type { RelayRate } from '../../protocol/relay-kinds.ts'
import { MessageBudget } from '../socket/message-budget.ts'

/** What one of these costs the others; kinds of messages that share a rate share a budget. */
type Spending = RelayRate | typeof HISTORY_RATE | typeof RESUME_RATE

/** How many people's budgets are remembered before those are looked for that are whole again, and say nothing. */
const LOOK_FROM = 64

/**
 * What each person may have of what costs the others: it is the person's and not the socket's, so that whoever cuts themselves
 * off and comes back has no more. In memory only: an object that was idle long enough to hibernate was asked nothing that
 * would count.
 */
export class PersonalBudgets {
  readonly #budgets = new Map<PeerId, Map<Spending, MessageBudget[]>>()

  /** Whether one more message of that length (UTF-16 code units) may be relayed at that rate. */
  mayRelay(peer: PeerId, rate: RelayRate, length: number, now: number): boolean {
    const { burst, perSecond, lengthBurst, lengthPerSecond } = rate
    const [count, lengths] = this.#of(peer, rate, now, () => [
      new MessageBudget(burst, perSecond, now),
      new MessageBudget(lengthBurst, lengthPerSecond, now),
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

  #spend(peer: PeerId, rate: typeof HISTORY_RATE | typeof RESUME_RATE, now: number): boolean {
    const make = (): MessageBudget[] => [new MessageBudget(rate.burst, rate.perSecond, now)]
    return this.#of(peer, rate, now, make).every((budget) => budget.spend(now))
  }

  #of(peer: PeerId, spending: Spending, now: number, make: () => MessageBudget[]): readonly MessageBudget[] {
    const budgets = this.#budgets.get(peer) ?? new Map<Spending, MessageBudget[]>()
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
