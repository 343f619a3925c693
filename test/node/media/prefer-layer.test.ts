import { expect, test } from 'vitest'
import type { PicturePriority } from '../../../protocol/media/picture-priority.ts'
import type { RtpParameters } from '../../../protocol/media/rtp.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { roomWith } from '../support/room.ts'
import { made } from '../support/watch.ts'

/** A room where somebody receives this, with mediasoup's own view of it, and the means to ask for a layer. */
async function receiving(kind: 'audio' | 'video', rtpParameters: RtpParameters, awaitsView = false) {
  const room = await roomWith(kind, rtpParameters)
  const { run, receive, producer } = room
  const [outcome] = await run({ ...ask.consume(receive, producer), awaitsView })
  const { consumer: id } = ask.the('consumed', outcome)
  const consumer = made.consumers.find((one) => one.id === id)
  if (!consumer) throw new Error('mediasoup made none')
  const prefer = async (layer: 0 | 1 | 2 | null, priority: PicturePriority = 'other') => {
    expect(await run({ op: 'set-preferred-layer', transport: receive, producer, layer, priority })).toEqual([
      { outcome: 'done' },
    ])
    return { paused: consumer.paused, layer: consumer.preferredLayers?.spatialLayer }
  }
  return { ...room, consumer, prefer }
}

test.each([
  ['simulcast', media.vp8Simulcast],
  ['svc', media.vp9Svc],
] as const)('M5 %s: each layer, nothing, and back', async (type, rtpParameters) => {
  const { consumer, prefer } = await receiving('video', rtpParameters)
  expect(consumer.type).toBe(type)
  for (const layer of [0, 1, 2] as const) expect(await prefer(layer)).toEqual({ paused: false, layer })
  expect(await prefer(null)).toMatchObject({ paused: true })
  expect(await prefer(0)).toEqual({ paused: false, layer: 0 })
})

test('M5 a picture of one layer is sent, or not', async () => {
  const { consumer, prefer } = await receiving('video', media.h264)
  expect(consumer.type).toBe('simple')
  expect(await prefer(null)).toMatchObject({ paused: true })
  expect(await prefer(0)).toMatchObject({ paused: false })
})

test('M12 a screen comes before whoever speaks, and they before the others, until they are something else', async () => {
  const { consumer, prefer } = await receiving('video', media.vp8Simulcast)
  const priorityAs = async (priority: PicturePriority): Promise<number> => {
    await prefer(1, priority)
    return consumer.priority
  }
  const [other, speaker, screen] = [
    await priorityAs('other'),
    await priorityAs('speaker'),
    await priorityAs('screen'),
  ]
  // Of three sizes with three rates each, whoever comes first gets all nine steps before the next one gets a second.
  expect(speaker).toBeGreaterThan(Math.max(other, 9))
  expect(screen).toBeGreaterThan(speaker)
  expect(await priorityAs('other')).toBe(other)
})

test('M5 a voice goes on, whatever is asked', async () => {
  const { prefer } = await receiving('audio', media.opus(6_001))
  expect(await prefer(null)).toMatchObject({ paused: false })
})

test('M13 a picture that awaits its page waits until a layer is asked for, whatever TURN allows meanwhile', async () => {
  const { run, receive, consumer, prefer } = await receiving('video', media.vp8Simulcast, true)
  expect(consumer.paused).toBe(true)
  for (const turnLevel of ['audio-only', 'all'] as const)
    await run({ op: 'set-turn-level', transport: receive, turnLevel })
  expect(consumer.paused).toBe(true)
  expect(await prefer(1)).toEqual({ paused: false, layer: 1 })
})

test('M13 one that is asked for again does not wait again', async () => {
  const { run, receive, producer, consumer, prefer } = await receiving('video', media.h264, true)
  await prefer(0)
  const again = await run({ ...ask.consume(receive, producer), awaitsView: true })
  expect(ask.the('consumed', again[0]).consumer).toBe(consumer.id)
  expect(consumer.paused).toBe(false)
})

test('M13 a voice comes at once', async () => {
  const { consumer } = await receiving('audio', media.opus(6_002), true)
  expect(consumer.paused).toBe(false)
})

test('M5 what has just closed is no error', async () => {
  const { run, receive, producer } = await receiving('video', media.vp8Simulcast)
  const about = { op: 'set-preferred-layer', layer: 1, priority: 'other' } as const
  const outcomes = await run(
    { ...about, transport: receive, producer: ask.newProducer() },
    { ...about, transport: ask.newTransport(), producer },
    { op: 'close-producer', producer },
    { ...about, transport: receive, producer },
  )
  expect(outcomes).toEqual(outcomes.map(() => ({ outcome: 'done' })))
})
