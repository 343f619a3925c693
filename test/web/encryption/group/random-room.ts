import * as v from 'valibot'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import type { LinkProof } from '../../../../protocol/page-edge/door.ts'
import {
  type CommitVerdict,
  type GroupDescription,
  OfferedChange,
} from '../../../../protocol/page-edge/group.ts'
import { newSigner, type Signer } from '../../../../web/core/encryption/group/signer.ts'
import type { ToldChange } from '../../../../web/core/encryption/room-facts.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'
import { RandomPage } from './random-page.ts'

/** What becomes of somebody: they are cut off, and back, between the others. */
export type PersonEvent = 'came' | 'left' | 'put-out' | 'cut' | 'back'

/** What everybody is told, in its order; those who resume are told what they missed. */
type RoomEvent =
  | { readonly is: PersonEvent; readonly stay: Stay }
  | { readonly is: 'changed'; readonly change: ToldChange; readonly by: Stay }

/** What newcomers start from, as the edge was told once; with the proof of a link that began with it. */
interface Told extends GroupDescription {
  readonly newLink: LinkProof | null
}

/** Somebody who was put out for good: of what the room was told from `since` on, nothing is for them. */
interface KeptOut {
  readonly page: RandomPage
  readonly since: number
}

/** A room of an honest edge, as far as its group goes: what people are told, and how the group stands. */
export class RandomRoom {
  readonly room: RoomName
  readonly keys: RoomKeys
  readonly #draw: () => number
  readonly people = new Map<Stay, RandomPage>()
  /** All who ever were. */
  readonly everybody: RandomPage[] = []
  /** Those who were put out, and go on listening: somebody hands them all that the edge hands on. */
  readonly putOut = new Set<RandomPage>()
  group: GroupDescription | null = null
  /** By which one comes in. */
  link: LinkProof
  /** All that it was told since somebody opened it. */
  told: Told[] = []
  /** Whom a change of the link keeps out that is done. */
  keptOut: KeptOut[] = []
  /** How many changes of the link are under way, how many were made, and why others were not. */
  readonly changes = { pending: 0, made: 0, refused: [] as string[] }
  readonly log: RoomEvent[] = []

  constructor(room: RoomName, keys: RoomKeys, draw: () => number) {
    this.room = room
    this.keys = keys
    this.link = keys.proof
    this.#draw = draw
  }

  /** How long something is on its way, in milliseconds. */
  wayMs = (): number => 5 + this.#draw() * 150

  /** Somebody comes by a link: that which they have, or that of now, if anybody is there who could give it to them. */
  async come(brought?: RoomKeys): Promise<void> {
    const signer = await newSigner()
    const known = [...this.people.values()].map(({ links }) => links.current)
    const keys = brought ?? known.find(({ proof }) => proof === this.link) ?? this.keys
    if (keys.proof === this.link) this.welcome(signer, keys)
  }

  /** Somebody comes in: a page that is new. */
  welcome(signer: Signer, keys: RoomKeys = this.keys): void {
    const page = new RandomPage(this, signer, keys)
    // Whoever comes is told who is here, and not that they came.
    this.say({ is: 'came', stay: signer.stay })
    this.people.set(signer.stay, page)
    this.everybody.push(page)
    page.welcomed()
  }

  /** Somebody goes; where they are put out, they go on reading what goes over the wire. */
  go(page: RandomPage, is: 'left' | 'put-out'): void {
    this.people.delete(page.stay)
    if (is === 'put-out') this.putOut.add(page)
    page.leave(is)
    this.say({ is, stay: page.stay })
    // Nobody is left who is in it (K30).
    if (this.people.size > 0) return
    this.group = null
    this.link = this.keys.proof
    this.told = []
    this.keptOut = []
  }

  take(from: Stay, params: unknown): CommitVerdict {
    const { epoch, commit, info, newLink } = v.parse(OfferedChange, params)
    if (epoch !== (this.group?.epoch ?? 0) + 1) return { is: 'stale', group: this.group }
    this.group = { epoch, info }
    this.link = newLink ?? this.link
    this.told.push({ epoch, info, newLink: newLink ?? null })
    const change: ToldChange = { epoch, commit, ...(newLink && { changesLink: true }) }
    this.say({ is: 'changed', change, by: from })
    for (const page of this.putOut) page.overhear(change)
    return { is: 'taken' }
  }

  /** A moderator changes the link, and puts somebody out before, or nobody. */
  async changeLink(by: RandomPage, out: RandomPage | null): Promise<void> {
    this.changes.pending += 1
    if (out) this.go(out, 'put-out')
    try {
      await by.changeLink(() => out === null || !by.sees(out))
      this.changes.made += 1
      const { proof } = by.links.current
      const since = this.told.findIndex(({ newLink }) => newLink === proof)
      if (out && since >= 0) this.keptOut.push({ page: out, since })
    } catch (error) {
      this.changes.refused.push(ProtocolError.from(error).code)
    }
    this.changes.pending -= 1
  }

  /** What somebody opens of what newcomers start from, though they were kept out before. */
  async leaks(): Promise<string[]> {
    const found: string[] = []
    for (const { page, since } of this.keptOut)
      for (const { epoch, info } of this.told.slice(since))
        if (await page.links.open('all', ['group', this.room, epoch], info))
          found.push(`${page.stay} ${epoch}`)
    return found
  }

  /** Tells everybody. */
  say(event: RoomEvent): void {
    this.log.push(event)
    for (const page of this.people.values()) page.replay()
  }

  /** All who are here are in one epoch, and go by its keys. */
  get agrees(): boolean {
    const pages = [...this.people.values()]
    return (
      pages.every(({ used }) => used?.encryption === 'group' && used.epochAuthenticator !== null) &&
      pages.every(({ links }) => links.current.proof === this.link) &&
      new Set(pages.map(({ secrets }) => secrets.at(-1))).size <= 1
    )
  }

  close(): void {
    for (const page of [...this.people.values(), ...this.putOut]) page.close()
  }
}

/** Why somebody who is not here is answered nothing. */
export const notHere = (): ProtocolError => new ProtocolError('not-joined', 'not here any more')
