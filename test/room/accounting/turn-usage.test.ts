import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId, newTurnCountId } from '../../../protocol/ids.ts'
import {
  EMPTY_ROOM_GRACE_MS,
  MAX_TURN_BITS_PER_SECOND,
  NODE_HEARTBEAT_INTERVAL_MS,
  TURN_CREDENTIAL_TTL_MS,
} from '../../../protocol/limits.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { lyon, RoomBench } from '../room-bench.ts'

const nice = v.parse(NodeId, 'nice')
const BUDGET = 1_000_000

/** A room in which Ada is relayed and Ben is not. */
class RelayedRoom extends RoomBench {
  count = newTurnCountId()
  readonly ada: Welcome
  readonly ben: Welcome

  constructor() {
    super()
    this.turn = {
      servers: [{ urls: ['turn:turn.example.org'] }],
      until: this.now + TURN_CREDENTIAL_TTL_MS,
      usernames: ['one'],
    }
    this.ada = this.welcomed('Ada')
    this.ben = this.welcomed('Ben')
    this.report(this.ada, true)
  }

  report(person: Welcome, viaTurn: boolean, generation = 1): number {
    return this.ask(person.self, { name: 'report-path', params: { generation, viaTurn } })
  }

  /** A node tells its sum, as it does with each heartbeat. */
  counts(bytes: number, node = lyon, budget: number | null = BUDGET): void {
    this.now += NODE_HEARTBEAT_INTERVAL_MS
    this.input({ on: 'turn-counted', node, counted: { count: this.count, bytes }, budget })
  }

  allow(month: TurnLevel, budget: number | null = BUDGET): void {
    this.input({ on: 'turn-level-set', month, budget })
  }

  get used(): number {
    return this.state.head.turnUsage.bytes
  }

  /** What nodes were asked about relayed transports since effects were last taken. */
  held(): Extract<NodeOp, { op: 'set-turn-level' }>[] {
    return this.take('ask-node').flatMap(({ ops }) => ops.filter((op) => op.op === 'set-turn-level'))
  }
}

const both = (person: Welcome, turnLevel: TurnLevel | null) =>
  ['send', 'receive'].map((way) => ({
    op: 'set-turn-level',
    transport: `${person.self}_1_${way}`,
    turnLevel,
  }))

const levelsIn = (room: RoomBench) =>
  room.told().flatMap(({ event }) => (event.event === 'room-settings-changed' ? [event.room.turnLevel] : []))

describe('M9 who is relayed', () => {
  test('M9 the node is to count who says so, and nobody else', () => {
    const room = new RelayedRoom()
    expect(room.held()).toEqual(both(room.ada, 'all'))
  })

  test('M9 saying it twice asks once; who is relayed no longer is counted no longer', () => {
    const room = new RelayedRoom()
    room.held()
    const request = room.report(room.ada, true)
    expect(room.take('answer')).toMatchObject([{ request }])
    room.report(room.ada, true)
    expect(room.held()).toEqual([])
    room.report(room.ada, false)
    expect(room.held()).toEqual(both(room.ada, null))
  })

  test('M9 of another session than the live one it says nothing', () => {
    const room = new RelayedRoom()
    room.held()
    room.report(room.ben, true, 7)
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'stale-media' } }])
    room.report(room.ben, true, 7)
    expect(room.held()).toEqual([])
  })

  test('M9 a new session is direct until the page says otherwise', () => {
    const room = new RelayedRoom()
    room.ask(room.ada.self, { name: 'renew-media', params: { generation: 1 } })
    expect(room.state.peers.get(room.ada.self)?.viaTurn).toBe(false)
  })
})

describe('M9 what nodes count', () => {
  test('M9 sums: what is told twice counts once, and a count that begins anew is added', () => {
    const room = new RelayedRoom()
    room.counts(1_000)
    room.counts(1_000)
    room.counts(1_500)
    expect(room.used).toBe(1_500)
    room.count = newTurnCountId()
    room.counts(200)
    room.counts(300)
    expect(room.used).toBe(1_800)
  })

  test('M9 a node on which nobody is relayed is not believed', () => {
    const room = new RelayedRoom()
    room.counts(1_000, nice)
    expect(room.used).toBe(0)
  })

  test('M9 nor is more than anybody could have sent', () => {
    const room = new RelayedRoom()
    room.counts(Number.MAX_SAFE_INTEGER, lyon, null)
    const most = (MAX_TURN_BITS_PER_SECOND / 8) * (NODE_HEARTBEAT_INTERVAL_MS / 1_000)
    expect(room.used).toBe(most)
    room.counts(Number.MAX_SAFE_INTEGER, lyon, null)
    expect(room.used).toBe(most)
  })

  test('M9 a room that nobody is in takes nothing, and keeps nothing', () => {
    const room = new RoomBench()
    const before = room.state
    room.input({
      on: 'turn-counted',
      node: lyon,
      counted: { count: newTurnCountId(), bytes: 1 },
      budget: 1,
    })
    room.input({ on: 'turn-level-set', month: 'nothing', budget: 1 })
    expect(room.state).toEqual(before)
  })

  test('M9 the figures have what was relayed, for the sum of the month', () => {
    const room = new RelayedRoom()
    room.counts(1_000)
    room.counts(2_500)
    expect(room.figures.counts['relayed-bytes']).toBe(2_500)
  })

  test('M9 a room’s use begins anew when it was empty', () => {
    const room = new RelayedRoom()
    room.counts(BUDGET)
    for (const { self } of [room.ada, room.ben]) room.ask(self, { name: 'leave', params: {} })
    room.now += EMPTY_ROOM_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.used).toBe(0)
    expect(room.welcomed('Cy').room.turnLevel).toBe('all')
  })
})

describe('M10 what a spent budget lets through', () => {
  test('M10 pictures end first, for those who are relayed alone; then all of it', () => {
    const room = new RelayedRoom()
    room.counts(BUDGET * 0.89)
    room.held()
    room.counts(BUDGET * 0.9)
    expect(room.held()).toEqual(both(room.ada, 'audio-only'))
    room.counts(BUDGET * 0.99)
    expect(room.held()).toEqual([])
    room.counts(BUDGET)
    expect(room.held()).toEqual(both(room.ada, 'nothing'))
  })

  test('M10 everybody is told what holds, and the operator’s log', () => {
    const room = new RelayedRoom()
    room.counts(BUDGET * 0.95)
    room.counts(BUDGET * 2)
    expect(levelsIn(room)).toEqual(['audio-only', 'nothing'])
    room.allow('all', null)
    expect(room.take('log-turn-level')).toEqual([{ do: 'log-turn-level', level: 'all', bytes: BUDGET * 2 }])
  })

  test('M10 the stricter of the two budgets holds, and what comes back does so by itself', () => {
    const room = new RelayedRoom()
    room.counts(BUDGET * 0.95)
    room.held()
    room.allow('nothing')
    expect(room.held()).toEqual(both(room.ada, 'nothing'))
    room.allow('all')
    expect(room.held()).toEqual(both(room.ada, 'audio-only'))
    room.allow('all')
    expect(room.held()).toEqual([])
    room.allow('all', 2 * BUDGET)
    expect(room.held()).toEqual(both(room.ada, 'all'))
  })

  test('M10 who is relayed from then on gets no more than the others', () => {
    const room = new RelayedRoom()
    room.allow('audio-only')
    room.held()
    room.report(room.ben, true)
    expect(room.held()).toEqual(both(room.ben, 'audio-only'))
    expect(room.welcomed('Cy').room.turnLevel).toBe('audio-only')
  })
})

describe('M11 credentials', () => {
  test('M11 nobody is given any where nothing goes, and nobody waits for them', () => {
    const room = new RelayedRoom()
    room.allow('nothing')
    room.turn = 'silence'
    const cy = room.welcomed('Cy')
    expect(cy.media?.iceServers).toEqual([])
    expect(room.take('grant-ice')).toEqual([])
  })

  test('M11 none are exchanged, and no alarm asks for it; all of it is made up for later', () => {
    const room = new RelayedRoom()
    room.allow('nothing')
    const cy = room.welcomed('Cy')
    room.now += TURN_CREDENTIAL_TTL_MS
    room.input({ on: 'alarm' })
    expect(room.take('grant-ice')).toEqual([])
    expect(nextDue(room.state)).toBeNull()
    room.allow('all')
    expect(new Set(room.take('grant-ice').map(({ peer }) => peer))).toEqual(
      new Set([room.ada.self, room.ben.self, cy.self]),
    )
  })

  test('M11 where only pictures end, newcomers are given theirs', () => {
    const room = new RelayedRoom()
    room.allow('audio-only')
    expect(room.welcomed('Cy').media?.iceServers).toHaveLength(1)
  })
})

test('M9 who has no media has no path', () => {
  const room = new RoomBench()
  room.node = null
  const ada = room.welcomed('Ada')
  room.ask(ada.self, { name: 'report-path', params: { generation: 1, viaTurn: true } })
  expect(room.take('refuse')).toMatchObject([{ error: { code: 'no-media' } }])
})
