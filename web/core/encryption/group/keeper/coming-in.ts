import { mergedRing } from '../content-key-ring.ts'
import { GroupError, NobodyInGroupError } from '../group-error.ts'
import { Group, type NextEpoch } from '../mls/group.ts'
import type { NewcomersStart } from '../newcomers-start.ts'
import type { Signer } from '../signer.ts'
import type { FreshStarts } from './fresh-starts.ts'
import type { Description, GroupKeeperHost, GroupKeeperTiming } from './keeper-host.ts'
import { keysOf, type Next, type Standing } from './standing.ts'
import { roundsBefore } from './turns.ts'

/** How often others may be faster, one after the other: far more than there are rounds of newcomers. */
const MOST_TRIES = 60

/** Who comes into which room's group. */
export interface Newcomer {
  readonly room: string
  readonly signer: Signer
}

/** Comes into the group of a room, or founds it. */
export class ComingIn {
  readonly #own: Newcomer
  readonly #host: GroupKeeperHost
  readonly #roundMs: number
  readonly #standing: Standing
  readonly #freshStarts: FreshStarts

  constructor(
    own: Newcomer,
    host: GroupKeeperHost,
    { roundMs }: GroupKeeperTiming,
    standing: Standing,
    freshStarts: FreshStarts,
  ) {
    this.#own = own
    this.#host = host
    this.#roundMs = roundMs
    this.#standing = standing
    this.#freshStarts = freshStarts
  }

  /**
   * Comes into the group that is described, or founds one where there is none that one can come into.
   *
   * @param may - Whether one still wants to: to be over with it, or to stay out of what there is, ends it.
   */
  async come(description: Description | null, may: () => 'come' | 'stay-out' | 'end'): Promise<void> {
    this.#standing.group = null
    const { stay } = this.#own.signer
    let from = description
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const wanted = may()
      if (wanted === 'end') return
      if (wanted === 'stay-out') return this.#stayOut(from)
      const epoch = (from?.epoch ?? 0) + 1
      const joined = from && (await this.#join(from))
      if (joined) this.#host.hoped(await keysOf(joined, epoch))
      const next = joined ?? (await this.#found(epoch))
      const became = await this.#standing.offer(next, epoch)
      if (became === 'entered') return
      const inside = new Set(next.group.members.values())
      inside.delete(stay)
      const rounds = roundsBefore(inside, this.#host.present(), stay)
      if (rounds > 0) await sleep(rounds * this.#roundMs * (0.5 + Math.random()))
      from = rounds > 0 ? await this.#host.describe() : became
    }
    throw new GroupError('others are faster for ever')
  }

  /** What is said can be read all the same. */
  async #stayOut(description: Description | null): Promise<void> {
    const standing = this.#standing
    standing.epoch = description?.epoch ?? 0
    if (description === null) return
    const start = await standing.open(description)
    if (start === null) return
    standing.ring = mergedRing(standing.ring, start.ring, description.epoch)
    this.#host.learned(standing.ring)
  }

  async #join(description: Description): Promise<Next | null> {
    const standing = this.#standing
    const start = await standing.open(description)
    if (start === null) return null
    const ring = mergedRing(standing.ring, start.ring, description.epoch)
    const made = await this.#freshStarts.trusting((): Promise<NextEpoch | null> => this.#comeInto(start))
    if (made !== null) return { ...made, ring }
    standing.ring = ring
    return null
  }

  /** Null where there is nobody to come to. */
  async #comeInto({ groupInfo }: NewcomersStart): Promise<NextEpoch | null> {
    const { room, signer } = this.#own
    try {
      return await Group.join(room, groupInfo, signer)
    } catch (error) {
      if (error instanceof NobodyInGroupError) return null
      throw error
    }
  }

  async #found(epoch: number): Promise<Next> {
    const { room, signer } = this.#own
    const group = await Group.create(room, signer)
    const groupInfo = await group.describe()
    const ring = await this.#standing.ringOf({ group, rotates: true }, epoch)
    return { group, commit: null, groupInfo, ring }
  }
}

const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs))
