import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newProducerId } from '../../../protocol/ids.ts'
import type { PicturePriority } from '../../../protocol/media/picture-priority.ts'
import { pageContract, type Welcome } from '../../../protocol/page-edge/requests.ts'
import { layerFor } from '../../../worker/room/media/preferred-layers.ts'
import { produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'

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

test('M5 M12 only pictures that one can receive are passed on to the node, each once and with its priority', () => {
  const room = new RoomBench()
  const [ada, ben] = [room.welcomed('Ada'), room.welcomed('Ben')]
  const show = ({ self }: Welcome) => {
    const { producer } = produceFrom(room, self, { source: 'camera' })
    room.settle()
    return producer
  }
  const [own, his] = [show(ada), show(ben)]
  room.take('answer')
  const shown = (...tiles: [string, number, PicturePriority?][]) => {
    const params = {
      tiles: tiles.map(([producer, height, priority = 'other']) => ({
        producer,
        width: 16,
        height,
        priority,
      })),
    }
    room.ask(ada.self, { name: 'set-view', params: v.parse(pageContract['set-view'].params, params) })
    return room.take('ask-node').flatMap(({ ops }) => ops)
  }
  expect(shown([his, 100], [newProducerId(), 720], [own, 720], [his, 720, 'speaker'])).toMatchObject([
    { op: 'set-preferred-layer', producer: his, layer: 2, priority: 'speaker' },
  ])
  expect(shown([newProducerId(), 720], [own, 720])).toEqual([])
})
