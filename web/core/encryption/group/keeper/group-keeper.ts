import { ProtocolError } from '../../../../../protocol/errors.ts'
import type { Stay } from '../../stay.ts'
import { GroupError } from '../group-error.ts'
import type { Followed, Group } from '../mls/group.ts'
import { COMING_IN_AT_A_TIME_MS, FOLLOWING_AT_A_TIME_MS, givingWay } from '../mls/suite/giving-way.ts'
import { remembering } from '../mls/suite/memory.ts'
import { SUITE } from '../mls/suite/suite.ts'
import type { Signer } from '../signer.ts'
import { ComingIn } from './coming-in.ts'
import { FreshStarts } from './fresh-starts.ts'
import {
  type Description,
  type GroupChange,
  type GroupKeeperHost,
  type GroupKeeperTiming,
  KEEPER_TIMING,
} from './keeper-host.ts'
import { type Entered, Standing } from './standing.ts'
import { placeInLine } from './turns.ts'

/**
 * Keeps one's place in the room's group: founds it or comes into it, follows who comes and goes, and removes those who have
 * gone where it is one's turn. Works off one thing after the other, in the order in which the edge told them.
 */
export class GroupKeeper {
  readonly #own: Stay
  readonly #host: GroupKeeperHost
  readonly #timing: GroupKeeperTiming
  readonly #freshStarts: FreshStarts
  readonly #standing: Standing
  readonly #comingIn: ComingIn
  #work: Promise<void> = Promise.resolve()
  #removal: ReturnType<typeof setTimeout> | undefined
  #paused = false
  #over = false

  constructor(room: string, signer: Signer, host: GroupKeeperHost, timing: Partial<GroupKeeperTiming> = {}) {
    this.#own = signer.stay
    this.#host = host
    this.#timing = { ...KEEPER_TIMING, ...timing }
    this.#freshStarts = new FreshStarts((cause) => host.distrusted(cause))
    this.#standing = new Standing(host, this.#freshStarts)
    // For one stay, in one group: what was verified of it once need not be again.
    const suite = givingWay(remembering(SUITE), () =>
      this.#comingIn.isComing ? COMING_IN_AT_A_TIME_MS : FOLLOWING_AT_A_TIME_MS,
    )
    const own = { room, signer, suite }
    this.#comingIn = new ComingIn(own, host, this.#timing, this.#standing, this.#freshStarts)
  }

  /** One is in the room, which has this group; null where it has none yet. */
  welcomed(description: Description | null): void {
    this.#comingIn.told(description)
    const { epoch } = this.#standing
    this.#then(async () => {
      // What the room took of us since then is newer than that, and perhaps sealed by a newer link.
      const isOld = this.#standing.epoch !== epoch
      const newest = isOld ? await this.#comingIn.ask() : description
      if (!(await this.#standing.isIn(newest))) await this.#comeIn(newest)
    })
  }

  /** Somebody changed the group. */
  changed(change: GroupChange): void {
    const { epoch, commit, changesLink } = change
    this.#comingIn.heard(change)
    this.#then(async () => {
      const known = this.#standing.epoch
      if (epoch <= known) return
      const follows = epoch === known + 1 && commit !== null
      const next = follows ? await this.#follow(commit, epoch, changesLink) : null
      if (next !== null) {
        await this.#standing.enter(next, epoch)
        return this.rosterChanged()
      }
      if (!follows) this.#freshStarts.require()
      await this.#comeIn(await this.#comingIn.ask())
    })
  }

  /**
   * People came or went: whoever is gone is removed from the group, by the first in line, soon.
   *
   * @param atOnce - Somebody was put out.
   */
  rosterChanged(atOnce = false): void {
    this.#comingIn.look()
    if (this.#over || this.#paused || (this.#removal !== undefined && !atOnce)) return
    clearTimeout(this.#removal)
    const { gatherMs, patienceMs } = this.#timing
    const { group } = this.#standing
    const place = group ? placeInLine(group.members, this.#host.present(), group.ownLeaf) : 0
    this.#removal = setTimeout(
      () => {
        this.#removal = undefined
        this.#then(() => this.#removeGone())
      },
      (atOnce ? 0 : gatherMs) + place * patienceMs,
    )
  }

  /** A change of that epoch is on its way to us, in its turn, that changes the room's link. */
  linkChanges(epoch: number): void {
    this.#standing.linkEpoch = Math.max(this.#standing.linkEpoch, epoch)
  }

  /**
   * Changes the room's link, when its turn comes. Resolves with whether it did: not where another change was faster.
   *
   * @param may - Asked then whether it may still be.
   * Rejects with a ProtocolError where the room refuses it.
   */
  async changeLink(may: () => boolean): Promise<boolean> {
    let became: boolean | ProtocolError = false
    this.#then(async () => {
      if (this.#paused || !may()) return
      try {
        became = (await this.#standing.changeLink(this.#own)) === 'entered'
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        became = error
      }
    })
    await this.#work
    if (typeof became !== 'boolean') throw became
    return became
  }

  /** There are too many here: one changes nothing any more, and comes into nothing. */
  pause(): void {
    this.#paused = true
    this.#comingIn.look()
    clearTimeout(this.#removal)
    this.#removal = undefined
  }

  /** There are few enough again: one comes in where one is not, and removes who has gone. */
  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#then(async () => {
      if (this.#standing.group === null) await this.#comeIn(await this.#comingIn.ask())
      this.rosterChanged()
    })
  }

  /** Resolves when all that was told so far is worked off. */
  settled(): Promise<void> {
    return this.#work
  }

  close(): void {
    this.#over = true
    this.#comingIn.look()
    clearTimeout(this.#removal)
  }

  async #comeIn(description: Description | null): Promise<void> {
    await this.#comingIn.come(description, () => {
      if (this.#over) return 'end'
      return this.#paused ? 'stay-out' : 'come'
    })
    this.rosterChanged()
  }

  /** The group after that commit; null where it is not followed. */
  async #follow(
    commit: () => Promise<Uint8Array>,
    epoch: number,
    changesLink: boolean,
  ): Promise<Entered | null> {
    const present = this.#host.present()
    const { group } = this.#standing
    if (group === null) return null
    const followed = await this.#freshStarts.trusting(async (): Promise<Followed> => {
      const next = await group.after(await commit(), (stay) => present.has(stay))
      this.#requireComers(group, next.group)
      // Moderators alone change the link, and who is one the edge knows.
      if (changesLink !== (next.changesLink !== null))
        throw new GroupError('a change of the link that the room does not know of, or none')
      return next
    })
    return followed && this.#standing.following(followed, epoch)
  }

  /** Throws a GroupError where somebody came into the group who never was in the room. */
  #requireComers(before: Group, after: Group): void {
    const known = new Set(before.members.values())
    for (const stay of after.members.values())
      if (!known.has(stay) && !this.#host.hasCome(stay))
        throw new GroupError('somebody who is not here comes')
  }

  async #removeGone(): Promise<void> {
    const { group } = this.#standing
    if (group === null || this.#paused) return
    const gone = new Set([...group.members.values()].filter((stay) => !this.#host.mayBeHere(stay)))
    if (gone.size === 0) return
    const rotates = this.#host.rotatesWithout(gone)
    const made = await group.without(gone, rotates)
    const epoch = this.#standing.epoch + 1
    const ring = await this.#standing.ringOf({ group: made.group, rotates }, epoch)
    // Where the room has another change already, that is on its way to us; what is left to do is done after it.
    await this.#standing.offer({ ...made, ring }, epoch)
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
    const isOut = error instanceof ProtocolError && error.code === 'link-changed'
    if (isOut || error instanceof GroupError || !this.#freshStarts.spend()) {
      this.close()
      this.#host.failed(error)
      return
    }
    console.warn('group:', error)
    await sleep(this.#timing.patienceMs * (0.5 + Math.random()))
    this.#then(async () => this.#comeIn(await this.#comingIn.ask()))
  }
}

const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs))
