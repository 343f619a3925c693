import * as v from 'valibot'
import { BrowserId } from '../../protocol/ids.ts'
import { EMPTY_ROOM_GRACE_MS } from '../../protocol/limits.ts'
import {
  type CreatorKey,
  CreatorKey as CreatorKeySchema,
  LinkProof,
  PasswordProof,
  SealedSecret,
  type SpokenWords,
  Ticket,
  WordsProof,
} from '../../protocol/page-edge/door.ts'
import type { PageParams, Welcome } from '../../protocol/page-edge/requests.ts'
import { PersonName } from '../../protocol/page-edge/sealed.ts'
import { AddressHash } from '../../worker/http/address-hash.ts'
import { RoomBench, type Socket } from './room-bench.ts'

const filled = (letter: string): string => letter.repeat(43)

export const proof = (letter: string): PasswordProof => v.parse(PasswordProof, filled(letter))
export const linkProof = (letter: string): LinkProof => v.parse(LinkProof, filled(letter))
/** A name as a page of an encrypted room says it; another for another letter. */
export const sealedName = (letter: string): PersonName =>
  v.parse(PersonName, { sealed: `0.${letter.repeat(123)}` })
export const creatorKey = (letter: string): CreatorKey => v.parse(CreatorKeySchema, filled(letter))
export const browser = (letter: string): BrowserId => v.parse(BrowserId, filled(letter))
export const address = (letter: string): AddressHash => v.parse(AddressHash, filled(letter))
/** What whoever has the link of an encrypted room brings. */
export const byLink = { linkProof: linkProof('r'), name: sealedName('a') }
/** Words of a room as a page sets them; others for another letter. */
export const words = (letter: string): SpokenWords => ({
  proof: v.parse(WordsProof, filled(letter)),
  sealed: v.parse(SealedSecret, letter.toUpperCase().repeat(59)),
})
export const madeUpTicket = v.parse(Ticket, filled('t'))

const Waiting = v.object({ kind: v.literal('waiting'), ticket: Ticket })

/** Joins where there is a lobby; returns one's id and ticket there. */
export function knockAt(
  room: RoomBench,
  name: string,
  change: Partial<PageParams<'join'>> = {},
  socket: Socket = {},
) {
  room.take('answer')
  const { peer } = room.join(name, change, socket)
  const [answer] = room.take('answer')
  return { id: peer, ticket: v.parse(Waiting, answer?.result).ticket }
}

/** Why whoever was refused last was refused. */
export const refusals = (room: RoomBench): string[] => room.take('refuse').map(({ error }) => error.code)

/** They say good-bye. */
export const leave = (room: RoomBench, ...people: readonly Welcome[]): void => {
  for (const person of people) room.ask(person.self, { name: 'leave', params: {} })
  room.take('answer')
}

/** The empty room's past is erased. */
export function forget(room: RoomBench): void {
  room.now += EMPTY_ROOM_GRACE_MS
  room.input({ on: 'alarm' })
}

/** Ada moderates, Ben is there, whoever comes has to wait. */
export function meetBehindLobby() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben')
  room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
  room.take('answer')
  return { room, ada, ben }
}

/** Ada opened an encrypted room with its link, and owns it; Ben is there. */
export function meetByLink() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada', { ...byLink, creatorKey: creatorKey('k') })
  const ben = room.welcomed('Ben', byLink)
  room.takeAll()
  return { room, ada, ben }
}
