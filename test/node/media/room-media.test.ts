import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { ProducerId, TransportId } from '../../../protocol/ids.ts'
import { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { answerMaxLength } from '../../../worker/node/requests/answer-size.ts'
import * as ask from '../support/asks.ts'
import * as media from '../support/page-media.ts'
import { ANNOUNCED, openPool } from '../support/pool.ts'
import { roomWith } from '../support/room.ts'

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

test('N22 what it answers takes half of what the edge lets each answer take', async () => {
  const { run, receive, send, producer } = await roomWith('video', media.vp8Simulcast)
  const pipe = ask.newPipe()
  for (const op of [
    ask.receiving(ask.newTransport()),
    { op: 'restart-ice', transport: send },
    ask.consume(receive, producer),
    { op: 'open-pipe', pipe },
    { op: 'pipe-consume', pipe, producer },
    // Fails, with its reason.
    ask.consume(receive, ask.newProducer()),
  ] as const) {
    const frame = { type: 'answer', id: Date.now() * 1_000, outcomes: await run(op) }
    expect(JSON.stringify(frame).length, op.op).toBeLessThan(answerMaxLength([op]) / 2)
  }
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
    await expect
      .poll(counts, { timeout: 30_000 })
      .toEqual({ routers: 1, transports: 1, producers: 0, consumers: 0 })
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
    expect(ask.the('failed', outcomes[2]).code).toBe('producer-id-taken')
  })
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
