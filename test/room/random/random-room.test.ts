import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PeerState } from '../../../worker/room/core/peer-state.ts'
import { holds } from '../../support/property.ts'
import { type Happening, RandomEvents } from './random-events.ts'
import { open } from './seeming-seal.ts'

/**
 * People come, are cut off, come back and are put out; doors close; messages cross; a group changes; nodes die, drain and come back; the object
 * is loaded anew. After every step the invariants hold, and in the end everybody hears everybody, and knows of the room what
 * is so. What fails is made smaller: to the few things that have to happen for it.
 */

const happening: fc.Arbitrary<Happening> = fc.record({ kind: fc.nat(10_000), seed: fc.nat(1_000_000) })
const room = fc.record({
  isEncrypted: fc.boolean(),
  happenings: fc.array(happening, { maxLength: 80, size: 'max' }),
})
/** A long run takes minutes. */
const PATIENCE_MS = 1_800_000
const RUNS = { usually: 2_000, inLongRun: 100_000 }

/** A person as the others have to know them. */
const asKnown = ({ id, name: said, role, creator, cutOff, producers }: PeerState) => ({
  id,
  name: typeof said === 'string' ? said : open(said),
  role,
  creator,
  producers: producers.flatMap(({ id, source, paused, confirmed }) =>
    confirmed ? [{ id, source, paused }] : [],
  ),
  ...(cutOff && { cutOff }),
})

type Known = Pick<PeerState, 'id'>

interface RandomRoom {
  readonly isEncrypted: boolean
  readonly happenings: readonly Happening[]
}

test(
  'I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 A2 C1 C2 D12 D13 F2 K30 K31 L3 R1 R6 X5 X7 whatever happens, all hear all and know the same in the end',
  () => {
    holds(room, play, RUNS)
  },
  PATIENCE_MS,
)

function play({ isEncrypted, happenings }: RandomRoom): void {
  const events = new RandomEvents(isEncrypted)
  const { room } = events
  for (const each of happenings) {
    events.step(each)
    // A6: who was put out is never there again.
    for (const id of room.removed) expect(room.state.peers.has(id)).toBe(false)
  }
  events.settle()
  const { head, peers, waiting, group } = room.state
  expect([...room.pages.keys()].sort()).toEqual([...peers.keys()].sort())
  const known = [...peers.values()].map(asKnown)
  const knocks = [...waiting.values()].flatMap(({ id, presence }) => (presence.is === 'admitted' ? [] : [id]))
  for (const page of room.pages.values()) {
    const { id, node, media, migratingFrom, role } = peers.get(page.peer) ?? expect.unreachable('in the room')
    expect({ media, migratingFrom }).toEqual({ media: 'up', migratingFrom: null })
    expect(node && events.takesRooms(node)).toBe(true)
    for (const other of peers.values()) {
      if (other.id !== id) expect(other.producers.some((producer) => page.receives(producer.id))).toBe(true)
    }
    // What one sends oneself, one's page knows by itself.
    const others = (all: readonly Known[]) => all.filter((person) => person.id !== id).toSorted(byId)
    expect(others(page.state.peers)).toEqual(others(known))
    const { locked, lobby, constantRate, permissions, spokenWords } = page.state.settings
    expect({ locked, lobby, constantRate, permissions, spokenWords }).toEqual({
      locked: head.door.locked,
      lobby: head.door.lobby,
      constantRate: head.door.constantRate,
      permissions: head.permissions,
      spokenWords: head.spokenWords?.number ?? null,
    })
    if (role === 'moderator') expect(page.state.knocks.map((knock) => knock.id).sort()).toEqual(knocks.sort())
    expect(page.heard).toEqual(page.due)
    page.group.described(group)
    expect(page.group.unanswered).toBeNull()
  }
  const inUse = new Set([...peers.values()].map(({ node }) => node))
  for (const { ends } of head.pipes) for (const { node } of ends) expect(inUse).toContain(node)
  expect(head.draining).toEqual([])
}

const byId = (one: Known, other: Known) => (one.id < other.id ? -1 : 1)
