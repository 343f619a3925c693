import * as v from 'valibot'
import { ProtocolError } from '../../../../protocol/errors.ts'
import {
  type CommitVerdict,
  type GroupDescription,
  OfferedChange,
} from '../../../../protocol/page-edge/group.ts'
import type { ToldChange } from '../../../../web/core/encryption/room-facts.ts'

type Offered = v.InferOutput<typeof OfferedChange>

/** What an edge does with what it carries of the group; what it says nothing of it does honestly. */
export interface GroupLies<Person> {
  /** What somebody is told in place of a change, one after the other. */
  tell?(to: Person, change: ToldChange): readonly ToldChange[]
  /** What somebody is answered in the edge's place, which takes nothing then. */
  verdict?(from: Person, offered: Offered): CommitVerdict | null
  /** Where it loses what it answered somebody: when their page asks for the same once more. */
  loses?(to: Person): Promise<void> | null
  /** Whether nothing is answered to somebody but that they ask too often. */
  refuses?(from: Person): boolean
  /** The group that somebody is told of who comes, who asks, or who is too late. */
  describe?(to: Person, group: GroupDescription | null): GroupDescription | null
}

/** Somebody's page, as far as it keeps its place in the group. */
export interface Member {
  changed(change: ToldChange): void
}

/** The group of a room, as the edge keeps it: one change an epoch, told to all others; it may lie to some of them. */
export class LyingRoom<Person extends Member> {
  group: GroupDescription | null = null
  readonly people = new Set<Person>()
  readonly moderators = new Set<Person>()
  lies: GroupLies<Person> = {}
  /** Of whom it tells nobody, and whom it tells of all. */
  readonly hidden = new Set<Person>()
  /** All that it took, and from what newcomers started, in their order. */
  readonly taken: Offered[] = []
  /** How often anybody asked for a change, or for the group. */
  asked = 0

  answer(from: Person, request: string, params: unknown): object {
    if (this.lies.refuses?.(from)) {
      this.asked += 1
      throw new ProtocolError('rate-limited', 'too often', { retryAfterMs: 50 })
    }
    if (request === 'describe-group') return { group: this.describe(from) }
    return this.commit(from, v.parse(OfferedChange, params))
  }

  /** The group, as it says that it is. */
  describe(to: Person): GroupDescription | null {
    this.asked += 1
    return this.lies.describe ? this.lies.describe(to, this.group) : this.group
  }

  commit(from: Person, offered: Offered): CommitVerdict {
    this.asked += 1
    const lie = this.lies.verdict?.(from, offered) ?? null
    if (lie !== null) return lie
    const { epoch, commit, info, newLink } = offered
    if (newLink && !this.moderators.has(from)) throw new ProtocolError('not-allowed', 'moderators alone')
    if (epoch !== (this.group?.epoch ?? 0) + 1) return { is: 'stale', group: this.describe(from) }
    this.group = { epoch, info }
    this.taken.push(offered)
    for (const person of [...this.people, ...this.hidden])
      if (person !== from) this.tell(person, { epoch, commit, ...(newLink && { changesLink: true }) })
    return { is: 'taken' }
  }

  tell(to: Person, change: ToldChange): void {
    for (const told of this.lies.tell?.(to, change) ?? [change]) to.changed(told)
  }
}
