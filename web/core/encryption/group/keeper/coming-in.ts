import type { CiphersuiteImpl, GroupInfo } from 'ts-mls'
import type { Stay } from '../../stay.ts'
import { mergedRing } from '../content-key-ring.ts'
import { GroupError, NobodyInGroupError } from '../group-error.ts'
import { comerBy, lookThrough, membersDescribed, readDescription } from '../mls/description.ts'
import { Group, type NextEpoch } from '../mls/group.ts'
import type { NewcomersStart } from '../newcomers-start.ts'
import type { Signer } from '../signer.ts'
import type { FreshStarts } from './fresh-starts.ts'
import type { Description, GroupChange, GroupKeeperHost, GroupKeeperTiming } from './keeper-host.ts'
import { NewcomersLine } from './newcomers-line.ts'
import type { Next, Standing } from './standing.ts'

/** How often others may be faster, one after the other: far more than try at once. */
const MOST_TRIES = 60

/** Who comes into which room's group. */
export interface Newcomer {
  readonly room: string
  readonly signer: Signer
  readonly suite: CiphersuiteImpl
}

/** What one starts from. */
interface From {
  readonly epoch: number
  /** Null where there is none, or nobody of the room made it. */
  readonly start: NewcomersStart | null
  /** The group in it; null where there is none that one could come into. */
  readonly described: GroupInfo | null
}

/** Comes into the group of a room, or founds it. */
export class ComingIn {
  readonly #own: Newcomer
  readonly #host: GroupKeeperHost
  readonly #standing: Standing
  readonly #freshStarts: FreshStarts
  readonly #line: NewcomersLine
  /** The newest epoch that the room has told of. */
  #announced = 0
  #isComing = false

  constructor(
    own: Newcomer,
    host: GroupKeeperHost,
    { patienceMs }: GroupKeeperTiming,
    standing: Standing,
    freshStarts: FreshStarts,
  ) {
    this.#own = own
    this.#host = host
    this.#standing = standing
    this.#freshStarts = freshStarts
    this.#line = new NewcomersLine(own.signer.stay, () => host.awaited(), patienceMs)
  }

  /**
   * Comes into the group that is described, or founds one where there is none that one can come into.
   *
   * @param may - Whether one still wants to: to be over with it, or to stay out of what there is, ends it.
   */
  async come(description: Description | null, may: () => 'come' | 'stay-out' | 'end'): Promise<void> {
    this.#standing.group = null
    this.#isComing = true
    this.#line.begin()
    try {
      let from = await this.#startFrom(description)
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        await this.#awaitTurn(from, () => may() === 'come')
        const wanted = may()
        if (wanted === 'end') return
        if (wanted === 'stay-out') return this.#stayOut(from)
        const became = this.#isStale(from) ? 'stale' : await this.#try(from)
        if (became === 'entered') return
        from = await this.#startFrom(became === 'stale' ? await this.ask() : became)
      }
    } finally {
      this.#isComing = false
    }
    throw new GroupError('others are faster for ever')
  }

  /** Whether one is about to come into the group. */
  get isComing(): boolean {
    return this.#isComing
  }

  /** The room has that: it is as new as all that was told before it. To be called as soon as it is told. */
  told(description: Description | null): void {
    this.#announced = description?.epoch ?? 0
  }

  /** What the room has by now. Rejects where it cannot be asked. */
  async ask(): Promise<Description | null> {
    const description = await this.#host.describe()
    this.told(description)
    return description
  }

  /** Somebody changed the group; told at once, whatever is being worked off. */
  heard({ epoch, commit }: GroupChange): void {
    if (epoch <= this.#announced) return
    this.#announced = epoch
    if (!this.#isComing) return
    if (commit === null) this.#line.begin()
    else void this.#note(commit)
  }

  /** Who is here changed, or whether one wants to come in. */
  look(): void {
    this.#line.look()
  }

  /** Who comes by a commit only tells whose turn it is: what is wrong with it is found by whoever follows it. */
  async #note(commit: () => Promise<Uint8Array>): Promise<void> {
    let comer: Stay | null = null
    try {
      comer = comerBy(await commit())
    } catch (error) {
      if (!(error instanceof GroupError)) throw error
    }
    this.#line.moved(comer)
  }

  /** Whether the room has a newer epoch already. */
  #isStale({ epoch }: From): boolean {
    return this.#announced > epoch
  }

  /** Reads what the room answered, and where in line one stands by it. */
  async #startFrom(description: Description | null): Promise<From> {
    const epoch = description?.epoch ?? 0
    this.#announced = Math.max(this.#announced, epoch)
    const start = description && (await this.#standing.open(description))
    const { room } = this.#own
    const described = await this.#freshStarts.trusting(async () => {
      const read = start && readDescription(room, start.groupInfo)
      if (read) this.#line.know(membersDescribed(read))
      return read
    })
    if (described === null) this.#line.begin()
    return { epoch, start, described }
  }

  /** Resolves when it is one's turn, or one wants to come in no longer. */
  async #awaitTurn({ described }: From, waits: () => boolean): Promise<void> {
    // There is time for it now.
    if (described && waits() && !this.#line.isOurTurn) await lookThrough(described, this.#own.suite)
    await this.#line.turn(waits)
  }

  /** Comes in, or founds the group; otherwise returns what the room has, or that it has something newer. */
  async #try(from: From): Promise<'entered' | 'stale' | Description | null> {
    const begunAt = performance.now()
    const epoch = from.epoch + 1
    const joined = await this.#join(from)
    const next = joined ?? (await this.#found(epoch))
    if (this.#isStale(from)) return 'stale'
    const became = await this.#standing.offer(next, epoch, joined !== null)
    this.#line.took(performance.now() - begunAt)
    return became
  }

  /** What is said can be read all the same. */
  #stayOut({ epoch, start }: From): void {
    const standing = this.#standing
    standing.epoch = epoch
    if (start === null) return
    standing.ring = mergedRing(standing.ring, start.ring, epoch)
    this.#host.learned(standing.ring)
  }

  /** Null where there is nobody to come to, or what is described cannot be. */
  async #join({ epoch, start, described }: From): Promise<Next | null> {
    if (start === null) return null
    const standing = this.#standing
    const ring = mergedRing(standing.ring, start.ring, epoch)
    const made =
      described && (await this.#freshStarts.trusting((): Promise<NextEpoch | null> => this.#comeInto(start)))
    if (made !== null) return { ...made, ring }
    standing.ring = ring
    return null
  }

  /** Null where there is nobody to come to. */
  async #comeInto({ groupInfo }: NewcomersStart): Promise<NextEpoch | null> {
    const { room, signer, suite } = this.#own
    try {
      return await Group.join(room, groupInfo, signer, suite)
    } catch (error) {
      if (error instanceof NobodyInGroupError) return null
      throw error
    }
  }

  async #found(epoch: number): Promise<Next> {
    const { room, signer, suite } = this.#own
    const group = await Group.create(room, signer, suite)
    const groupInfo = await group.describe()
    const ring = await this.#standing.ringOf({ group, rotates: true }, epoch)
    return { group, commit: null, groupInfo, ring }
  }
}
