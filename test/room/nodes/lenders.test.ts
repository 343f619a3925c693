import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { NodeId } from '../../../protocol/ids.ts'
import { RoomBench } from '../room-bench.ts'

const node = (name: string) => v.parse(NodeId, name)
const lyon = node('lyon')
const paris = node('paris')
const LIBRARY = { name: 'Bibliothèque de Lyon', link: 'https://bm-lyon.example/' }
const CLUB = { name: 'Club de Paris', link: null }

function lent(): RoomBench {
  const room = new RoomBench()
  room.lenderOf.set(lyon, LIBRARY).set(paris, CLUB)
  return room
}

const sessions = (room: RoomBench) =>
  room
    .take('tell')
    .flatMap(({ event }) =>
      event.event === 'media-started' || event.event === 'migration-started' ? [event.media.carriedBy] : [],
    )

describe('S7 by whom one is carried', () => {
  test('S7 the welcome says it, to whoever opens the room and to whoever comes later', () => {
    const room = lent()
    expect(room.welcomed('Ada').media?.carriedBy).toEqual(LIBRARY)
    expect(room.welcomed('Ben').media?.carriedBy).toEqual(LIBRARY)
  })

  test('S7 the operator’s own node has no name', () => {
    expect(new RoomBench().welcomed('Ada').media?.carriedBy).toBeNull()
  })

  test.each([
    ['another lender’s', paris, CLUB],
    ['the operator’s own', node('own'), null],
  ])('S7 when a node goes, the next one’s lender is told: %s', (_whose, next, lender) => {
    const room = lent()
    room.welcomed('Ada')
    room.node = next
    room.input({ on: 'node-lost', node: lyon })
    room.settle()
    expect(sessions(room)).toEqual([lender])
    expect(room.state.head.lenders).toEqual(lender ? [{ node: next, lender }] : [])
  })

  test('S7 who moves is told by whom they are carried from then on', () => {
    const room = lent()
    room.welcomed('Ada')
    room.node = paris
    room.input({ on: 'node-draining', node: lyon })
    room.settle()
    expect(sessions(room)).toEqual([CLUB])
  })

  test('S7 who is on another node than the others has another lender', () => {
    const room = lent()
    const ada = room.welcomed('Ada')
    const measured = [
      { node: lyon, roundTripMs: 90 },
      { node: paris, roundTripMs: 5 },
    ]
    room.node = paris
    expect(room.welcomed('Ben', { measuredNodes: measured }).media?.carriedBy).toEqual(CLUB)
    expect(room.state.peers.get(ada.self)?.node).toBe(lyon)
  })
})

describe('S8 the host that one wishes for', () => {
  const wishes = (room: RoomBench) => room.take('place').map(({ wish }) => wish.preferredNode)

  test('S8 where the room opens, whoever comes first has the say', () => {
    const room = lent()
    room.join('Ada', { preferredNode: paris })
    expect(wishes(room)).toEqual([paris])
    room.settle()
    room.take('place')
    room.join('Ben', { preferredNode: lyon })
    expect(wishes(room)).toEqual([])
  })

  test('S8 who is nearer to another node is not sent to the one that they wished for', () => {
    const room = lent()
    room.welcomed('Ada')
    const measured = [
      { node: lyon, roundTripMs: 90 },
      { node: paris, roundTripMs: 5 },
    ]
    room.join('Ben', { measuredNodes: measured, preferredNode: node('elsewhere') })
    expect(wishes(room)).toEqual([null])
  })
})
