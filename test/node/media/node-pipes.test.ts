import type { Consumer } from 'mediasoup/types'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { NodeOp } from '../../../protocol/node-edge/requests.ts'
import { readVp8 } from '../../../scripts/stage/rtp-packets.ts'
import { PIPE_ANSWER_TIMEOUT_MS } from '../../../sfu-node/media/node-pipes/pipe-liveness.ts'
import * as ask from '../support/asks.ts'
import { FarNode } from '../support/far-node.ts'
import * as media from '../support/page-media.ts'
import { PIPE_PORTS } from '../support/pool.ts'
import { carriedAcross, carry, connectTo, openNode, openPipe, twoNodes } from '../support/two-nodes.ts'
import { until } from '../support/until.ts'
import { aWhile, last, made, receiveHere } from '../support/watch.ts'

const bytesSent = async (consumer: Consumer): Promise<number> => {
  const stats = await consumer.getStats()
  return stats.reduce((sum, { type, byteCount }) => sum + (type === 'outbound-rtp' ? byteCount : 0), 0)
}

describe('X1 opening', () => {
  test('each end says where it is, from the range of ports, and gets a key of its own', async () => {
    const { here, there } = await twoNodes()
    expect([here.address.ip, there.address.ip]).toEqual(['127.0.0.1', '127.0.0.2'])
    for (const { address } of [here, there]) {
      expect(address.port).toBeGreaterThanOrEqual(PIPE_PORTS.from)
      expect(address.port).toBeLessThanOrEqual(PIPE_PORTS.to)
    }
    expect(here.srtpParameters.keyBase64).not.toBe(there.srtpParameters.keyBase64)
  })

  test('asking again answers with what is there', async () => {
    const { one, pipe, here } = await twoNodes()
    expect(await one.run({ op: 'open-pipe', pipe })).toEqual([here])
  })

  test('a range without a free port fails that pipe alone, and a closed pipe gives its port back', async () => {
    const { run } = await openNode('127.0.0.3', { from: 41_050, to: 41_050 })
    const [first, second] = [ask.newPipe(), ask.newPipe()]
    const [opened, none, closed] = await run(
      { op: 'open-pipe', pipe: first },
      { op: 'open-pipe', pipe: second },
      { op: 'close-pipe', pipe: first },
    )
    expect(ask.the('pipe-opened', opened).address).toEqual({ ip: '127.0.0.3', port: 41_050 })
    expect(ask.the('failed', none).code).toBe('media-failed')
    expect(closed).toEqual({ outcome: 'done' })
    const again = async () => (await run({ op: 'open-pipe', pipe: second }))[0]?.outcome
    await vi.waitUntil(async () => (await again()) === 'pipe-opened', { timeout: 30_000 })
  })
})

describe('X2 carrying', () => {
  test('a voice and all layers of a picture arrive, and key frames reach whoever asks for them', async () => {
    const { routerThere, voice: voiceSent, picture } = await carriedAcross()
    expect(picture.there.type).toBe('simulcast')
    const voice = await receiveHere(routerThere, voiceSent.there)
    const [small, large] = [
      await receiveHere(routerThere, picture.there, 0),
      await receiveHere(routerThere, picture.there, 2),
    ]
    await until(() => [voice, small, large].every(({ packets }) => packets.length > 50))
    // Whoever shows the picture sends key frames only to those who ask, and a receiver's picture begins with one.
    for (const { packets } of [small, large]) {
      expect(packets.slice(0, 1).map((it) => readVp8(it).isKeyFrame)).toEqual([true])
    }
    // Pipes ask by themselves, too, when they are laid; and while a key frame is on its way, no other is asked for.
    picture.asked.length = 0
    const isAsked = async () => {
      await small.consumer.requestKeyFrame()
      return picture.asked.includes(0)
    }
    await vi.waitUntil(isAsked, { timeout: 30_000 })
    expect(new Set(small.packets.map((it) => readVp8(it).layer))).toEqual(new Set([0]))
    await large.consumer.setPreferredLayers({ spatialLayer: 1 })
    await until(() => large.packets.some((it) => readVp8(it).layer === 1))
    const [carried, received] = [await bytesSent(picture.pipeConsumer), await bytesSent(large.consumer)]
    await aWhile()
    expect(await bytesSent(picture.pipeConsumer)).toBeGreaterThan(carried)
    expect(await bytesSent(large.consumer)).toBeGreaterThan(received)
  })

  test('people there consume it as any other, and prefer a layer', async () => {
    const { other, picture } = await carriedAcross()
    const receive = ask.newTransport()
    const outcomes = await other.run(ask.receiving(receive), ask.consume(receive, picture.id), {
      op: 'set-preferred-layer',
      transport: receive,
      producer: picture.id,
      layer: 1,
      priority: 'speaker',
    })
    const { kind, producer, rtpParameters } = ask.the('consumed', outcomes[1])
    expect({ kind, producer }).toEqual({ kind: 'video', producer: picture.id })
    expect(rtpParameters.codecs[0]?.mimeType).toBe('video/VP8')
    expect(outcomes[2]).toEqual({ outcome: 'done' })
    const consumer = made.consumers.find(({ id }) => id === ask.the('consumed', outcomes[1]).consumer)
    expect(consumer?.preferredLayers?.spatialLayer).toBe(1)
  })

  test('receiving the same again is done, and sending it again answers the same', async () => {
    const { one, other, pipe, picture } = await carriedAcross()
    const [first, second] = await one.run(
      { op: 'pipe-consume', pipe, producer: picture.id },
      { op: 'pipe-consume', pipe, producer: picture.id },
    )
    expect(second).toEqual(first)
    const before = made.producers.length
    const { outcome: _, ...stream } = ask.the('pipe-consumed', first)
    expect(await other.run({ op: 'pipe-produce', ...stream })).toEqual([{ outcome: 'done' }])
    expect(made.producers.length).toBe(before)
  })
})

test('X2 nothing is understood without the key', async () => {
  const far = await FarNode.open()
  const [one, other] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
  const { pipe, here, there } = await openPipe(one, other)
  const forged = { ...here.srtpParameters, keyBase64: Buffer.alloc(44, 7).toString('base64') }
  const outcomes = [
    ...(await one.run(connectTo(there))),
    ...(await other.run(connectTo({ ...here, srtpParameters: forged }))),
  ]
  expect(outcomes).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
  const routerThere = last(made.routers)
  const voice = await far.speak(one.run, await far.pipeTo(one.run))
  const { pipeConsumer, there: voiceThere } = await carry(one, other, pipe, voice.id)
  const { packets } = await receiveHere(routerThere, voiceThere)
  await vi.waitUntil(async () => (await bytesSent(pipeConsumer)) > 5_000, { timeout: 30_000 })
  expect(packets).toEqual([])
})

test('X9 a picture that is paused costs nothing, and goes on with a key frame', async () => {
  const { one, pipe, picture, voice, routerThere } = await carriedAcross()
  const [{ packets }, heard] = [
    await receiveHere(routerThere, picture.there, 0),
    await receiveHere(routerThere, voice.there),
  ]
  await until(() => packets.length > 10)
  const pause = (paused: boolean) =>
    one.run({ op: 'set-pipe-consumer-paused', pipe, producer: picture.id, paused })
  expect(await pause(true)).toEqual([{ outcome: 'done' }])
  await aWhile()
  const carried = await bytesSent(picture.pipeConsumer)
  packets.length = 0
  const before = heard.packets.length
  await until(() => heard.packets.length > before + 25)
  expect(await bytesSent(picture.pipeConsumer)).toBe(carried)
  expect(packets).toEqual([])
  await pause(false)
  await until(() => packets.length > 10)
  expect(readVp8(packets[0] ?? Buffer.alloc(0)).isKeyFrame).toBe(true)
  expect(
    await one.run({
      op: 'set-pipe-consumer-paused',
      pipe: ask.newPipe(),
      producer: picture.id,
      paused: true,
    }),
  ).toEqual([{ outcome: 'done' }])
})

describe('X4 what cannot be', () => {
  test('fails alone, and those who receive lose nothing', async () => {
    const { one, other, pipe, picture, voice, routerThere } = await carriedAcross()
    const { packets } = await receiveHere(routerThere, picture.there)
    const [unknown, send, own] = [ask.newPipe(), ask.newTransport(), ask.newProducer()]
    const stream = { kind: 'video', rtpParameters: media.vp8Simulcast, paused: false } as const
    const atOne = await one.run(
      { op: 'pipe-consume', pipe: unknown, producer: voice.id },
      { op: 'pipe-consume', pipe, producer: ask.newProducer() },
    )
    const atOther = await other.run(
      ask.sending(send),
      ask.produce(send, own, 'audio', media.opus(7)),
      { op: 'pipe-produce', pipe: unknown, producer: ask.newProducer(), ...stream },
      { op: 'pipe-produce', pipe, producer: own, ...stream },
      {
        op: 'pipe-produce',
        pipe,
        producer: ask.newProducer(),
        ...stream,
        rtpParameters: media.unknownCodec,
      },
      ask.produce(send, picture.id, 'audio', media.opus(8)),
    )
    const told = [...atOne, ...atOther].map((it) => (it.outcome === 'failed' ? it.code : it.outcome))
    expect(told).toEqual([
      'stale-media',
      'not-found',
      'transport-created',
      'done',
      'stale-media',
      'producer-id-taken',
      'media-unsupported',
      'producer-id-taken',
    ])
    await until(() => packets.length > 10)
  })

  test('a key that does not fit its suite is refused, and the right one is taken afterwards', async () => {
    const [one, other] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
    const { pipe, there } = await openPipe(one, other)
    const connect = { op: 'connect-pipe', pipe, address: there.address } as const
    const short = { ...there.srtpParameters, keyBase64: Buffer.alloc(30, 7).toString('base64') }
    const [failed, connected] = await one.run(
      { ...connect, srtpParameters: short },
      { ...connect, srtpParameters: there.srtpParameters },
    )
    expect(ask.the('failed', failed).code).toBe('media-failed')
    expect(connected).toEqual({ outcome: 'done' })
  })

  test.each([
    ['an address that is none', { address: { ip: 'here', port: 41_000 } }],
    ['a port that is none', { address: { ip: '127.0.0.1', port: 0 } }],
    ['a suite that nobody has', { srtpParameters: { cryptoSuite: 'NULL', keyBase64: 'A'.repeat(40) } }],
    ['a key that is none', { srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64: 'a key' } }],
    ['a pipe id that is none', { pipe: 'a pipe' }],
  ])('%s is not read', (_, wrong) => {
    const right = {
      op: 'connect-pipe',
      pipe: ask.newPipe(),
      address: { ip: '2001:db8::1', port: 41_000 },
      srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM', keyBase64: Buffer.alloc(44, 7).toString('base64') },
    }
    expect(v.is(NodeOp, right)).toBe(true)
    expect(v.is(NodeOp, { ...right, ...wrong })).toBe(false)
  })
})

describe('X6 a pipe whose ends do not reach each other', () => {
  test('is told of, at either end', async () => {
    const [one, other] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
    const { pipe, here, there } = await openPipe(one, other)
    // Nobody is at that address, as behind a firewall that drops in silence.
    const nowhere = { ...there, address: { ...there.address, ip: '127.0.0.99' } }
    await one.run(connectTo(nowhere))
    await other.run(connectTo({ ...here, address: { ...here.address, ip: '127.0.0.99' } }))
    expect([one.silent, other.silent]).toEqual([[], []])
    await until(() => one.silent.length > 0 && other.silent.length > 0)
    expect([one.silent, other.silent]).toEqual([[pipe], [pipe]])
  })

  test('is told of when the other end goes later, and not when it is closed here', async () => {
    const { one, other, pipe } = await twoNodes()
    await new Promise((resolve) => setTimeout(resolve, PIPE_ANSWER_TIMEOUT_MS + 500))
    expect([one.silent, other.silent]).toEqual([[], []])
    await other.run({ op: 'close-pipe', pipe })
    await until(() => one.silent.length > 0)
    expect([one.silent, other.silent]).toEqual([[pipe], []])
  })
})
