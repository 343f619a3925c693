import * as v from 'valibot'
import { vi } from 'vitest'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import {
  type CommitVerdict,
  type GroupDescription,
  OfferedChange,
} from '../../../../protocol/page-edge/group.ts'
import { ContentKeys } from '../../../../web/core/encryption/content-keys.ts'
import type { GroupSizes } from '../../../../web/core/encryption/group/group-mode.ts'
import { RoomGroup } from '../../../../web/core/encryption/group/room-group.ts'
import { newSigner, type Signer } from '../../../../web/core/encryption/group/signer.ts'
import { LeafKeys } from '../../../../web/core/encryption/leaf-keys.ts'
import { LinkKeys } from '../../../../web/core/encryption/link-keys.ts'
import type { Ask } from '../../../../web/core/encryption/opened.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'
import type { KeysInUse } from '../../../../web/core/room-state/room-state.ts'
import { cryptoAtRest } from './crypto-at-rest.ts'

/** How long receivers hold a frame of keys that may come (K23), and keep what went out of use (K25, K26), in milliseconds. */
const HELD_MS = 300
const EPOCH_GRACE_MS = 5_000
const LINK_GRACE_MS = 10_000
/** How often somebody sends a frame, and the clock goes on. */
const TICK_MS = 20

/** The key of a frame: the epoch's, as far as one can see from outside; or the link's. */
type Key = string

const LINK: Key = 'link'

interface Wishes {
  readonly room: RoomName
  readonly keys: RoomKeys
  /** How long a frame takes to the edge and back, for each who comes. */
  readonly roundTripMs: () => number
  readonly sizes?: GroupSizes
}

/** A room some way off: its edge, which keeps the group, and the pages of who is there, on one clock. */
export class DistantRoom {
  readonly people = new Set<DistantPage>()
  readonly wishes: Wishes
  group: GroupDescription | null = null
  /** How many changes it took, and how many came too late. */
  taken = 0
  inVain = 0
  nowMs = 0
  /** The socket falls before each answer comes: what was asked is asked again. */
  answersTwice = false

  constructor(wishes: Wishes) {
    this.wishes = wishes
  }

  /** Somebody has come to its door; where they are asleep, their page never hears that it is in. */
  async come(how: 'awake' | 'asleep' = 'awake'): Promise<DistantPage> {
    const page = new DistantPage(this, await newSigner(), this.wishes.roundTripMs())
    this.people.add(page)
    this.#tellWhoIsHere()
    const { group } = this
    if (how === 'awake') page.later(() => page.group.welcomed(group))
    return page
  }

  go(page: DistantPage): void {
    this.people.delete(page)
    page.close()
    this.#tellWhoIsHere()
  }

  /** A moderator puts somebody out. */
  putOut(page: DistantPage): void {
    for (const other of this.people) if (other !== page) other.later(() => other.group.removed(page.stay))
    this.go(page)
  }

  /** The edge has not heard of a page for too long, which goes on. */
  lose(page: DistantPage): void {
    this.people.delete(page)
    this.#tellWhoIsHere()
  }

  /** That page comes anew, as who it was. */
  comeAgain(page: DistantPage): void {
    this.people.add(page)
    this.#tellWhoIsHere()
    const { group } = this
    page.later(() => page.group.welcomed(group))
  }

  #tellWhoIsHere(): void {
    const stays = new Set([...this.people].map(({ stay }) => stay))
    for (const page of this.people) page.later(() => page.group.present(stays))
  }

  take(from: DistantPage, offered: v.InferOutput<typeof OfferedChange>): CommitVerdict {
    const { epoch, commit, info } = offered
    if (epoch !== (this.group?.epoch ?? 0) + 1) {
      this.inVain += 1
      return { is: 'stale', group: this.group }
    }
    this.taken += 1
    this.group = { epoch, info }
    for (const page of this.people) if (page !== from) page.later(() => page.group.changed({ epoch, commit }))
    return { is: 'taken' }
  }

  /** Lets the clock go on; whoever is there speaks all the time. */
  async pass(durationMs: number): Promise<void> {
    for (const end = this.nowMs + durationMs; this.nowMs < end; this.nowMs += TICK_MS) {
      await cryptoAtRest()
      for (const page of this.people) page.speak()
      await vi.advanceTimersByTimeAsync(TICK_MS)
    }
    await cryptoAtRest()
  }

  /** The longest that anybody who was there heard nothing of anybody who was there, in milliseconds. */
  longestSilence(): number {
    return Math.max(0, ...[...this.people].flatMap((page) => [...page.silences.values()]))
  }
}

/** Somebody's page: the page's own code for the group, and what it says and hears. */
export class DistantPage {
  readonly stay: Stay
  readonly group: RoomGroup
  readonly contentKeys: ContentKeys
  keys: KeysInUse | null = null
  tampered = 0
  /** The longest silence of each other, since they were heard first. */
  readonly silences = new Map<DistantPage, number>()
  readonly #room: DistantRoom
  readonly #roundTripMs: number
  readonly #heardAt = new Map<DistantPage, number>()
  readonly #waiting: { readonly from: DistantPage; readonly key: Key; readonly untilMs: number }[] = []
  /** Until when each key is taken. */
  readonly #taken = new Map<Key, number>()
  #epochKey: Key | null = null
  #sends: 'group' | 'link' | null = null

  constructor(room: DistantRoom, signer: Signer, roundTripMs: number) {
    this.stay = signer.stay
    this.#room = room
    this.#roundTripMs = roundTripMs
    const { keys, sizes } = room.wishes
    this.contentKeys = new ContentKeys(keys.seal)
    this.group = new RoomGroup(
      { room: room.wishes.room, signer, links: new LinkKeys(keys) },
      {
        ask: this.#ask,
        contentKeys: this.contentKeys,
        leafKeys: new LeafKeys(),
        media: {
          enterEpoch: (epoch, secret) => this.#enter(`${epoch} ${secret.join()}`),
          changeLink: () => {},
          useKeys: (which, acceptsLink) => this.#use(which, acceptsLink),
        },
        keysChanged: (changed) => {
          this.keys = changed
        },
        linkChanged: () => {},
        failed: () => {},
        tampered: () => {
          this.tampered += 1
        },
        checkConnection: () => {},
      },
      sizes,
    )
  }

  /** Something reaches the page after its way. */
  later(happens: () => void): void {
    setTimeout(happens, this.#roundTripMs / 2)
  }

  /** Sends a frame to everybody, if there is a key for it. */
  speak(): void {
    const key = this.#sends === 'link' ? LINK : this.#sends && this.#epochKey
    for (const other of this.#room.people)
      if (other !== this && key !== null) setTimeout(() => other.#hear(this, key), TICK_MS)
    for (const { from, key: waiting, untilMs } of this.#waiting.splice(0))
      if (untilMs >= this.#room.nowMs) this.#hear(from, waiting, untilMs)
  }

  close(): void {
    this.group.close()
  }

  #hear(from: DistantPage, key: Key, untilMs = this.#room.nowMs + HELD_MS): void {
    const { nowMs } = this.#room
    if ((this.#taken.get(key) ?? -1) < nowMs) {
      this.#waiting.push({ from, key, untilMs })
      return
    }
    const before = this.#heardAt.get(from)
    if (before !== undefined) this.silences.set(from, Math.max(this.silences.get(from) ?? 0, nowMs - before))
    this.#heardAt.set(from, nowMs)
  }

  #enter(key: Key): void {
    if (this.#epochKey !== null) this.#taken.set(this.#epochKey, this.#room.nowMs + EPOCH_GRACE_MS)
    this.#epochKey = key
    this.#taken.set(key, Number.POSITIVE_INFINITY)
  }

  #use(which: 'group' | 'link', acceptsLink: boolean): void {
    this.#sends = which
    const { nowMs } = this.#room
    if (acceptsLink) this.#taken.set(LINK, Number.POSITIVE_INFINITY)
    else if (this.#taken.get(LINK) === Number.POSITIVE_INFINITY) this.#taken.set(LINK, nowMs + LINK_GRACE_MS)
  }

  /** There and back again. What is answered is of the type that the contract has for `name`; the compiler cannot follow that. */
  readonly #ask = (async (name: string, params: unknown): Promise<unknown> => {
    await this.#way()
    const room = this.#room
    const answer = () =>
      name === 'commit' ? room.take(this, v.parse(OfferedChange, params)) : { group: room.group }
    const first = answer()
    await this.#way()
    return room.answersTwice ? answer() : first
  }) as Ask

  #way(): Promise<void> {
    return new Promise((resolve) => this.later(resolve))
  }
}
