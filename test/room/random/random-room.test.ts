import { expect, test } from 'vitest'
import type { PeerState } from '../../../worker/room/core/peer-state.ts'
import { inLongRun } from '../../support/long-run.ts'
import { RandomEvents } from './random-events.ts'

/**
 * People come, are cut off, come back and are put out; doors close; messages cross; nodes die, drain and come back; the object
 * is loaded anew. In the end everybody hears everybody, and knows of the room what is so.
 * The seed stands in the test's name. `ESSAIM_SEED=7` plays that one alone, `ESSAIM_SEEDS=50000` as many (CONTRIBUTING.md).
 */

const { ESSAIM_SEED: given, ESSAIM_SEEDS: count } = process.env
const allOf = (many: number): number[] => Array.from({ length: many }, (_, seed) => seed)
const SEEDS = given === undefined ? allOf(Number(count ?? inLongRun(10_000, 200))) : [Number(given)]
const STEPS = 80

/** A person as the others have to know them. */
const asKnown = ({ id, name, role, creator, cutOff, producers }: PeerState) => ({
  id,
  name,
  role,
  creator,
  producers: producers.flatMap(({ id, source, paused, confirmed }) =>
    confirmed ? [{ id, source, paused }] : [],
  ),
  ...(cutOff && { cutOff }),
})

type Known = Pick<PeerState, 'id'>

test.each(SEEDS)(
  'A2 C1 C2 F2 R1 R6 X5 X7 whatever happens, all hear all and know the same in the end (seed %i)',
  (seed) => {
    const events = new RandomEvents(seed)
    const { room } = events
    for (let step = 0; step < STEPS; step += 1) {
      events.step()
      const { peers } = room.state
      for (const id of room.removed) expect(peers.has(id)).toBe(false)
      if (peers.size > 0) expect([...peers.values()].map(({ role }) => role)).toContain('moderator')
    }
    events.settle()
    const { head, peers, waiting } = room.state
    expect([...room.pages.keys()].sort()).toEqual([...peers.keys()].sort())
    const known = [...peers.values()].map(asKnown)
    const knocks = [...waiting.values()].flatMap(({ id, presence }) =>
      presence.is === 'admitted' ? [] : [id],
    )
    for (const page of room.pages.values()) {
      const { id, node, media, migratingFrom, role } =
        peers.get(page.peer) ?? expect.unreachable('in the room')
      expect({ media, migratingFrom }).toEqual({ media: 'up', migratingFrom: null })
      expect(node && events.takesRooms(node)).toBe(true)
      for (const other of peers.values()) {
        if (other.id !== id) expect(other.producers.some((producer) => page.receives(producer.id))).toBe(true)
      }
      // What one sends oneself, one's page knows by itself.
      const others = (all: readonly Known[]) => all.filter((person) => person.id !== id).toSorted(byId)
      expect(others(page.state.peers)).toEqual(others(known))
      const { locked, lobby, permissions } = page.state.settings
      expect({ locked, lobby, permissions }).toEqual({
        locked: head.door.locked,
        lobby: head.door.lobby,
        permissions: head.permissions,
      })
      if (role === 'moderator')
        expect(page.state.knocks.map((knock) => knock.id).sort()).toEqual(knocks.sort())
      expect(page.heard).toEqual(page.due)
    }
    const inUse = new Set([...peers.values()].map(({ node }) => node))
    for (const { ends } of head.pipes) for (const { node } of ends) expect(inUse).toContain(node)
    expect(head.draining).toEqual([])
  },
)

const byId = (one: Known, other: Known) => (one.id < other.id ? -1 : 1)
