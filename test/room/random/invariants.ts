import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { expect } from 'vitest'
import type { PeerId } from '../../../protocol/ids.ts'
import {
  MAX_KNOCKS,
  MAX_PAST_PEOPLE,
  MAX_PEERS_PER_ROOM,
  MAX_PRODUCERS_PER_PEER,
  MAX_REMOVED,
} from '../../../protocol/limits.ts'
import { GroupDescription } from '../../../protocol/page-edge/group.ts'
import { PastState, PeerState, WaitingState } from '../../../worker/room/core/peer-state.ts'
import { nodesInUse } from '../../../worker/room/core/queries.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { emptyRoom, RoomHead, type RoomState } from '../../../worker/room/core/state.ts'
import { words } from '../door-bench.ts'
import type { Step } from '../room-bench.ts'

/** What holds after every step, whatever happened: PROTOCOL.md says it under these ids. */
export function holdsAfter(step: Step): void {
  for (const [id, check] of Object.entries(ALWAYS)) {
    const problem = check(step)
    if (problem !== null) throw new Error(`${id}: ${problem} (after ${step.input.on})`)
  }
}

const twice = (values: readonly unknown[]): boolean => new Set(values).size < values.length

const ALWAYS: Readonly<Record<string, (step: Step) => string | null>> = {
  I1: ({ after: { peers } }) => {
    const people = [...peers.values()]
    if (people.some(({ creator, role }) => creator && role !== 'moderator')) return 'an owner moderates not'
    return people.length > 0 && people.every(({ role }) => role !== 'moderator') ? 'nobody moderates' : null
  },
  I2: ({ after: { peers, waiting, past } }) => {
    const all = [...peers.values(), ...waiting.values(), ...past.values()]
    if (twice(all.map(({ id }) => id))) return 'somebody is in two places'
    const secrets = all.map((person) => ('token' in person ? person.token : person.ticket))
    return twice(secrets) ? 'two people have one secret' : null
  },
  I3: ({ after: { head, peers, waiting, past } }) => {
    if (peers.size > MAX_PEERS_PER_ROOM || waiting.size > MAX_KNOCKS) return 'too many people'
    if (past.size > MAX_PAST_PEOPLE || head.removed.length > MAX_REMOVED) return 'too much is remembered'
    const sent = [...peers.values()].map(
      ({ node, producers }) => producers.filter((producer) => producer.node === node).length,
    )
    return sent.some((count) => count > MAX_PRODUCERS_PER_PEER) ? 'somebody sends too much' : null
  },
  I4: ({ before, after, effects }) => {
    const told = effects.flatMap((effect) => (effect.do === 'tell' ? [effect.seq] : []))
    const due = told.map((_, index) => before.head.seq + index + 1)
    const isErased = effects.some((effect) => effect.do === 'erase')
    if (told.some((seq, index) => seq !== due[index])) return 'numbers of events are not those that come next'
    if (isErased) return null
    return after.head.lastMessageId < before.head.lastMessageId ? 'numbers of messages go back' : null
  },
  I5: ({ after: { peers } }) => {
    const people = [...peers.values()]
    if (twice(people.flatMap(({ producers }) => producers.map(({ id }) => id)))) return 'a producer is twice'
    const isAstray = people.some(({ node, migratingFrom, producers }) =>
      producers.some((producer) => producer.node !== node && producer.node !== migratingFrom?.node),
    )
    return isAstray ? 'a producer is where its sender is not' : null
  },
  I6: ({ before, after, effects }) => {
    const isKnown = (id: PeerId): boolean => before.peers.has(id) || after.peers.has(id)
    const isToldOutside = effects.some(
      (effect) => effect.do === 'tell' && 'only' in effect.audience && !isKnown(effect.audience.only),
    )
    return isToldOutside ? 'somebody outside is told' : null
  },
  I7: ({ after }) => {
    const inUse = nodesInUse(after)
    const isAdrift = after.head.pipes.some(({ ends }) => ends.some(({ node }) => !inUse.includes(node)))
    return isAdrift ? 'a pipe ends where nobody is' : null
  },
  I8: ({ input, after, now }) => {
    const due = nextDue(after)
    return input.on === 'alarm' && due !== null && due <= now ? 'what is due is not done' : null
  },
  K30: ({ before, after, effects }) => {
    const told = effects.flatMap((effect) =>
      effect.do === 'tell' && effect.event.event === 'group-changed' ? [effect.event.epoch] : [],
    )
    if (after.group === null) {
      if (before.group !== null && after.peers.size > 0) return 'a group is lost'
      return told.length > 0 ? 'a change of no group is told' : null
    }
    if (after.peers.size === 0 || after.head.door.link === null) return 'a group is where none can be'
    const grown = after.group.epoch - (before.group?.epoch ?? 0)
    if (grown !== 0 && grown !== 1) return 'an epoch is left out'
    const due = grown === 1 ? [after.group.epoch] : []
    return told.join() === due.join() ? null : 'a change is not told once'
  },
  K31: ({ input, after, effects }) => {
    const audiences = effects.flatMap((effect) =>
      effect.do === 'tell' && effect.event.event === 'group-changed' ? [effect.audience] : [],
    )
    const isOthers = (audience: (typeof audiences)[number]): boolean =>
      'except' in audience && input.on === 'request' && audience.except === input.peer
    if (!audiences.every(isOthers)) return 'a change is not told to all others'
    return audiences.length > 0 && input.on === 'request' && !after.peers.has(input.peer)
      ? 'somebody outside changes the group'
      : null
  },
  D12: ({ after: { head, peers } }) => {
    if (head.spokenWords === null) return null
    if (head.door.link === null) return 'a plain room has words'
    return peers.size === 0 ? 'words lead into an empty room' : null
  },
  D13: ({ input, before, effects }) => {
    if (input.on !== 'claim-secret') return null
    const due = words(input.params.proof.slice(0, 1)).sealed
    const areRight = before.head.spokenWords?.sealed === due
    const given = effects.flatMap((effect) => (effect.do === 'answer' ? [effect.result] : []))
    if (given.some((result) => !isDeepStrictEqual(result, { sealed: due }))) return 'another secret is given'
    if (given.length > 0) return areRight ? null : 'wrong words lead in'
    const isWrong = effects.some((effect) => effect.do === 'refuse' && effect.error.code === 'wrong-words')
    return isWrong && areRight ? 'right words are said to be wrong' : null
  },
  L3: ({ after: { head, peers, waiting, past, group }, effects }) => {
    const erased = effects.find((effect) => effect.do === 'erase')
    if (erased === undefined) return null
    if (peers.size + waiting.size + past.size > 0 || group !== null)
      return 'somebody is left of what is erased'
    const { door, ownersDoor, keeping, doorUntil } = head
    const kept = erased.keepDoor ? { door, ownersDoor, keeping, doorUntil } : {}
    return isDeepStrictEqual(head, { ...emptyRoom.head, ...kept }) ? null : 'more than the door is kept'
  },
}

/** I9: what is written down is read back as what it was, but for what is in memory alone. */
export function holdsOnDisk({ head, peers, waiting, past, group }: RoomState): void {
  if (group) expect(v.parse(GroupDescription, asWritten(group))).toEqual(group)
  expect(v.parse(RoomHead, asWritten(head))).toEqual(head)
  for (const person of peers.values()) expect(v.parse(PeerState, asWritten(person))).toEqual(person)
  for (const person of waiting.values()) expect(v.parse(WaitingState, asWritten(person))).toEqual(person)
  for (const person of past.values()) expect(v.parse(PastState, asWritten(person))).toEqual(person)
}

const asWritten = (value: object): unknown => JSON.parse(JSON.stringify(value))
