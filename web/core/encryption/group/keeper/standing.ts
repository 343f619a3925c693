import { ProtocolError } from '../../../../../protocol/errors.ts'
import { SEAL_KEY_BYTES } from '../../envelope.ts'
import type { RoomKeys } from '../../room-keys.ts'
import { ROOM_SECRET_BYTES } from '../../room-secret.ts'
import type { Stay } from '../../stay.ts'
import { type ContentKeyRing, EMPTY_RING, ringWith } from '../content-key-ring.ts'
import { GroupError } from '../group-error.ts'
import type { Followed, Group } from '../mls/group.ts'
import type { NewcomersStart } from '../newcomers-start.ts'
import type { FreshStarts } from './fresh-starts.ts'
import type { Description, EpochKeys, GroupKeeperHost, OpenedStart } from './keeper-host.ts'

/** A group that one is in, and the keys of messages in it. */
export interface Entered {
  readonly group: Group
  readonly ring: ContentKeyRing
  /** The room's link, where that is another one from then on, and who changed it. */
  readonly link?: { readonly keys: RoomKeys; readonly by: Stay }
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
const LINK = 'essaim link'

/** The keys of an epoch in which one is, or will be. */
const keysOf = async ({ group, ring }: Entered, epoch: number): Promise<EpochKeys> => ({
  epoch,
  media: await group.exportKey(MEDIA, MEDIA_BYTES),
  authenticator: group.authenticator,
  ring,
  members: new Set(group.members.values()),
  leafKeys: group.leafKeys,
  ownLeafKey: group.ownLeafKey,
})

/** How one stands: in which group, if in any, and by which keys messages are read. */
export class Standing {
  readonly #host: GroupKeeperHost
  readonly #freshStarts: FreshStarts
  /** Null while one is in none. */
  group: Group | null = null
  /** The room's, as far as one follows it. */
  epoch = 0
  /** The last epoch with which the room's link changes, as far as one has heard; one may not have followed there yet. */
  linkEpoch = 0
  ring: ContentKeyRing = EMPTY_RING

  constructor(host: GroupKeeperHost, freshStarts: FreshStarts) {
    this.#host = host
    this.#freshStarts = freshStarts
  }

  /** The keys of messages in an epoch, which may bring a new one. */
  async ringOf(
    { group, rotates }: Pick<Followed, 'group' | 'rotates'>,
    epoch: number,
  ): Promise<ContentKeyRing> {
    if (!rotates) return this.ring
    return ringWith(this.ring, epoch, await group.exportKey(CONTENT, SEAL_KEY_BYTES))
  }

  /** The group that came of a commit, and what follows from its epoch. */
  async following(followed: Followed, epoch: number): Promise<Entered> {
    const { group, changesLink: by } = followed
    const entered = { group, ring: await this.ringOf(followed, epoch) }
    return by === null ? entered : { ...entered, link: { keys: await this.#linkIn(group), by } }
  }

  /** Has the room's link follow from the group anew, as `offer` does; null where one is in none. */
  async changeLink(own: Stay): Promise<'entered' | Description | null> {
    if (this.group === null) return null
    const epoch = this.epoch + 1
    const made = await this.group.changingLink()
    const entered = await this.following({ group: made.group, rotates: true, changesLink: own }, epoch)
    return this.offer({ ...made, ...entered }, epoch)
  }

  async #linkIn(group: Group): Promise<RoomKeys> {
    return this.#host.linkOf(await group.exportKey(LINK, ROOM_SECRET_BYTES))
  }

  /** @param hoped - Its keys, where one has them already. */
  async enter(next: Entered, epoch: number, hoped: EpochKeys | null = null): Promise<void> {
    const keys = hoped ?? (await keysOf(next, epoch))
    this.group = next.group
    this.epoch = epoch
    this.ring = next.ring
    if (next.link) this.#host.linkChanged(next.link.keys, next.link.by)
    this.#host.entered(keys)
  }

  /**
   * Has the room take it, and goes on with it; otherwise returns what the room has.
   *
   * @param comesIn - Others follow before the room answers: what they send then is to be opened.
   */
  async offer(next: Next, epoch: number, comesIn = false): Promise<'entered' | Description | null> {
    const { group, commit, groupInfo, ring, link } = next
    const [verdict, hoped] = await Promise.all([
      this.#host.offer({ epoch, commit, groupInfo, ring, ...(link && { link: link.keys }) }),
      comesIn ? this.#hope(next, epoch) : null,
    ])
    if (verdict.is === 'stale') {
      const { group: other } = verdict
      if (other === null || other.epoch < epoch) {
        this.#freshStarts.after(new GroupError('refused, and nothing came before it'))
        return other
      }
      // It may have taken our own, and the answer was lost on its way; or somebody changed the link, as we are to hear in a moment.
      const mayBeOurs = other.epoch === epoch || link !== undefined
      const start = mayBeOurs && !this.#awaitsLink ? await this.open(other) : null
      if (start === null) return other
      // Where it is newer than ours, that is of one who follows us: what we were not told yet comes.
      const isOurs = other.epoch === epoch ? await this.#isDescribedBy(start, group) : start.byOfferedLink
      if (!isOurs) return other
    }
    await this.enter(next, epoch, hoped)
    return 'entered'
  }

  async #hope(next: Next, epoch: number): Promise<EpochKeys> {
    const keys = await keysOf(next, epoch)
    this.#host.hoped(keys)
    return keys
  }

  get #awaitsLink(): boolean {
    return this.linkEpoch > this.epoch
  }

  /**
   * What newcomers start from; null where nobody of the room made it. Rejects with a ProtocolError, `link-changed`, where it is likely to
   * be sealed by a link that one does not have.
   */
  open({ open }: Description): Promise<OpenedStart | null> {
    return this.#freshStarts.trusting(async () => {
      try {
        return await open()
      } catch (cause) {
        if (!(cause instanceof GroupError && this.#awaitsLink)) throw cause
        throw new ProtocolError('link-changed', 'the link was changed while one was not in the group', {
          cause,
        })
      }
    })
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
