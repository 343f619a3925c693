import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { MediaRoomId, ProducerId, TransportId } from '../../protocol/ids.ts'
import { NodeOutcome } from '../../protocol/node-requests.ts'
import type { MediaKind, RtpParameters } from '../../protocol/rtp.ts'
import * as ask from './support/asks.ts'
import * as media from './support/page-media.ts'
import { ANNOUNCED, openPool } from './support/pool.ts'

/** A room where one page sends this, and the same page could receive it. */
async function roomWith(kind: MediaKind, rtpParameters: RtpParameters) {
  const { pool, rooms } = await openPool(1)
  const [room, send, receive, producer] = [
    ask.newRoom(),
    ask.newTransport(),
    ask.newTransport(),
    ask.newProducer(),
  ]
  const run = (...ops: Parameters<typeof ask.batch>[1][]) => rooms.run(ask.batch(room, ...ops))
  const outcomes = await run(
    ask.openRouter,
    ask.sending(send),
    ask.receiving(receive),
    ask.produce(send, producer, kind, rtpParameters),
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    'done',
    'transport-created',
    'transport-created',
    'done',
  ])
  const counts = () => {
    const { routers, transports, producers, consumers } = pool.leastLoaded().counts
    return { routers, transports, producers, consumers }
  }
  return { pool, rooms, run, counts, room, send, receive, producer }
}

test('a whole join goes in one batch, and its outcomes hold all that the page needs', async () => {
  const { rooms, mediaPort } = await openPool(1)
  const [send, receive, producer] = [ask.newTransport(), ask.newTransport(), ask.newProducer()]
  const outcomes = await rooms.run(
    ask.batch(
      ask.newRoom(),
      ask.openRouter,
      ask.sending(send),
      ask.receiving(receive),
      ask.produce(send, producer, 'audio', media.opus(1_111)),
      ask.consume(receive, producer),
    ),
  )
  const [opened, sendMade, receiveMade, produced, consumed] = outcomes
  expect(opened).toEqual({ outcome: 'done' })
  expect(produced).toEqual({ outcome: 'done' })
  for (const [id, made] of [
    [send, sendMade],
    [receive, receiveMade],
  ] as const) {
    const { transport } = ask.the('transport-created', made)
    expect(transport.id).toBe(id)
    expect(transport.iceParameters.iceLite).toBe(true)
    expect(transport.dtlsParameters.fingerprints.map(({ algorithm }) => algorithm)).toContain('sha-256')
    expect(transport.iceCandidates.map(({ protocol, address, port }) => [protocol, address, port])).toEqual([
      ['udp', ANNOUNCED, mediaPort],
      ['tcp', ANNOUNCED, mediaPort],
    ])
    const [udp, tcp] = transport.iceCandidates
    expect(udp?.priority).toBeGreaterThan(tcp?.priority ?? Number.NaN)
  }
  const { consumer, rtpParameters, ...rest } = ask.the('consumed', consumed)
  expect(rest).toEqual({ outcome: 'consumed', transport: receive, producer, kind: 'audio' })
  expect(consumer).not.toBe(producer)
  expect(rtpParameters.mid).toBe('0')
  expect(rtpParameters.codecs[0]).toMatchObject({ mimeType: 'audio/opus', payloadType: 100 })
  // The wire takes them as they are.
  for (const outcome of outcomes) expect(v.parse(NodeOutcome, outcome)).toEqual(outcome)
})

describe('what browsers send is accepted, and reaches others', () => {
  test('Opus with DTX and in-band FEC', async () => {
    const { run, receive, producer } = await roomWith('audio', media.opus(2_222))
    const [outcome] = await run(ask.consume(receive, producer))
    const { rtpParameters } = ask.the('consumed', outcome)
    expect(rtpParameters.codecs[0]?.parameters).toMatchObject({ useinbandfec: 1, usedtx: 1 })
  })

  test.each([
    ['VP8 in three simulcast layers', media.vp8Simulcast, 'video/VP8', 'L3T3'],
    ['VP9 in three spatial and temporal layers', media.vp9Svc, 'video/VP9', 'L3T3'],
    ['H264', media.h264, 'video/H264', undefined],
  ])('%s', async (_, rtpParameters, mimeType, layers) => {
    const { run, receive, producer } = await roomWith('video', rtpParameters)
    const [outcome] = await run(ask.consume(receive, producer))
    const { kind, rtpParameters: received } = ask.the('consumed', outcome)
    expect(kind).toBe('video')
    expect(received.codecs.map((codec) => codec.mimeType)).toEqual([mimeType, 'video/rtx'])
    expect(received.encodings).toHaveLength(1)
    expect(received.encodings?.[0]?.scalabilityMode).toBe(layers)
  })

  test('a codec that routers do not offer is refused with a reason', async () => {
    const { run, send, counts } = await roomWith('audio', media.opus(2_223))
    const [outcome] = await run(ask.produce(send, ask.newProducer(), 'video', media.unknownCodec))
    const failure = ask.the('failed', outcome)
    expect(failure.code).toBe('media-failed')
    expect(failure.message).toContain('H263')
    expect(counts().producers).toBe(1)
  })
})

describe('asking twice changes nothing', () => {
  test('open-router, create-transport, produce and consume answer with what is there', async () => {
    const it = await roomWith('audio', media.opus(3_333))
    const first = await it.run(
      ask.sending(it.send),
      ask.receiving(it.receive),
      ask.consume(it.receive, it.producer),
    )
    const before = it.counts()
    const again = await it.run(
      ask.openRouter,
      ask.sending(it.send),
      ask.receiving(it.receive),
      ask.produce(it.send, it.producer, 'audio', media.opus(3_333)),
      ask.consume(it.receive, it.producer),
    )
    expect(again[0]).toEqual({ outcome: 'done' })
    expect([again[1], again[2], again[4]]).toEqual(first)
    expect(again[3]).toEqual({ outcome: 'done' })
    expect(it.counts()).toEqual(before)
    expect(before).toEqual({ routers: 1, transports: 2, producers: 1, consumers: 1 })
  })

  test('connect-transport a second time is done', async () => {
    const { run, send } = await roomWith('audio', media.opus(3_334))
    const connect = { op: 'connect-transport', transport: send, dtlsParameters: media.dtlsOfPage } as const
    expect(await run(connect, connect)).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
  })

  test('closing what is not there is done', async () => {
    const { rooms } = await openPool(1)
    const outcomes = await rooms.run(
      ask.batch(
        ask.newRoom(),
        ask.closeRouter,
        { op: 'close-transport', transport: ask.newTransport() },
        { op: 'close-producer', producer: ask.newProducer() },
      ),
    )
    expect(outcomes).toEqual([{ outcome: 'done' }, { outcome: 'done' }, { outcome: 'done' }])
  })

  test('a producer that comes back under its old id gets a new consumer', async () => {
    const { run, send, receive, producer } = await roomWith('audio', media.opus(3_335))
    const [before, , , after] = await run(
      ask.consume(receive, producer),
      { op: 'close-producer', producer },
      ask.produce(send, producer, 'audio', media.opus(3_336)),
      ask.consume(receive, producer),
    )
    expect(ask.the('consumed', after).consumer).not.toBe(ask.the('consumed', before).consumer)
  })
})

describe('what is closed takes along what hangs on it', () => {
  test('a transport: its producers, and their consumers', async () => {
    const { run, counts, send, receive, producer } = await roomWith('audio', media.opus(4_444))
    await run(ask.consume(receive, producer), { op: 'close-transport', transport: send })
    const [gone, transportGone] = await run(
      ask.consume(receive, producer),
      ask.produce(send, ask.newProducer(), 'audio', media.opus(4_445)),
    )
    expect(ask.the('failed', gone).code).toBe('not-found')
    expect(ask.the('failed', transportGone).code).toBe('stale-media')
    // mediasoup tells by itself, a moment later, that the consumer went with its producer.
    await expect.poll(counts).toEqual({ routers: 1, transports: 1, producers: 0, consumers: 0 })
  })

  test('a router: everything; the room can be opened anew', async () => {
    const { run, counts, send } = await roomWith('audio', media.opus(4_446))
    const [closed, gone] = await run(ask.closeRouter, ask.sending(send))
    expect(closed).toEqual({ outcome: 'done' })
    expect(ask.the('failed', gone).code).toBe('stale-media')
    expect(counts()).toEqual({ routers: 0, transports: 0, producers: 0, consumers: 0 })
    const [opened, made] = await run(ask.openRouter, ask.sending(send))
    expect(opened).toEqual({ outcome: 'done' })
    ask.the('transport-created', made)
  })
})

describe('pages cannot get at each other', () => {
  const sendAs = (send: TransportId, producer: ProducerId, ssrc: number) =>
    [ask.openRouter, ask.sending(send), ask.produce(send, producer, 'audio', media.opus(ssrc))] as const

  test('the same producer id in two rooms of one worker is two producers', async () => {
    const { rooms, producer } = await roomWith('audio', media.opus(5_555))
    const outcomes = await rooms.run(ask.batch(ask.newRoom(), ...sendAs(ask.newTransport(), producer, 5_556)))
    expect(outcomes[2]).toEqual({ outcome: 'done' })
  })

  test('the id of another page is refused within a room', async () => {
    const { run, producer } = await roomWith('audio', media.opus(5_557))
    const outcomes = await run(...sendAs(ask.newTransport(), producer, 5_558))
    expect(ask.the('failed', outcomes[2]).code).toBe('media-failed')
  })
})

test('an operation that fails does not stop its batch', async () => {
  const { run, send, receive, producer } = await roomWith('audio', media.opus(6_666))
  const outcomes = await run(
    ask.consume(receive, ask.newProducer()),
    ask.consume(send, producer),
    ask.produce(send, ask.newProducer(), 'video', media.unknownCodec),
    ask.consume(receive, producer),
  )
  expect(outcomes.map((it) => (it.outcome === 'failed' ? it.code : it.outcome))).toEqual([
    'not-found',
    'media-failed',
    'media-failed',
    'consumed',
  ])
})

test('restart-ice gives new ICE parameters', async () => {
  const { run, send } = await roomWith('audio', media.opus(7_777))
  const [before, restarted] = await run(ask.sending(send), { op: 'restart-ice', transport: send })
  const { transport } = ask.the('transport-created', before)
  const { iceParameters } = ask.the('ice-restarted', restarted)
  expect(iceParameters.usernameFragment).not.toBe(transport.iceParameters.usernameFragment)
})

test('a producer is paused and resumed', async () => {
  const { run, producer } = await roomWith('audio', media.opus(8_888))
  const set = (paused: boolean) => ({ op: 'set-producer-paused', producer, paused }) as const
  const absent = { ...set(true), producer: ask.newProducer() }
  const [paused, resumed, failed] = await run(set(true), set(false), absent)
  expect([paused, resumed]).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
  expect(ask.the('failed', failed).code).toBe('not-found')
})

describe('order', () => {
  test('batches of a room are done in the order they came, without waiting to be asked', async () => {
    const { rooms } = await openPool(1)
    const [room, send, receive, producer] = [
      ask.newRoom(),
      ask.newTransport(),
      ask.newTransport(),
      ask.newProducer(),
    ]
    const ended: string[] = []
    const run = async (name: string, ...ops: Parameters<typeof ask.batch>[1][]) => {
      const outcomes = await rooms.run(ask.batch(room, ...ops))
      ended.push(name)
      return outcomes.map((it) => (it.outcome === 'failed' ? it.code : it.outcome))
    }
    const all = await Promise.all([
      run('open', ask.openRouter, ask.sending(send), ask.receiving(receive)),
      run('produce', ask.produce(send, producer, 'audio', media.opus(9_999))),
      run('consume', ask.consume(receive, producer)),
      run('close', ask.closeRouter),
      run('late', ask.consume(receive, producer)),
    ])
    expect(ended).toEqual(['open', 'produce', 'consume', 'close', 'late'])
    expect(all).toEqual([
      ['done', 'transport-created', 'transport-created'],
      ['done'],
      ['consumed'],
      ['done'],
      ['stale-media'],
    ])
  })

  test('a room whose worker stands still does not hold up the others', async () => {
    const { pool, rooms } = await openPool(2)
    const [stuck, free] = [ask.newRoom(), ask.newRoom()]
    const open = (room: MediaRoomId) => rooms.run(ask.batch(room, ask.openRouter))
    await open(stuck)
    await open(free)
    const pid = pool.workers.find((worker) => worker.rooms.includes(stuck))?.pid ?? Number.NaN
    process.kill(pid, 'SIGSTOP')
    let stuckEnded = false
    const waiting = rooms.run(ask.batch(stuck, ask.sending(ask.newTransport()))).then((outcomes) => {
      stuckEnded = true
      return outcomes
    })
    const [made] = await rooms.run(ask.batch(free, ask.sending(ask.newTransport())))
    ask.the('transport-created', made)
    expect(stuckEnded).toBe(false)
    process.kill(pid, 'SIGCONT')
    ask.the('transport-created', (await waiting)[0])
  })

  test('keepOnly closes the routers of all other rooms', async () => {
    const { pool, rooms } = await openPool(1)
    const [kept, given] = [ask.newRoom(), ask.newRoom()]
    await rooms.run(ask.batch(kept, ask.openRouter))
    await rooms.run(ask.batch(given, ask.openRouter))
    await rooms.keepOnly([kept])
    expect(pool.leastLoaded().rooms).toEqual([kept])
  })
})
