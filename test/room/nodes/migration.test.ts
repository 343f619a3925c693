import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId, type PeerId } from '../../../protocol/ids.ts'
import { MOVE_GRACE_MS, MOVE_SETTLE_MS } from '../../../protocol/limits.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { produceSettled } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'

const paris = v.parse(NodeId, 'paris')

/** Ada and Ben in Lyon, both with a voice; the directory then knows Paris. */
function meetInLyon() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada').self
  const ben = room.welcomed('Ben').self
  const voices = {
    ada: produceSettled(room, ada, { generation: 1 }),
    ben: produceSettled(room, ben, { generation: 1 }),
  }
  room.node = paris
  room.take('ask-node')
  return { room, ada, ben, voices }
}

const eventsFor = (told: readonly { event: PageEvent; audience: object }[], peer: PeerId) =>
  told.filter(({ audience }) => 'only' in audience && audience.only === peer).map(({ event }) => event)

const finish = (room: RoomBench, peer: PeerId, generation = 2) =>
  room.ask(peer, { name: 'finish-migration', params: { generation } })

describe('X7 a node is about to go', () => {
  test('X7 everybody gets a new session elsewhere, with all that they hear, and keeps the old one', () => {
    const { room, ada, ben, voices } = meetInLyon()
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    const told = room.told()
    expect(eventsFor(told, ada)).toMatchObject([
      { event: 'migration-started', media: { generation: 2 } },
      { event: 'consumer-added', consumer: { producer: voices.ben } },
    ])
    expect(eventsFor(told, ben)).toMatchObject([
      { event: 'migration-started', media: { generation: 2 } },
      { event: 'consumer-added', consumer: { producer: voices.ada } },
    ])
    expect(told.map(({ event }) => event.event)).not.toContain('producer-removed')
    expect(room.state.head.placement).toEqual({ at: 'node', node: paris })
    expect(room.state.peers.get(ada)).toMatchObject({
      node: paris,
      migratingFrom: { node: lyon, generation: 1 },
    })
  })

  test('X7 the old sessions end together, when all have what they had, and the node is freed', () => {
    const { room, ada, ben, voices } = meetInLyon()
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    const anew = produceSettled(room, ada, { generation: 2 })
    finish(room, ada)
    produceSettled(room, ben, { generation: 2 })
    room.now += MOVE_SETTLE_MS
    room.input({ on: 'alarm' })
    // Ben still needs the old ones.
    expect(room.take('release-node')).toEqual([])
    finish(room, ben)
    expect(nextDue(room.state)).toBe(room.now + MOVE_SETTLE_MS)
    room.now += MOVE_SETTLE_MS
    room.input({ on: 'alarm' })
    const effects = room.take('release-node')
    expect(effects).toMatchObject([{ node: lyon }])
    expect(room.state.peers.get(ada)?.producers.map(({ id }) => id)).toEqual([anew])
    expect(room.state.head).toMatchObject({ draining: [], pipes: [] })
    expect(voices.ada).not.toBe(anew)
  })

  test('X7 what was sent the old way is told to be gone, and the session to be over', () => {
    const { room, ada, ben, voices } = meetInLyon()
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    for (const peer of [ada, ben]) finish(room, peer)
    room.now += MOVE_SETTLE_MS
    room.told()
    room.input({ on: 'alarm' })
    expect(room.told().map(({ event }) => event)).toEqual([
      { event: 'producer-removed', peer: ada, producer: voices.ada },
      { event: 'migration-ended' },
      { event: 'producer-removed', peer: ben, producer: voices.ben },
      { event: 'migration-ended' },
    ])
  })

  test('X7 a page that does not finish holds nobody up for long', () => {
    const { room, ada } = meetInLyon()
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    finish(room, ada)
    room.now += MOVE_GRACE_MS
    room.take('ask-node')
    room.input({ on: 'alarm' })
    expect(room.take('release-node')).toMatchObject([{ node: lyon }])
  })

  test('X7 nobody holds it up by being idle: cut off, without WebRTC, or waiting in the lobby', () => {
    const { room, ada, ben } = meetInLyon()
    room.welcomed('Cy', { rtpCapabilities: null })
    room.ask(ada, { name: 'set-lobby', params: { lobby: true } })
    room.join('Eve')
    room.input({ on: 'socket-closed', peer: ben, goingAway: false })
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    finish(room, ada)
    expect(room.take('release-node')).toEqual([])
    room.now += MOVE_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('release-node')).toMatchObject([{ node: lyon }])
    expect(room.state.peers.get(ben)).toMatchObject({
      presence: { is: 'away' },
      node: paris,
      migratingFrom: null,
    })
    expect([...room.state.waiting.values()]).toMatchObject([{ name: 'Eve', presence: { is: 'here' } }])
  })

  test('X7 a room in which nobody is carried by it has nothing to do', () => {
    const room = new RoomBench()
    room.welcomed('Ada', { rtpCapabilities: null })
    const before = room.state
    room.input({ on: 'node-draining', node: lyon })
    expect(room.state.head).toEqual(before.head)
    expect(room.take('place')).toEqual([])
  })

  test('X7 muting meanwhile mutes both', () => {
    const { room, ada, voices } = meetInLyon()
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    const anew = produceSettled(room, ada, { generation: 2 })
    room.take('ask-node')
    for (const producer of [voices.ada, anew])
      room.ask(ada, { name: 'set-producer-paused', params: { producer, paused: true } })
    const asked = room.take('ask-node').flatMap(({ node, ops }) => ops.map((op) => ({ node, ...op })))
    expect(asked).toMatchObject([
      { node: lyon, producer: voices.ada },
      { node: paris, producer: voices.ada },
      { node: paris, producer: anew },
      { node: lyon, producer: anew },
    ])
  })

  test('X7 without another node the room stays, and looks again', () => {
    const { room, ada } = meetInLyon()
    room.node = null
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    expect(room.told()).toEqual([])
    expect(room.state.peers.get(ada)).toMatchObject({ node: lyon, migratingFrom: null })
    room.node = paris
    room.now = nextDue(room.state) ?? 0
    room.input({ on: 'alarm' })
    room.settle()
    expect(room.state.peers.get(ada)).toMatchObject({ node: paris })
  })

  test('X7 who comes while the room moves, moves on as well', () => {
    const { room } = meetInLyon()
    const { peer } = room.join('Cy')
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    expect(room.state.peers.get(peer)).toMatchObject({ node: paris, announced: true })
  })

  test('X7 who was just being let in when it began moves on at once', () => {
    const room = new RoomBench()
    const { peer } = room.join('Ada')
    room.input({ on: 'placed', peer: null, node: lyon, lender: null })
    room.input({ on: 'node-draining', node: lyon })
    room.input({ on: 'placed', peer: null, node: paris, lender: null })
    const before = room.now
    room.settle()
    expect(room.now).toBe(before)
    expect(room.state.peers.get(peer)).toMatchObject({ node: paris, media: 'up', announced: true })
  })

  test('X7 the node dies before all have left: what they send anew goes on', () => {
    const { room, ada, ben, voices } = meetInLyon()
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    const anew = produceSettled(room, ada, { generation: 2 })
    room.told()
    room.input({ on: 'node-lost', node: lyon })
    const told = room.told().map(({ event }) => event)
    expect(told).toContainEqual({ event: 'producer-removed', peer: ada, producer: voices.ada })
    expect(told.map(({ event }) => event)).not.toContain('media-lost')
    expect(room.state.peers.get(ada)).toMatchObject({ migratingFrom: null, node: paris, generation: 2 })
    expect(room.state.peers.get(ada)?.producers.map(({ id }) => id)).toEqual([anew])
    expect(room.state.peers.get(ben)?.producers).toEqual([])
  })

  test('X7 a node that the room is not on changes nothing', () => {
    const { room } = meetInLyon()
    const before = room.state
    room.input({ on: 'node-draining', node: paris })
    expect(room.state.head).toEqual(before.head)
  })
})
