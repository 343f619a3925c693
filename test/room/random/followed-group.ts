import type { CommitVerdict, GroupDescription } from '../../../protocol/page-edge/group.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'

type Offer = PageParams<'commit'>

const epochOf = (group: GroupDescription | null): number => group?.epoch ?? 0

/** How one person's page follows the room's group: it misses no epoch, hears of none twice, and knows what became of its own. */
export class FollowedGroup {
  /** The last one that it knows of; 0 where there is no group. */
  epoch = 0
  /** What it offered, and was not answered. */
  #offer: Offer | null = null

  get unanswered(): Offer | null {
    return this.#offer
  }

  welcomed(group: GroupDescription | null): void {
    this.epoch = epochOf(group)
    this.#offer = null
  }

  offers(offer: Offer): void {
    this.#offer = offer
  }

  /** Somebody else changed it: after all that was told, and after one's own change, should that have been taken. */
  changed(epoch: number): void {
    const next = this.epoch + 1
    const afterOwn = this.#offer?.epoch === next ? next + 1 : next
    if (epoch !== next && epoch !== afterOwn) throw new Error(`told epoch ${epoch} after ${this.epoch}`)
    this.epoch = epoch
  }

  judged(verdict: CommitVerdict): void {
    const offered = this.#offer?.epoch
    this.#offer = null
    if (verdict.is === 'stale') return this.described(verdict.group)
    if (offered !== this.epoch + 1) throw new Error(`epoch ${offered} was taken after ${this.epoch}`)
    this.epoch = offered
  }

  /** What the room says of its group is what it told of it. */
  described(group: GroupDescription | null): void {
    const epoch = epochOf(group)
    if (epoch !== this.epoch) throw new Error(`the group stands at ${epoch}, and ${this.epoch} was told`)
  }

  refused(): void {
    this.#offer = null
  }
}
