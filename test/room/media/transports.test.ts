import { describe, expect, test } from 'vitest'
import { newProducerId } from '../../../protocol/ids.ts'
import { someDtls, somePictures } from '../../support/scripted-node.ts'
import { produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'

describe('transports', () => {
  test('M1 connect is passed on and answered when the node has answered', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const request = room.ask(ada.self, {
      name: 'connect-transport',
      params: { generation: 1, direction: 'send', dtlsParameters: someDtls },
    })
    expect(room.take('answer')).toEqual([])
    room.settle()
    expect(room.take('answer')).toMatchObject([{ request, result: {} }])
  })

  test.each([
    { name: 'connect-transport', params: { generation: 7, direction: 'send', dtlsParameters: someDtls } },
    { name: 'restart-ice', params: { generation: 7, direction: 'receive' } },
    { name: 'renew-media', params: { generation: 7 } },
    {
      name: 'produce',
      params: {
        generation: 7,
        producer: newProducerId(),
        source: 'camera',
        rtpParameters: somePictures,
        paused: false,
      },
    },
  ] as const)('M2 $name of a media session that is over is refused', (asked) => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, asked)
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'stale-media' } }])
  })

  test('M3 an ICE restart answers with other credentials', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    room.ask(ada.self, { name: 'restart-ice', params: { generation: 1, direction: 'receive' } })
    room.settle()
    expect(room.take('answer')).toMatchObject([
      { result: { iceParameters: { usernameFragment: 'another' } } },
    ])
  })

  test('M4 renewed media closes what was, and starts the next generation for that person alone', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    const ben = room.welcomed('Ben')
    const { producer } = produceFrom(room, ben.self)
    room.settle()
    produceFrom(room, ada.self)
    room.settle()
    room.take('answer')
    room.ask(ada.self, { name: 'renew-media', params: { generation: 1 } })
    const closed = room.open.flatMap((question) => question.ops.filter((op) => op.op === 'close-transport'))
    expect(closed.map((op) => op.transport)).toEqual([ada.media?.send.id, ada.media?.receive.id])
    room.settle()
    const told = room.told()
    expect(told.map(({ event }) => event.event)).toEqual(['producer-removed', 'media-started'])
    expect(told[1]).toMatchObject({
      audience: { only: ada.self },
      event: { media: { generation: 2, consumers: [{ producer }] } },
    })
  })
})
