import { GROUP_RETURN_PEERS, MAX_GROUP_PEERS } from '../../../../protocol/limits.ts'
import type { Stay } from '../stay.ts'

/**
 * By which keys media goes: not known yet; those of the group; those of the link, until people are in the group; those of the
 * link, since there are too many for one; those of the link, since none could be kept.
 */
export type Mode = 'beginning' | 'group' | 'returning' | 'crowd' | 'unkept'

/** How many people a group has (K35). */
export interface GroupSizes {
  readonly most: number
  /** Below so many, a crowd has a group again. */
  readonly returnBelow: number
}

const GROUP_SIZES: GroupSizes = { most: MAX_GROUP_PEERS, returnBelow: GROUP_RETURN_PEERS }

/** How long a crowd that has shrunk waits for all of it to come into the group, in milliseconds. */
const RETURN_PATIENCE_MS = 10_000

export interface GroupModeHost {
  /** Media is sent by those keys; and whether what others send by those of the link is taken. */
  useKeys(keys: 'group' | 'link', acceptsLink: boolean): void
  /** Whether one is to be in the group: not where there are too many. */
  keepGroup(keeps: boolean): void
}

/** Decides by which keys media goes, of who is here and who is in the group. */
export class GroupMode {
  readonly #host: GroupModeHost
  readonly #sizes: GroupSizes
  #mode: Mode = 'beginning'
  #used: string | null = null
  #present: ReadonlySet<Stay> = new Set()
  /** Empty while one is in no group. */
  #members: ReadonlySet<Stay> = new Set()
  #patience: ReturnType<typeof setTimeout> | undefined

  constructor(host: GroupModeHost, sizes: GroupSizes = GROUP_SIZES) {
    this.#host = host
    this.#sizes = sizes
  }

  get mode(): Mode {
    return this.#mode
  }

  /** These are here now, oneself included. */
  count(present: ReadonlySet<Stay>): void {
    this.#present = present
    this.#decide()
  }

  /** These are in the group, which one is in as well. */
  entered(members: ReadonlySet<Stay>): void {
    this.#members = members
    this.#decide()
  }

  /** No group can be kept. */
  giveUp(): void {
    this.#mode = 'unkept'
    this.#awaitNobody()
    this.#use('link', true)
  }

  close(): void {
    this.#awaitNobody()
  }

  #decide(): void {
    const { most, returnBelow } = this.#sizes
    const count = this.#present.size
    if (this.#mode === 'unkept') return
    if (count > most) return this.#becomeCrowd()
    if (this.#mode === 'crowd' && count < returnBelow) {
      this.#mode = 'returning'
      this.#host.keepGroup(true)
    }
    if (this.#mode === 'beginning' && this.#members.size > 0) this.#begin()
    if (this.#mode === 'returning') this.#comeBack()
    // Nobody who comes can tell whether so many are a crowd that has shrunk: all take what a crowd sends.
    if (this.#mode === 'group') this.#use('group', count >= returnBelow)
  }

  #becomeCrowd(): void {
    this.#awaitNobody()
    if (this.#mode !== 'crowd') this.#host.keepGroup(false)
    this.#mode = 'crowd'
    this.#use('link', true)
  }

  #begin(): void {
    const { returnBelow } = this.#sizes
    if (this.#present.size >= returnBelow) {
      this.#mode = 'returning'
      this.#use('link', true)
      return
    }
    this.#mode = 'group'
    // So many may be coming back at this moment, and send by keys of the link for a while.
    if (this.#present.size > returnBelow / 2) this.#use('group', true)
  }

  #comeBack(): void {
    const allAreIn = [...this.#present].every((stay) => this.#members.has(stay))
    if (allAreIn) return this.#beGroup()
    if (this.#present.size >= this.#sizes.returnBelow) return this.#awaitNobody()
    this.#patience ??= setTimeout(() => {
      this.#patience = undefined
      if (this.#members.size > 0) this.#beGroup()
    }, RETURN_PATIENCE_MS)
  }

  #beGroup(): void {
    this.#awaitNobody()
    this.#mode = 'group'
    this.#use('group', this.#present.size >= this.#sizes.returnBelow)
  }

  #awaitNobody(): void {
    clearTimeout(this.#patience)
    this.#patience = undefined
  }

  #use(keys: 'group' | 'link', acceptsLink: boolean): void {
    const used = `${keys} ${acceptsLink}`
    if (used === this.#used) return
    this.#used = used
    this.#host.useKeys(keys, acceptsLink)
  }
}
