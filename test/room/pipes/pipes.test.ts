import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId, newPeerId } from '../../../protocol/ids.ts'
import { EVENT_LOG_MAX_EVENTS, PIPE_RETRY_MS } from '../../../protocol/limits.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { nextDue } from '../../../worker/room/core/schedule.ts'
import { joinInParis, PARISIAN, paris } from '../paris.ts'
import { produceFrom } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'
import { watchConsumed } from '../watch-consumed.ts'

/** Ada in Lyon and Ben in Paris, both with a voice. */
function meetInTwoPlaces() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const { producer: voiceOfAda } = produceFrom(room, ada.self)
  room.settle()
  const ben = joinInParis(room, 'Ben')
  const { producer: voiceOfBen } = produceFrom(room, ben.self)
  room.settle()
  return { room, ada, ben, voiceOfAda, voiceOfBen }
}

/** What every node was asked since it was last looked at, by its name. */
const asked = (room: RoomBench): string[] =>
  room.take('ask-node').flatMap(({ node, ops }) => ops.map((op) => `${node}: ${said(op)}`))

const said = (op: NodeOp): string => op.op

describe('where people go', () => {
  test('X5 whoever is clearly nearer to another node is carried there, and everybody else by the room’s', () => {
    const { room, ada, ben } = meetInTwoPlaces()
    const nodes = () => [...room.state.peers.values()].map(({ node }) => node)
    expect(nodes()).toEqual([lyon, paris])
    const near = [
      { node: lyon, roundTripMs: 25 },
      { node: paris, roundTripMs: 5 },
    ]
    room.welcomed('Cy', { measuredNodes: near })
    expect(nodes()).toEqual([lyon, paris, lyon])
    expect(ada.media?.send.id).not.toBe(ben.media?.send.id)
  })

  test('X5 without an answer of the directory’s, the room’s own node it is', () => {
    const room = new RoomBench()
    room.welcomed('Ada')
    room.node = null
    expect(room.welcomed('Ben', PARISIAN).media).not.toBeNull()
    expect([...room.state.peers.values()].map(({ node }) => node)).toEqual([lyon, lyon])
  })

  test.each([
    ['measured nodes', PARISIAN],
    ['measured none', {}],
  ])('R3 who missed more than is kept, and %s, is welcomed again where they are', (_, measured) => {
    const room = new RoomBench()
    room.welcomed('Ada')
    const peer = newPeerId()
    room.nodeOf.set(peer, paris)
    const ben = room.welcomed('Ben', PARISIAN, { peer })
    // The directory would say otherwise by now.
    room.nodeOf.clear()
    room.take('place')
    const resume = { token: ben.resumeToken, seq: -EVENT_LOG_MAX_EVENTS, media: 'kept' } as const
    const again = room.welcomed('Ben', { ...measured, resume })
    expect(again).toMatchObject({ self: peer, media: { generation: 1 } })
    expect(room.take('place')).toEqual([])
    expect(room.state.peers.get(peer)).toMatchObject({ node: paris, media: 'up' })
  })

  test('X5 the node whom nobody uses any more is freed, and newcomers come where people are', () => {
    const { room, ada, ben } = meetInTwoPlaces()
    room.take('ask-node')
    room.ask(ada.self, { name: 'leave', params: {} })
    expect(room.take('release-node')).toMatchObject([{ node: lyon }])
    expect(room.state.head).toMatchObject({ placement: { at: 'node', node: paris }, pipes: [] })
    room.ask(ben.self, { name: 'leave', params: {} })
    expect(room.take('release-node')).toMatchObject([{ node: paris }])
  })
})

describe('pipes', () => {
  test('X5 one pipe is laid for both directions, and each hears of the other', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const { producer: voiceOfAda } = produceFrom(room, ada.self)
    room.settle()
    room.take('ask-node')
    const ben = joinInParis(room, 'Ben')
    // Ben knows of the voice at once, and receives it as soon as it is there.
    expect(ben.peers[0]?.producers).toMatchObject([{ id: voiceOfAda }])
    expect(ben.media?.consumers).toEqual([])
    const { producer: voiceOfBen } = produceFrom(room, ben.self)
    room.settle()
    expect(room.state.head.pipes).toMatchObject([
      {
        pipedProducers: [
          { producer: voiceOfAda, to: paris, at: 'through' },
          { producer: voiceOfBen, to: lyon, at: 'through' },
        ],
      },
    ])
    expect(room.told()).toMatchObject([
      { audience: { only: ada.self }, event: { event: 'producer-added', consumer: null } },
      {
        audience: { only: ada.self },
        event: { event: 'consumer-added', consumer: { peer: ben.self, producer: voiceOfBen } },
      },
    ])
  })

  test('M13 what comes through a pipe awaits the pages it comes to', () => {
    const room = new RoomBench()
    const consumed = watchConsumed(room)
    const ada = room.welcomed('Ada')
    const { producer } = produceFrom(room, ada.self, { source: 'camera' })
    room.settle()
    const ben = joinInParis(room, 'Ben')
    expect(consumed).toEqual([
      { op: 'consume', transport: ben.media?.receive.id, producer, awaitsView: true },
    ])
  })

  test('X5 nobody on one node: nothing is laid', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    produceFrom(room, ada.self)
    room.welcomed('Ben')
    room.settle()
    expect(asked(room).filter((each) => each.includes('pipe') || each.includes('through'))).toEqual([])
  })

  test('X5 who comes where a voice is already gets it with the welcome', () => {
    const { room, voiceOfAda, voiceOfBen } = meetInTwoPlaces()
    const cy = joinInParis(room, 'Cy')
    expect(cy.media?.consumers.map(({ producer }) => producer).sort()).toEqual(
      [voiceOfAda, voiceOfBen].sort(),
    )
  })

  test('X5 who comes while a voice is on its way gets it, once', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.settle()
    joinInParis(room, 'Ben')
    const { producer: voice } = produceFrom(room, ada.self)
    const peer = newPeerId()
    room.nodeOf.set(peer, paris)
    room.join('Cy', PARISIAN, { peer })
    room.settle()
    const welcomed = room
      .take('answer')
      .flatMap(({ peer: to, result }) => (to === peer && 'media' in result ? [result as Welcome] : []))
    const later = room.state.head.pipes.flatMap(({ pipedProducers }) => pipedProducers)
    expect(later).toMatchObject([{ producer: voice, at: 'through' }])
    expect(welcomed).toHaveLength(1)
  })

  test('X5 what is not sent any more is taken back at both ends', () => {
    const { room, ada, voiceOfAda } = meetInTwoPlaces()
    room.take('ask-node')
    room.ask(ada.self, { name: 'close-producer', params: { producer: voiceOfAda } })
    expect(asked(room)).toEqual([
      'lyon: close-producer',
      'lyon: close-pipe-consumer',
      'paris: close-producer',
    ])
    expect(room.state.head.pipes[0]?.pipedProducers).toHaveLength(1)
  })

  test('X5 muting is told to every node that the voice comes to', () => {
    const { room, ada, voiceOfAda } = meetInTwoPlaces()
    room.take('ask-node')
    room.ask(ada.self, { name: 'set-producer-paused', params: { producer: voiceOfAda, paused: true } })
    expect(asked(room)).toEqual(['lyon: set-producer-paused', 'paris: set-producer-paused'])
  })

  test('X5 a pipe that cannot be laid is tried again after a while', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    produceFrom(room, ada.self)
    room.settle()
    const peer = newPeerId()
    room.nodeOf.set(peer, paris)
    room.join('Ben', PARISIAN, { peer })
    room.input({ on: 'placed', peer, node: paris, lender: null })
    const opening = room.open.filter(({ pending }) => pending.to === 'pipe-end-opened')
    expect(opening.map(({ node }) => node)).toEqual([lyon, paris])
    for (const { node, pending } of opening) {
      room.input({ on: 'node-failed', node, pending, error: { code: 'node-timeout', message: 'silent' } })
    }
    expect(room.state.head.pipes).toMatchObject([
      { failedUntil: room.now + PIPE_RETRY_MS, pipedProducers: [] },
    ])
    room.forgetQuestions()
    room.now = nextDue(room.state) ?? 0
    room.input({ on: 'alarm' })
    expect(room.open.map(({ ops }) => ops[0]?.op)).toContain('open-pipe')
    expect(room.state.head.pipes).toMatchObject([{ failedUntil: null }])
  })
})

describe('a pipe whose ends do not reach each other', () => {
  test('X6 is laid anew after a while, and what comes through it is told again', () => {
    const { room, ben, voiceOfAda } = meetInTwoPlaces()
    const [pipe] = room.state.head.pipes
    if (!pipe) throw new Error('there is one')
    room.take('tell')
    room.input({ on: 'pipe-silent', node: paris, pipe: pipe.id })
    expect(asked(room).toSorted()).toEqual(['lyon: close-pipe', 'paris: close-pipe'])
    room.input({ on: 'pipe-silent', node: lyon, pipe: pipe.id })
    expect(asked(room)).toEqual([])
    room.now = nextDue(room.state) ?? 0
    room.input({ on: 'alarm' })
    room.settle()
    const told = room.told().filter(({ event }) => event.event === 'consumer-added')
    expect(told).toContainEqual({
      audience: { only: ben.self },
      event: { event: 'consumer-added', consumer: expect.objectContaining({ producer: voiceOfAda }) },
    })
  })

  test('X6 is only what one of its ends says', () => {
    const { room } = meetInTwoPlaces()
    const [pipe] = room.state.head.pipes
    if (!pipe) throw new Error('there is one')
    room.take('ask-node')
    room.input({ on: 'pipe-silent', node: v.parse(NodeId, 'rome'), pipe: pipe.id })
    expect(asked(room)).toEqual([])
  })
})

describe('the end of one of several nodes', () => {
  test('F2 those whom it carried are carried by another at once; the others keep what they have', () => {
    const { room, ada, ben, voiceOfBen } = meetInTwoPlaces()
    room.take('ask-node')
    room.input({ on: 'node-lost', node: paris })
    expect(room.told()).toMatchObject([
      { audience: { except: null }, event: { event: 'media-lost', peers: [ben.self] } },
    ])
    // No directory is asked.
    expect(room.take('place')).toEqual([])
    expect(room.state.peers.get(ada.self)).toMatchObject({ generation: 1, media: 'up', node: lyon })
    expect(room.state.peers.get(ben.self)).toMatchObject({ generation: 2, node: lyon, producers: [] })
    room.settle()
    const [started] = room.told()
    expect(started).toMatchObject({
      audience: { only: ben.self },
      event: { event: 'media-started', media: { consumers: [{ peer: ada.self }] } },
    })
    expect(room.state.head.pipes).toEqual([])
    expect(voiceOfBen).not.toBe(produceFrom(room, ben.self, { generation: 2 }).producer)
    room.settle()
    expect(room.told()).toMatchObject([
      { audience: { only: ada.self }, event: { event: 'producer-added', consumer: { peer: ben.self } } },
    ])
  })

  test('F2 where it was the room’s own, the other becomes that', () => {
    const { room, ada } = meetInTwoPlaces()
    room.input({ on: 'node-lost', node: lyon })
    expect(room.state.head.placement).toEqual({ at: 'node', node: paris })
    expect(room.state.peers.get(ada.self)?.node).toBe(paris)
  })

  test('E1 a restart lays anew what was under way', () => {
    const { room, ada, ben } = meetInTwoPlaces()
    const { producer: video } = produceFrom(room, ada.self)
    room.answerNode()
    expect(room.state.head.pipes[0]?.pipedProducers.some(({ at }) => at === 'leaving')).toBe(true)
    room.forgetQuestions()
    room.input({ on: 'woke', connected: new Set([ada.self, ben.self]) })
    room.settle()
    const piped = room.state.head.pipes[0]?.pipedProducers.find(({ producer }) => producer === video)
    expect(piped?.at).toBe('through')
  })
})
