import type { Stay } from '../stay.ts'
import { Group, type NextEpoch } from './group.ts'
import { GroupError } from './group-error.ts'

/** What the room has of its group: how often it was changed, and what newcomers start from. */
export interface Description {
  /** Counts what the room took: 1 when the group was founded. */
  readonly epoch: number
  readonly groupInfo: Uint8Array
}

/** What those are told of a change of the group who are in it. */
export interface GroupChange {
  /** The room's, after it. */
  readonly epoch: number
  /** Null where it was founded anew, and all come into it again. */
  readonly commit: Uint8Array | null
}

/** The room took a change, or has another one already, from which one goes on. */
export type Verdict = { readonly is: 'taken' } | { readonly is: 'stale'; readonly group: Description }

/** The keys of one epoch. */
export interface EpochKeys {
  readonly epoch: number
  /** From which the keys of media come in this epoch: 32 bytes. */
  readonly media: Uint8Array
  /** The same for all, and for nobody else: what people can compare. */
  readonly authenticator: Uint8Array
}

export interface GroupKeeperHost {
  /** Offers a change to the room, which takes one an epoch. Rejects where one is not in the room any more. */
  offer(change: GroupChange & Description): Promise<Verdict>
  /** What newcomers start from by now; null where there is none. Rejects as above. */
  describe(): Promise<Description | null>
  /** Whose stays are in the room, oneself included. */
  present(): ReadonlySet<Stay>
  /** New keys hold. */
  entered(keys: EpochKeys): void
  /** What the room had was no change that a room makes, or no group: one goes on without it. */
  distrusted(cause: GroupError): void
  /** Nothing can be kept any more. */
  failed(cause: unknown): void
}

export interface GroupKeeperTiming {
  /** Who leaves within this time is removed together, in milliseconds. */
  readonly gatherMs: number
  /** How long the next in line waits for the one before, in milliseconds. */
  readonly patienceMs: number
}

const TIMING: GroupKeeperTiming = { gatherMs: 200, patienceMs: 1_000 }

/** A group that was founded: there is nobody whom a commit would be for. */
type Founded = Omit<NextEpoch, 'commit'> & { readonly commit: null }

/** What media keys are exported for. */
const MEDIA = 'essaim media'
const MEDIA_BYTES = 32

/**
 * Keeps one's place in the room's group: founds it or comes into it, follows who comes and goes, and removes those who have
 * gone where it is one's turn. Works off one thing after the other, in the order in which the edge told them.
 */
export class GroupKeeper {
  readonly #room: string
  readonly #stay: Stay
  readonly #host: GroupKeeperHost
  readonly #timing: GroupKeeperTiming
  #group: Group | null = null
  #epoch = 0
  #work: Promise<void> = Promise.resolve()
  #removal: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(room: string, stay: Stay, host: GroupKeeperHost, timing: Partial<GroupKeeperTiming> = {}) {
    this.#room = room
    this.#stay = stay
    this.#host = host
    this.#timing = { ...TIMING, ...timing }
  }

  /** One is in the room, which has this group; null where it has none yet. */
  welcomed(description: Description | null): void {
    this.#then(async () => {
      if (description !== null && this.#group !== null && description.epoch === this.#epoch) return
      await this.#comeIn(description)
    })
  }

  /** Somebody changed the group. */
  changed({ epoch, commit }: GroupChange): void {
    this.#then(async () => {
      if (epoch <= this.#epoch) return
      const follows = epoch === this.#epoch + 1 && commit !== null
      const next = follows ? await this.#follow(commit) : null
      if (next === null) await this.#comeIn(await this.#host.describe())
      else await this.#enter(next, epoch)
    })
  }

  /** The group after that commit; null where it is not followed. */
  async #follow(commit: Uint8Array): Promise<Group | null> {
    const present = this.#host.present()
    try {
      return (await this.#group?.after(commit, (stay) => present.has(stay))) ?? null
    } catch (error) {
      this.#distrust(error)
      return null
    }
  }

  /** People came or went: whoever is gone is removed from the group, by the first in line, soon. */
  rosterChanged(): void {
    if (this.#removal !== undefined || this.#over) return
    this.#awaitTurn()
  }

  close(): void {
    this.#over = true
    clearTimeout(this.#removal)
  }

  #awaitTurn(): void {
    const { gatherMs, patienceMs } = this.#timing
    const delayMs = gatherMs + this.#placeInLine() * patienceMs
    this.#removal = setTimeout(() => {
      this.#removal = undefined
      this.#then(() => this.#removeGone())
    }, delayMs)
  }

  /** How many members who are here stand before us; what they do not do within their time, we do. */
  #placeInLine(): number {
    const group = this.#group
    if (group === null) return 0
    const present = this.#host.present()
    return [...group.members].filter(([leaf, stay]) => leaf < group.ownLeaf && present.has(stay)).length
  }

  async #removeGone(): Promise<void> {
    const present = this.#host.present()
    const gone = new Set([...(this.#group?.members.values() ?? [])].filter((stay) => !present.has(stay)))
    if (this.#group === null || gone.size === 0) return
    const next = await this.#group.without(gone)
    const epoch = this.#epoch + 1
    const verdict = await this.#host.offer({ epoch, commit: next.commit, groupInfo: next.groupInfo })
    if (verdict.is === 'taken') await this.#enter(next.group, epoch)
    // The change that the room had already is on its way; what is left to do is done after it.
    else this.rosterChanged()
  }

  /** Comes into the group that is described, or founds one where there is none that one can come into. */
  async #comeIn(description: Description | null): Promise<void> {
    this.#group = null
    let from = description
    while (!this.#over) {
      const { group, commit, groupInfo } = (from && (await this.#join(from))) ?? (await this.#found())
      const epoch = (from?.epoch ?? 0) + 1
      const verdict = await this.#host.offer({ epoch, commit, groupInfo })
      if (verdict.is === 'taken') return this.#enter(group, epoch)
      from = verdict.group
    }
  }

  async #join({ groupInfo }: Description): Promise<NextEpoch | null> {
    try {
      return await Group.join(this.#room, groupInfo, this.#stay)
    } catch (error) {
      this.#distrust(error)
      return null
    }
  }

  async #found(): Promise<Founded> {
    const group = await Group.create(this.#room, this.#stay)
    return { group, commit: null, groupInfo: await group.describe() }
  }

  async #enter(group: Group, epoch: number): Promise<void> {
    this.#group = group
    this.#epoch = epoch
    this.#host.entered({
      epoch,
      media: await group.exportKey(MEDIA, MEDIA_BYTES),
      authenticator: group.authenticator,
    })
    this.rosterChanged()
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      if (this.#over) return
      try {
        await work()
      } catch (error) {
        if (this.#over) return
        this.close()
        this.#host.failed(error)
      }
    })
  }

  #distrust(error: unknown): void {
    if (!(error instanceof GroupError)) throw error
    this.#host.distrusted(error)
  }
}
