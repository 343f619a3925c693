import { setTimeout as delay } from 'node:timers/promises'
import type { Consumer } from 'mediasoup/types'
import { describe, expect, test, vi } from 'vitest'
import {
  type LayeredConsumer,
  PICK_AGAIN_MS,
  PreferredLayers,
} from '../../../sfu-node/media/preferred-layers.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { roomWith } from '../support/room.ts'
import { made } from '../support/watch.ts'

type Layers = Parameters<Consumer['setPreferredLayers']>[0]

/** A consumer that picks a layer once that many were preferred of it, and what was preferred. */
function picksAfter(count: number) {
  const preferred: Layers[] = []
  const state: Record<'closed' | 'paused' | 'producerPaused', boolean> = {
    closed: false,
    paused: false,
    producerPaused: false,
  }
  const consumer = {
    ...state,
    setPreferredLayers: async (layers: Layers) => {
      preferred.push(layers)
    },
    dump: async () => ({ targetSpatialLayer: preferred.length < count ? -1 : 1 }),
  } satisfies LayeredConsumer
  return { consumer, preferred }
}

const NEVER = Number.POSITIVE_INFINITY

describe.concurrent('a picture that goes on', () => {
  test('is not touched where mediasoup picked a layer', async () => {
    const { consumer, preferred } = picksAfter(0)
    await new PreferredLayers().pick(consumer)
    expect(preferred).toEqual([])
  })

  test('is asked about until mediasoup picks one, and what is preferred stays', async () => {
    const { consumer, preferred } = picksAfter(4)
    const layers = new PreferredLayers()
    await layers.prefer(consumer, 1)
    await layers.pick(consumer)
    const again = [{ spatialLayer: 1, temporalLayer: 0 }, { spatialLayer: 1 }]
    expect(preferred).toEqual([{ spatialLayer: 1 }, ...again, ...again])
  })

  test('is given up where there is none to pick, and asked about when it goes on again', async () => {
    const { consumer, preferred } = picksAfter(NEVER)
    const layers = new PreferredLayers()
    await layers.pick(consumer)
    expect(preferred).toHaveLength(2 * PICK_AGAIN_MS.length)
    await layers.pick(consumer)
    expect(preferred).toHaveLength(4 * PICK_AGAIN_MS.length)
  })

  test('costs no more where a hundred do at once, again and again', async () => {
    const pictures = Array.from({ length: 100 }, () => picksAfter(NEVER))
    const layers = new PreferredLayers()
    const picked = pictures.map(({ consumer }) => layers.pick(consumer))
    for (const { consumer } of pictures) void layers.pick(consumer)
    await Promise.all(picked)
    const asked = pictures.reduce((sum, { preferred }) => sum + preferred.length, 0)
    expect(asked).toBe(2 * PICK_AGAIN_MS.length)
  })

  test('is asked about although another one has ended, or has a layer', async () => {
    const [ended, sent, lacking] = [picksAfter(NEVER), picksAfter(0), picksAfter(2)]
    const gone = { ...ended.consumer, dump: () => Promise.reject(new Error('gone')) }
    const layers = new PreferredLayers()
    const picked = [gone, sent.consumer, lacking.consumer].map((consumer) => layers.pick(consumer))
    gone.closed = true
    await Promise.all(picked)
    expect([ended, sent, lacking].map(({ preferred }) => preferred.length)).toEqual([0, 0, 2])
  })

  test.each(['closed', 'paused', 'producerPaused'] as const)('is left alone once it is %s', async (how) => {
    const { consumer, preferred } = picksAfter(NEVER)
    const picked = new PreferredLayers().pick(consumer)
    await delay(2 * PICK_AGAIN_MS[0])
    expect(preferred).toHaveLength(2)
    consumer[how] = true
    await picked
    expect(preferred.length).toBeLessThanOrEqual(4)
  })

  test('gets what is preferred meanwhile', async () => {
    const { consumer, preferred } = picksAfter(NEVER)
    const layers = new PreferredLayers()
    const picked = layers.pick(consumer)
    await delay(2 * PICK_AGAIN_MS[0])
    await layers.prefer(consumer, 0)
    await picked
    expect(preferred.at(-1)).toEqual({ spatialLayer: 0 })
  })
})

test('mediasoup’s own consumer of a page that is not connected is asked about, and stays as it was', async () => {
  const { run, receive, producer } = await roomWith('video', media.vp8Simulcast)
  const [outcome] = await run({ ...ask.consume(receive, producer), awaitsView: true })
  const consumer = made.consumers.find(({ id }) => id === ask.the('consumed', outcome).consumer)
  if (!consumer) throw new Error('mediasoup made none')
  const prefers = vi.spyOn(consumer, 'setPreferredLayers')
  const prefer = { op: 'set-preferred-layer', transport: receive, producer, priority: 'other' } as const
  await run({ ...prefer, layer: 1 })
  await vi.waitUntil(() => prefers.mock.calls.length >= 3, { timeout: 30_000 })
  expect(prefers.mock.calls.slice(0, 3)).toEqual([
    [{ spatialLayer: 1 }],
    [{ spatialLayer: 1, temporalLayer: 0 }],
    [{ spatialLayer: 1 }],
  ])
  expect(consumer.preferredLayers?.spatialLayer).toBe(1)
})
