import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Consumer } from 'mediasoup/types'
import { describe, expect, test, vi } from 'vitest'
import {
  type LayeredConsumer,
  PICK_AGAIN_MS,
  PICK_AGAIN_TIMES,
  PreferredLayer,
} from '../../../sfu-node/media/preferred-layer.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { roomWith } from '../support/room.ts'
import { made } from '../support/watch.ts'

type Layers = Parameters<Consumer['setPreferredLayers']>[0]

/** A consumer that picks a layer when it is asked for the n-th time, and what it was asked for. */
function picksAfter(times: number) {
  const asked: Layers[] = []
  const observer = new EventEmitter()
  const state = { closed: false, paused: false, producerPaused: false }
  const consumer = {
    ...state,
    observer: { on: (event: string, listener: () => void) => void observer.on(event, listener) },
    setPreferredLayers: async (layers: Layers) => {
      asked.push(layers)
    },
    dump: async () => ({ targetSpatialLayer: asked.length < times ? -1 : 1 }),
  }
  const layer = new PreferredLayer(consumer satisfies LayeredConsumer)
  return { asked, consumer, layer, resume: () => observer.emit('resume') }
}

/** Longer than anybody asks. */
const inTheEnd = () => delay(2 * PICK_AGAIN_MS * PICK_AGAIN_TIMES)

describe.concurrent('a picture that goes on', () => {
  test('is not touched where mediasoup picked a layer', async () => {
    const { asked, resume } = picksAfter(0)
    resume()
    await inTheEnd()
    expect(asked).toEqual([])
  })

  test('is asked about until mediasoup picks one, and what is preferred stays', async () => {
    const { asked, layer, resume } = picksAfter(6)
    await layer.prefer(1)
    resume()
    await inTheEnd()
    expect(asked).toEqual([
      { spatialLayer: 1 },
      ...[1, 2, 3].flatMap(() => [{ spatialLayer: 1, temporalLayer: 0 }, { spatialLayer: 1 }]),
    ])
  })

  test('is given up where there is none to pick, and asked about again when it goes on again', async () => {
    const { asked, resume } = picksAfter(Number.POSITIVE_INFINITY)
    resume()
    // It is asked about already.
    resume()
    await inTheEnd()
    expect(asked).toHaveLength(2 * PICK_AGAIN_TIMES)
    resume()
    await inTheEnd()
    expect(asked).toHaveLength(4 * PICK_AGAIN_TIMES)
  })

  test.each(['closed', 'paused', 'producerPaused'] as const)('is left alone once it is %s', async (how) => {
    const { asked, consumer, resume } = picksAfter(Number.POSITIVE_INFINITY)
    resume()
    await delay(2.5 * PICK_AGAIN_MS)
    consumer[how] = true
    const before = asked.length
    expect(before).toBeGreaterThan(0)
    await inTheEnd()
    expect(asked.length).toBeLessThanOrEqual(before + 2)
  })

  test('keeps what is preferred meanwhile', async () => {
    const { asked, layer, resume } = picksAfter(Number.POSITIVE_INFINITY)
    resume()
    await delay(2.5 * PICK_AGAIN_MS)
    await layer.prefer(0)
    await inTheEnd()
    expect(asked.at(-1)).toEqual({ spatialLayer: 0 })
  })
})

test('mediasoup’s own consumer of a page that is not connected is asked about, and stays as it was', async () => {
  const { run, receive, producer } = await roomWith('video', media.vp8Simulcast)
  const [outcome] = await run({ ...ask.consume(receive, producer), awaitsView: true })
  const consumer = made.consumers.find(({ id }) => id === ask.the('consumed', outcome).consumer)
  if (!consumer) throw new Error('mediasoup made none')
  const prefers = vi.spyOn(consumer, 'setPreferredLayers')
  await run({ op: 'set-preferred-layer', transport: receive, producer, layer: 1, priority: 'other' })
  await vi.waitUntil(() => prefers.mock.calls.length >= 3, { timeout: 30_000 })
  expect(prefers.mock.calls.slice(0, 3)).toEqual([
    [{ spatialLayer: 1 }],
    [{ spatialLayer: 1, temporalLayer: 0 }],
    [{ spatialLayer: 1 }],
  ])
  expect(consumer.preferredLayers?.spatialLayer).toBe(1)
})
