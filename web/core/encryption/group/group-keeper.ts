import { AttemptBudget } from './attempt-budget.ts'
import {
  CONTENT_KEY_BYTES,
  type ContentKeyRing,
  EMPTY_RING,
  mergedRing,
  ringWith,
} from './content-key-ring.ts'
import { type Followed, Group, type NextEpoch } from './group.ts'
import { GroupError, NobodyInGroupError } from './group-error.ts'
import {
  type Description,
  type EpochKeys,
  type GroupChange,
  type GroupKeeperHost,
  type GroupKeeperTiming,
  KEEPER_TIMING,
} from './keeper-host.ts'
import type { NewcomersStart } from './newcomers-start.ts'
import type { Signer } from './signer.ts'
import { placeInLine, roundsBefore } from './turns.ts'

/** The group that one goes on with, once the room has taken it. */
interface Next {
  readonly group: Group
  /** Null where it is founded: there is nobody whom a commit would be for. */
  readonly commit: Uint8Array | null
  readonly groupInfo: Uint8Array
  readonly ring: ContentKeyRing
}

/** A group that one is in, and the keys of messages in it. */
type Entered = Pick<Next, 'group' | 'ring'>

/** What keys are exported for. */
const MEDIA = 'essaim media'
const MEDIA_BYTES = 32
const CONTENT = 'essaim content'

/** How often within a minute one goes on from what cannot be followed: then somebody hinders us. */
const FRESH_STARTS = 5
const FRESH_STARTS_WITHIN_MS = 60_000

/** How often others may be faster, one after the other: far more than there are rounds of newcomers. */
const MOST_TRIES = 60

/**
 * Keeps one's place in the room's group: founds it or comes into it, follows who comes and goes, and removes those who have
 * gone where it is one's turn. Works off one thing after the other, in the order in which the edge told them.
 */
export class GroupKeeper {
  readonly #room: string
  readonly #signer: Signer
  readonly #host: GroupKeeperHost
  readonly #timing: GroupKeeperTiming
  readonly #freshStarts = new AttemptBudget(FRESH_STARTS, FRESH_STARTS_WITHIN_MS)
  #group: Group | null = null
  #epoch = 0
  #ring = EMPTY_RING
  #work: Promise<void> = Promise.resolve()
  #removal: ReturnType<typeof setTimeout> | undefined
  #paused = false
  #over = false

  constructor(room: string, signer: Signer, host: GroupKeeperHost, timing: Partial<GroupKeeperTiming> = {}) {
    this.#room = room
    this.#signer = signer
    this.#host = host
    this.#timing = { ...KEEPER_TIMING, ...timing }
  }

  /** One is in the room, which has this group; null where it has none yet. */
  welcomed(description: Description | null): void {
    this.#then(async () => {
      if (!(await this.#isOurs(description))) await this.#comeIn(description)
    })
  }

  /** Somebody changed the group. */
  changed({ epoch, commit }: GroupChange): void {
    this.#then(async () => {
      if (epoch <= this.#epoch) return
      const follows = epoch === this.#epoch + 1 && commit !== null
      const next = follows ? await this.#follow(commit, epoch) : null
      if (next !== null) return this.#enter(next, epoch)
      if (!follows) this.#startAfresh()
      await this.#comeIn(await this.#host.describe())
    })
  }

  /**
   * People came or went: whoever is gone is removed from the group, by the first in line, soon.
   *
   * @param atOnce - Somebody was put out.
   */
  rosterChanged(atOnce = false): void {
    if (this.#over || this.#paused || (this.#removal !== undefined && !atOnce)) return
    clearTimeout(this.#removal)
    const { gatherMs, patienceMs } = this.#timing
    const group = this.#group
    const place = group ? placeInLine(group.members, this.#host.present(), group.ownLeaf) : 0
    this.#removal = setTimeout(
      () => {
        this.#removal = undefined
        this.#then(() => this.#removeGone())
      },
      (atOnce ? 0 : gatherMs) + place * patienceMs,
    )
  }

  /** There are too many here: one changes nothing any more, and comes into nothing. */
  pause(): void {
    this.#paused = true
    clearTimeout(this.#removal)
    this.#removal = undefined
  }

  /** There are few enough again: one comes in where one is not, and removes who has gone. */
  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#then(async () => {
      if (this.#group === null) await this.#comeIn(await this.#host.describe())
      this.rosterChanged()
    })
  }

  /** Resolves when all that was told so far is worked off. */
  settled(): Promise<void> {
    return this.#work
  }

  close(): void {
    this.#over = true
    clearTimeout(this.#removal)
  }

  /** Whether it is the group that we are in. */
  async #isOurs(description: Description | null): Promise<boolean> {
    const group = this.#group
    if (group === null || description?.epoch !== this.#epoch) return false
    const start = await this.#open(description)
    return start !== null && group.isDescribedBy(start.groupInfo)
  }

  /** The group after that commit; null where it is not followed. */
  async #follow(
    commit: () => Promise<Uint8Array>,
    epoch: number,
  ): Promise<Pick<Next, 'group' | 'ring'> | null> {
    const present = this.#host.present()
    const group = this.#group
    if (group === null) return null
    const followed = await this.#trusting(async (): Promise<Followed> => {
      const next = await group.after(await commit(), (stay) => present.has(stay))
      this.#requireComers(group, next.group)
      return next
    })
    return followed && { group: followed.group, ring: await this.#ringOf(followed, epoch) }
  }

  /** Throws a GroupError where somebody came into the group who never was in the room. */
  #requireComers(before: Group, after: Group): void {
    const known = new Set(before.members.values())
    for (const stay of after.members.values())
      if (!known.has(stay) && !this.#host.hasCome(stay))
        throw new GroupError('somebody who is not here comes')
  }

  /** The keys of messages in an epoch, which may bring a new one. */
  async #ringOf({ group, rotates }: Followed, epoch: number): Promise<ContentKeyRing> {
    if (!rotates) return this.#ring
    return ringWith(this.#ring, epoch, await group.exportKey(CONTENT, CONTENT_KEY_BYTES))
  }

  async #removeGone(): Promise<void> {
    const group = this.#group
    if (group === null || this.#paused) return
    const present = this.#host.present()
    const gone = new Set([...group.members.values()].filter((stay) => !present.has(stay)))
    if (gone.size === 0) return
    const rotates = this.#host.rotatesWithout(gone)
    const made = await group.without(gone, rotates)
    const epoch = this.#epoch + 1
    const next = { ...made, ring: await this.#ringOf({ group: made.group, rotates }, epoch) }
    // Where the room has another change already, that is on its way to us; what is left to do is done after it.
    if ((await this.#offer(next, epoch)) === 'entered') return
    this.rosterChanged()
  }

  /** Comes into the group that is described, or founds one where there is none that one can come into. */
  async #comeIn(description: Description | null): Promise<void> {
    this.#group = null
    let from = description
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (this.#over) return
      if (this.#paused) return this.#stayOut(from)
      const epoch = (from?.epoch ?? 0) + 1
      const joined = from && (await this.#join(from))
      if (joined) this.#host.hoped(await keysOf(joined, epoch))
      const next = joined ?? (await this.#found(epoch))
      const became = await this.#offer(next, epoch)
      if (became === 'entered') return
      const inside = new Set(next.group.members.values())
      inside.delete(this.#signer.stay)
      const rounds = roundsBefore(inside, this.#host.present(), this.#signer.stay)
      if (rounds > 0) await sleep(rounds * this.#timing.roundMs * (0.5 + Math.random()))
      from = rounds > 0 ? await this.#host.describe() : became
    }
    throw new GroupError('others are faster for ever')
  }

  /** What is said can be read all the same. */
  async #stayOut(description: Description | null): Promise<void> {
    this.#epoch = description?.epoch ?? 0
    if (description === null) return
    const start = await this.#open(description)
    if (start === null) return
    this.#ring = mergedRing(this.#ring, start.ring, description.epoch)
    this.#host.learned(this.#ring)
  }

  async #join(description: Description): Promise<Next | null> {
    const start = await this.#open(description)
    if (start === null) return null
    const ring = mergedRing(this.#ring, start.ring, description.epoch)
    const made = await this.#trusting((): Promise<NextEpoch | null> => this.#comeInto(start))
    if (made !== null) return { ...made, ring }
    this.#ring = ring
    return null
  }

  /** Null where there is nobody to come to. */
  async #comeInto({ groupInfo }: NewcomersStart): Promise<NextEpoch | null> {
    try {
      return await Group.join(this.#room, groupInfo, this.#signer)
    } catch (error) {
      if (error instanceof NobodyInGroupError) return null
      throw error
    }
  }

  async #found(epoch: number): Promise<Next> {
    const group = await Group.create(this.#room, this.#signer)
    const groupInfo = await group.describe()
    return { group, commit: null, groupInfo, ring: await this.#ringOf({ group, rotates: true }, epoch) }
  }

  #open(description: Description): Promise<NewcomersStart | null> {
    return this.#trusting(description.open)
  }

  /** Has the room take it, and goes on with it; otherwise returns what the room has. */
  async #offer(next: Next, epoch: number): Promise<'entered' | Description | null> {
    const { group, commit, groupInfo, ring } = next
    const verdict = await this.#host.offer({ epoch, commit, groupInfo, ring })
    if (verdict.is === 'stale') {
      const { group: other } = verdict
      if (other === null || other.epoch < epoch) {
        this.#distrust(new GroupError('refused, and nothing came before it'))
        return other
      }
      // It took our own, and the answer was lost on its way.
      const start = other.epoch === epoch ? await this.#open(other) : null
      if (start === null || !group.isDescribedBy(start.groupInfo)) return other
    }
    await this.#enter(next, epoch)
    return 'entered'
  }

  async #enter(next: Entered, epoch: number): Promise<void> {
    const keys = await keysOf(next, epoch)
    this.#group = next.group
    this.#epoch = epoch
    this.#ring = next.ring
    this.#host.entered(keys)
    this.rosterChanged()
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      if (this.#over) return
      try {
        await work()
      } catch (error) {
        if (!this.#over) await this.#recover(error)
      }
    })
  }

  /** The room could not be asked: what became of what one asked is not known, and one comes in anew. */
  async #recover(error: unknown): Promise<void> {
    if (error instanceof GroupError || !this.#freshStarts.spend()) {
      this.close()
      this.#host.failed(error)
      return
    }
    console.warn('group:', error)
    await sleep(this.#timing.patienceMs * (0.5 + Math.random()))
    this.#then(async () => this.#comeIn(await this.#host.describe()))
  }

  async #trusting<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof GroupError)) throw error
      this.#distrust(error)
      return null
    }
  }

  #distrust(error: GroupError): void {
    this.#host.distrusted(error)
    this.#startAfresh()
  }

  #startAfresh(): void {
    if (!this.#freshStarts.spend()) throw new GroupError('the group cannot be followed')
  }
}

const keysOf = async ({ group, ring }: Entered, epoch: number): Promise<EpochKeys> => ({
  epoch,
  media: await group.exportKey(MEDIA, MEDIA_BYTES),
  authenticator: group.authenticator,
  ring,
  members: new Set(group.members.values()),
})

const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs))
