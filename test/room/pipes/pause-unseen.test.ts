import { describe, expect, test } from 'vitest'
import type { PeerId, ProducerId } from '../../../protocol/ids.ts'
import { joinInParis } from '../paris.ts'
import { produceSettled } from '../produce-from.ts'
import { lyon, RoomBench } from '../room-bench.ts'

/** Ada in Lyon speaks and shows a picture; Ben and Cy are in Paris. */
function meetInTwoPlaces() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const [ben, cy] = [joinInParis(room, 'Ben'), joinInParis(room, 'Cy')]
  const voice = produceSettled(room, ada.self)
  const picture = produceSettled(room, ada.self, { source: 'camera' })
  room.take('ask-node')
  return { room, ada, ben, cy, voice, picture }
}

function view(room: RoomBench, peer: PeerId, producer: ProducerId, side: number): void {
  room.ask(peer, {
    name: 'set-view',
    params: { tiles: [{ producer, width: side, height: side, priority: 'other' }] },
  })
}

/** What nodes were asked about pausing since they were last looked at. */
const pausings = (room: RoomBench) =>
  room
    .take('ask-node')
    .flatMap(({ node, ops }) =>
      ops.flatMap((op) =>
        op.op === 'set-pipe-consumer-paused' ? [{ node, producer: op.producer, paused: op.paused }] : [],
      ),
    )

const isPaused = (room: RoomBench, producer: ProducerId): boolean | undefined =>
  room.state.head.pipes
    .flatMap(({ pipedProducers }) => pipedProducers)
    .find((each) => each.producer === producer)?.paused

describe('X9 a picture that comes through a pipe', () => {
  test('is paused when nobody there shows it any more, and goes on with the first who does', () => {
    const { room, ben, cy, picture } = meetInTwoPlaces()
    view(room, ben.self, picture, 0)
    expect(pausings(room)).toEqual([])
    view(room, cy.self, picture, 0)
    expect(pausings(room)).toEqual([{ node: lyon, producer: picture, paused: true }])
    view(room, cy.self, picture, 0)
    expect(pausings(room)).toEqual([])
    view(room, ben.self, picture, 300)
    expect(pausings(room)).toEqual([{ node: lyon, producer: picture, paused: false }])
  })

  test('goes on for whoever comes there, who has not said yet what they show', () => {
    const { room, ben, cy, picture } = meetInTwoPlaces()
    for (const { self } of [ben, cy]) view(room, self, picture, 0)
    room.take('ask-node')
    expect(isPaused(room, picture)).toBe(true)
    const dan = joinInParis(room, 'Dan')
    expect(isPaused(room, picture)).toBe(false)
    view(room, dan.self, picture, 0)
    expect(pausings(room)).toEqual([{ node: lyon, producer: picture, paused: true }])
  })

  test('is paused when the only one who shows it goes', () => {
    const { room, ben, cy, picture } = meetInTwoPlaces()
    view(room, ben.self, picture, 0)
    room.ask(cy.self, { name: 'leave', params: {} })
    expect(pausings(room)).toEqual([{ node: lyon, producer: picture, paused: true }])
  })

  test('goes on for a media session that began anew', () => {
    const { room, ben, cy, picture } = meetInTwoPlaces()
    for (const { self } of [ben, cy]) view(room, self, picture, 0)
    room.take('ask-node')
    room.ask(ben.self, { name: 'renew-media', params: { generation: ben.media?.generation ?? 0 } })
    room.settle()
    expect(pausings(room)).toEqual([{ node: lyon, producer: picture, paused: false }])
  })

  test('does not rest for what people on the node of whoever sends it do not show', () => {
    const { room, ada, picture } = meetInTwoPlaces()
    const eve = room.welcomed('Eve')
    for (const { self } of [ada, eve]) view(room, self, picture, 0)
    expect(pausings(room)).toEqual([])
  })

  test('a voice is never paused', () => {
    const { room, ben, cy, voice } = meetInTwoPlaces()
    for (const { self } of [ben, cy]) view(room, self, voice, 0)
    expect(pausings(room)).toEqual([])
  })

  test('E1 stays paused after a restart', () => {
    const { room, ada, ben, cy, picture } = meetInTwoPlaces()
    for (const { self } of [ben, cy]) view(room, self, picture, 0)
    room.settle()
    room.take('ask-node')
    room.input({ on: 'woke', connected: new Set([ada.self, ben.self, cy.self]) })
    room.settle()
    expect(pausings(room)).toEqual([])
  })
})
