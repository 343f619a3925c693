import * as v from 'valibot'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { RoomName } from '../../../../protocol/names/room-name.ts'
import {
  type CommitVerdict,
  type GroupChange,
  type GroupDescription,
  OfferedChange,
} from '../../../../protocol/page-edge/group.ts'
import { newSigner, type Signer } from '../../../../web/core/encryption/group/signer.ts'
import type { RoomKeys } from '../../../../web/core/encryption/room-keys.ts'
import type { Stay } from '../../../../web/core/encryption/stay.ts'
import { RandomPage } from './random-page.ts'

/** What becomes of somebody: they are cut off, and back, between the others. */
export type PersonEvent = 'came' | 'left' | 'put-out' | 'cut' | 'back'

/** What everybody is told, in its order; those who resume are told what they missed. */
type RoomEvent =
  | { readonly is: PersonEvent; readonly stay: Stay }
  | { readonly is: 'changed'; readonly change: GroupChange; readonly by: Stay }

/** A room of an honest edge, as far as its group goes: what people are told, and how the group stands. */
export class RandomRoom {
  readonly room: RoomName
  readonly keys: RoomKeys
  readonly #draw: () => number
  readonly people = new Map<Stay, RandomPage>()
  /** Those who were put out, and go on listening: somebody hands them all that the edge hands on. */
  readonly putOut = new Set<RandomPage>()
  group: GroupDescription | null = null
  readonly log: RoomEvent[] = []

  constructor(room: RoomName, keys: RoomKeys, draw: () => number) {
    this.room = room
    this.keys = keys
    this.#draw = draw
  }

  /** How long something is on its way, in milliseconds. */
  wayMs = (): number => 5 + this.#draw() * 150

  async come(): Promise<void> {
    this.welcome(await newSigner())
  }

  /** Somebody comes in: a page that is new. */
  welcome(signer: Signer): void {
    const page = new RandomPage(this, signer)
    // Whoever comes is told who is here, and not that they came.
    this.say({ is: 'came', stay: signer.stay })
    this.people.set(signer.stay, page)
    page.welcomed()
  }

  /** Somebody goes; where they are put out, they go on reading what goes over the wire. */
  go(page: RandomPage, is: 'left' | 'put-out'): void {
    this.people.delete(page.stay)
    if (is === 'put-out') this.putOut.add(page)
    page.leave(is)
    this.say({ is, stay: page.stay })
    // Nobody is left who is in it (K30).
    if (this.people.size === 0) this.group = null
  }

  take(from: Stay, params: unknown): CommitVerdict {
    const { epoch, commit, info } = v.parse(OfferedChange, params)
    if (epoch !== (this.group?.epoch ?? 0) + 1) return { is: 'stale', group: this.group }
    this.group = { epoch, info }
    this.say({ is: 'changed', change: { epoch, commit }, by: from })
    for (const page of this.putOut) page.overhear({ epoch, commit })
    return { is: 'taken' }
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
      new Set(pages.map(({ secrets }) => secrets.at(-1))).size <= 1
    )
  }

  close(): void {
    for (const page of [...this.people.values(), ...this.putOut]) page.close()
  }
}

/** Why somebody who is not here is answered nothing. */
export const notHere = (): ProtocolError => new ProtocolError('not-joined', 'not here any more')
