import { SEAL_KEY_BYTES } from '../../envelope.ts'
import { type ContentKeyRing, EMPTY_RING, ringWith } from '../content-key-ring.ts'
import { GroupError } from '../group-error.ts'
import type { Followed, Group } from '../mls/group.ts'
import type { NewcomersStart } from '../newcomers-start.ts'
import type { FreshStarts } from './fresh-starts.ts'
import type { Description, EpochKeys, GroupKeeperHost } from './keeper-host.ts'

/** A group that one is in, and the keys of messages in it. */
export interface Entered {
  readonly group: Group
  readonly ring: ContentKeyRing
}

/** The group that one goes on with, once the room has taken it. */
export interface Next extends Entered {
  /** Null where it is founded: there is nobody whom a commit would be for. */
  readonly commit: Uint8Array | null
  readonly groupInfo: Uint8Array
}

/** What keys are exported for. */
const MEDIA = 'essaim media'
const MEDIA_BYTES = 32
const CONTENT = 'essaim content'

/** The keys of an epoch in which one is, or will be. */
export const keysOf = async ({ group, ring }: Entered, epoch: number): Promise<EpochKeys> => ({
  epoch,
  media: await group.exportKey(MEDIA, MEDIA_BYTES),
  authenticator: group.authenticator,
  ring,
  members: new Set(group.members.values()),
})

/** How one stands: in which group, if in any, and by which keys messages are read. */
export class Standing {
  readonly #host: GroupKeeperHost
  readonly #freshStarts: FreshStarts
  /** Null while one is in none. */
  group: Group | null = null
  /** The room's, as far as one follows it. */
  epoch = 0
  ring: ContentKeyRing = EMPTY_RING

  constructor(host: GroupKeeperHost, freshStarts: FreshStarts) {
    this.#host = host
    this.#freshStarts = freshStarts
  }

  /** The keys of messages in an epoch, which may bring a new one. */
  async ringOf({ group, rotates }: Followed, epoch: number): Promise<ContentKeyRing> {
    if (!rotates) return this.ring
    return ringWith(this.ring, epoch, await group.exportKey(CONTENT, SEAL_KEY_BYTES))
  }

  async enter(next: Entered, epoch: number): Promise<void> {
    const keys = await keysOf(next, epoch)
    this.group = next.group
    this.epoch = epoch
    this.ring = next.ring
    this.#host.entered(keys)
  }

  /** Has the room take it, and goes on with it; otherwise returns what the room has. */
  async offer(next: Next, epoch: number): Promise<'entered' | Description | null> {
    const { group, commit, groupInfo, ring } = next
    const verdict = await this.#host.offer({ epoch, commit, groupInfo, ring })
    if (verdict.is === 'stale') {
      const { group: other } = verdict
      if (other === null || other.epoch < epoch) {
        this.#freshStarts.after(new GroupError('refused, and nothing came before it'))
        return other
      }
      // It took our own, and the answer was lost on its way.
      const start = other.epoch === epoch ? await this.open(other) : null
      if (start === null || !(await this.#isDescribedBy(start, group))) return other
    }
    await this.enter(next, epoch)
    return 'entered'
  }

  /** What newcomers start from; null where nobody of the room made it. */
  open(description: Description): Promise<NewcomersStart | null> {
    return this.#freshStarts.trusting(description.open)
  }

  /** Whether it is the group that we are in. */
  async isIn(description: Description | null): Promise<boolean> {
    const { group } = this
    if (group === null || description?.epoch !== this.epoch) return false
    const start = await this.open(description)
    return start !== null && this.#isDescribedBy(start, group)
  }

  async #isDescribedBy({ groupInfo }: NewcomersStart, group: Group): Promise<boolean> {
    return (await this.#freshStarts.trusting(async () => group.isDescribedBy(groupInfo))) ?? false
  }
}
