import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId, newPeerId } from '../../../protocol/ids.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { produceSettled } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'

const paris = v.parse(NodeId, 'paris')
const lille = v.parse(NodeId, 'lille')

const PARISIAN = {
  measuredNodes: [
    { node: lyon, roundTripMs: 90 },
    { node: paris, roundTripMs: 5 },
  ],
}

/** Ada in Lyon, Ben in Paris, both with a voice; whoever then asks the directory is sent to Lille. */
function meetInTwoPlaces() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada').self
  const ben = newPeerId()
  room.nodeOf.set(ben, paris)
  room.welcomed('Ben', PARISIAN, { peer: ben })
  for (const peer of [ada, ben]) produceSettled(room, peer)
  room.node = lille
  room.take('ask-node')
  return { room, ada, ben }
}

const carried = (room: RoomBench) =>
  [...room.state.peers.values()].map(({ node, media }) => (media === 'up' ? node : null))

const avoided = (room: RoomBench) => room.take('place').map(({ wish }) => wish.avoid)

/** All hear each other: everybody's voice is sent anew, and comes through to wherever somebody is. */
function everybodyIsHeard(room: RoomBench): void {
  room.told()
  for (const { id } of room.state.peers.values()) produceSettled(room, id)
  const told = room.told().map(({ audience, event }) => ({ ...audience, ...event }))
  for (const listener of room.state.peers.keys()) {
    const heard = told.flatMap((event) => {
      if (!('only' in event) || event.only !== listener) return []
      if (event.event === 'producer-added') return event.consumer ? [event.peer] : []
      return event.event === 'consumer-added' ? [event.consumer.peer] : []
    })
    expect(heard.sort()).toEqual([...room.state.peers.keys()].filter((id) => id !== listener).sort())
  }
}

describe('F3 a node that does not serve', () => {
  test('F3 is left alone: another one is asked, and whoever joins is carried there', () => {
    const room = new RoomBench()
    const { peer } = room.join('Ada')
    room.input({ on: 'placed', peer: null, node: lyon, lender: null })
    room.take('place')
    room.failMedia('node-timeout')
    expect(avoided(room)).toEqual([[lyon]])
    room.node = paris
    room.settle()
    expect(room.take('answer')).toMatchObject([{ peer, result: { kind: 'welcome', media: {} } }])
    expect(room.state.head.placement).toEqual({ at: 'node', node: paris })
  })

  test('F3 where there is no other, nobody waits for it, and after a while it is asked again', () => {
    const room = new RoomBench()
    const { peer } = room.join('Ada')
    room.input({ on: 'placed', peer: null, node: lyon, lender: null })
    room.failMedia('node-timeout')
    room.node = null
    room.settle()
    expect(room.take('answer')).toMatchObject([{ peer, result: { kind: 'welcome', media: null } }])
    expect(room.state.head.placement.at).toBe('waiting')
    // That a node is there, the one that does not serve, say, is no reason to ask it.
    room.input({ on: 'node-available' })
    expect(avoided(room)).toEqual([[lyon]])
    room.settle()
    room.now = nextDue(room.state) ?? 0
    room.input({ on: 'alarm' })
    expect(avoided(room)).toEqual([[]])
  })

  test('F3 several of them are asked once each, and not in turns', () => {
    const room = new RoomBench()
    room.join('Ada')
    for (const node of [lyon, paris, lille]) {
      room.input({ on: 'placed', peer: null, node, lender: null })
      room.failMedia('media-failed')
    }
    expect(avoided(room).at(-1)).toEqual([lyon, paris, lille])
  })

  test('F3 of two that carry the room: who was there goes on on the other', () => {
    const { room, ada, ben } = meetInTwoPlaces()
    const cy = newPeerId()
    room.nodeOf.set(cy, paris)
    room.join('Cy', PARISIAN, { peer: cy })
    room.input({ on: 'placed', peer: cy, node: paris, lender: null })
    room.told()
    room.failMedia('media-failed')
    expect(room.told()).toMatchObject([{ event: { event: 'media-lost', peers: [ben] } }])
    room.settle()
    expect(carried(room)).toEqual([lyon, lyon, lyon])
    expect(room.state.peers.get(ada)).toMatchObject({ generation: 1 })
    everybodyIsHeard(room)
  })
})

describe('F2 more than one thing at once', () => {
  test('F2 both nodes of the room die: all go on on a third', () => {
    const { room } = meetInTwoPlaces()
    room.input({ on: 'node-lost', node: lyon })
    room.input({ on: 'node-lost', node: paris })
    room.settle()
    expect(carried(room)).toEqual([lille, lille])
    everybodyIsHeard(room)
  })

  test('F2 the other is found dead only when people are to be carried there', () => {
    const { room } = meetInTwoPlaces()
    room.input({ on: 'node-lost', node: lyon })
    room.take('place')
    room.failMedia()
    expect(avoided(room)).toEqual([[paris]])
    room.settle()
    // Word of it comes late.
    room.input({ on: 'node-lost', node: paris })
    room.settle()
    expect(carried(room)).toEqual([lille, lille])
    everybodyIsHeard(room)
  })

  test('F2 the node that was to take over dies meanwhile', () => {
    const { room } = meetInTwoPlaces()
    for (const node of [lyon, paris]) room.input({ on: 'node-lost', node })
    room.input({ on: 'placed', peer: null, node: lille, lender: null })
    room.input({ on: 'node-lost', node: lille })
    room.node = lyon
    room.settle()
    expect(carried(room)).toEqual([lyon, lyon])
    everybodyIsHeard(room)
  })

  test('F2 a node dies while somebody joins: they come in on the next, and the late failure changes nothing', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada').self
    room.node = lille
    const { peer, request } = room.join('Ben')
    const [asked] = room.open
    room.input({ on: 'node-lost', node: lyon })
    expect(room.told()).toMatchObject([{ event: { event: 'media-lost', peers: [ada] } }])
    room.take('ask-node')
    room.failMedia()
    room.settle()
    expect(asked?.pending).toMatchObject({ to: 'open-media', peer })
    expect(room.take('answer')).toMatchObject([{ request, result: { media: { generation: 2 } } }])
    expect(carried(room)).toEqual([lille, lille])
    everybodyIsHeard(room)
  })

  test('F2 a node dies while somebody is being placed: they come with everybody else', () => {
    const { room, ben } = meetInTwoPlaces()
    const { peer } = room.join('Cy', PARISIAN)
    room.input({ on: 'node-lost', node: paris })
    room.settle()
    expect(room.state.peers.get(peer)).toMatchObject({ announced: true, media: 'up' })
    expect(room.state.peers.get(ben)).toMatchObject({ node: lyon })
    everybodyIsHeard(room)
  })
})

describe('X7 a drain in which a node dies', () => {
  test('X7 the draining node, before there was another: all go on on that one', () => {
    const { room, ada } = meetInTwoPlaces()
    for (const node of [paris, lyon]) room.input({ on: 'node-draining', node })
    room.input({ on: 'node-lost', node: lyon })
    room.input({ on: 'node-lost', node: paris })
    room.settle()
    expect(room.state.peers.get(ada)).toMatchObject({ migratingFrom: null })
    expect(carried(room)).toEqual([lille, lille])
    expect(room.state.head.draining).toEqual([])
    everybodyIsHeard(room)
  })

  test('X7 the node that people move to: those who had moved are carried elsewhere, and the drain goes on', () => {
    const room = new RoomBench()
    room.welcomed('Ada')
    room.welcomed('Ben')
    room.node = paris
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    expect(carried(room)).toEqual([paris, paris])
    room.node = lille
    room.input({ on: 'node-lost', node: paris })
    room.settle()
    expect(carried(room)).toEqual([lille, lille])
    expect(room.state.head).toMatchObject({ draining: [], pipes: [] })
    everybodyIsHeard(room)
  })

  test('X7 both nodes drain: all move to a third', () => {
    const { room } = meetInTwoPlaces()
    room.input({ on: 'node-draining', node: lyon })
    room.input({ on: 'node-draining', node: paris })
    room.settle()
    expect(carried(room)).toEqual([lille, lille])
    // Ada was under way from Lyon to Paris: what she sent to Lyon is over with that.
    const sentTo = [...room.state.peers.values()].flatMap(({ producers }) =>
      producers.map(({ node }) => node),
    )
    expect(sentTo).toEqual([paris])
    everybodyIsHeard(room)
  })
})
