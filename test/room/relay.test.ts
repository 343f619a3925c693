import { describe, expect, test } from 'vitest'
import { newPeerId } from '../../protocol/ids.ts'
import type { Addressee, RelayKind } from '../../protocol/relay.ts'
import { layerFor } from '../../worker/room/view.ts'
import { RoomBench } from './room-bench.ts'

function meeting() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben')
  const cy = room.welcomed('Cy')
  const say = (from: typeof ada, payload: string, addressee: Addressee, kind: RelayKind = 'chat') =>
    room.ask(from.self, { name: 'send', params: { kind, addressee, payload } })
  return { room, ada, ben, cy, say }
}

const everyone: Addressee = { to: 'everyone' }

describe('relayed messages', () => {
  test('C1 are numbered and dated by the edge, and reach everybody but the sender', () => {
    const { room, ada, say } = meeting()
    const request = say(ada, 'one', everyone)
    say(ada, 'two', everyone)
    const answers = room.take('answer')
    expect(answers).toMatchObject([{ request, result: { id: 1, at: room.now } }, { result: { id: 2 } }])
    say(ada, 'three', everyone)
    expect(room.told()).toMatchObject([
      {
        audience: { except: ada.self },
        event: { message: { id: 3, from: ada.self, name: 'Ada', payload: 'three' } },
      },
    ])
  })

  test('C2 to one person reach that person alone', () => {
    const { room, ada, ben, say } = meeting()
    say(ada, 'psst', { to: 'peer', peer: ben.self })
    expect(room.told().map(({ audience }) => audience)).toEqual([{ only: ben.self }])
  })

  test('C2 to the moderators reach them alone', () => {
    const { room, ada, ben, say } = meeting()
    say(ben, 'help', { to: 'moderators' })
    expect(room.told().map(({ audience }) => audience)).toEqual([{ only: ada.self }])
  })

  test('C2 to nobody are refused', () => {
    const { room, ada, say } = meeting()
    room.take('answer')
    say(ada, 'hello?', { to: 'peer', peer: newPeerId() })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-found' } }])
  })

  test.each<[RelayKind, boolean, boolean]>([
    ['chat', true, false],
    ['hand', true, true],
    ['reaction', false, false],
  ])('C4 %s: kept %s, in the place of the last one %s', (kind, kept, replaces) => {
    const { room, ada, say } = meeting()
    room.take('answer')
    say(ada, 'x', everyone, kind)
    expect(room.take('keep').length > 0).toBe(kept)
    say(ada, 'x', everyone, kind)
    expect(room.take('forget').length > 0).toBe(replaces)
  })

  test('C3 a hand goes down by its owner, or by a moderator; chat is never taken back', () => {
    const { room, ada, ben, say } = meeting()
    say(ben, '', everyone, 'hand')
    room.take('answer')
    room.ask(ada.self, { name: 'clear-relay', params: { kind: 'hand', peer: ben.self } })
    expect(room.told()).toMatchObject([{ event: { event: 'relay-cleared', peer: ben.self, kind: 'hand' } }])
    room.ask(ben.self, { name: 'clear-relay', params: { kind: 'chat', peer: ben.self } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
  })

  test('C3 the hand of somebody who leaves is down', () => {
    const { room, ben, say } = meeting()
    say(ben, '', everyone, 'hand')
    room.take('answer')
    room.ask(ben.self, { name: 'leave', params: {} })
    expect(room.take('forget')).toEqual([{ do: 'forget', peer: ben.self, kind: 'hand' }])
  })

  test('C1 where chat is forbidden, participants are refused, and moderators and hands are not', () => {
    const { room, ada, ben, say } = meeting()
    room.ask(ada.self, { name: 'set-allowed', params: { what: 'chat', allowed: false } })
    room.take('answer')
    say(ben, 'hello', everyone)
    say(ben, '', everyone, 'hand')
    say(ada, 'hush', everyone)
    expect(room.take('refuse')).toMatchObject([{ peer: ben.self, error: { code: 'not-allowed' } }])
  })
})

test.each([
  [0, 0, null],
  [320, 0, null],
  [160, 90, 0],
  [320, 180, 0],
  [120, 200, 0],
  [640, 360, 1],
  [360, 400, 1],
  [800, 200, 2],
  [1280, 720, 2],
] as const)('M5 a tile of %i x %i gets layer %s', (width, height, layer) => {
  expect(layerFor({ width, height })).toBe(layer)
})
