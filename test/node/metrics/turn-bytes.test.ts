import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { TransportId } from '../../../protocol/ids.ts'
import type { TurnLevel } from '../../../protocol/media/turn.ts'
import type { NodeOp, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import * as ask from '../support/asks.ts'
import { bindingRequest, SUCCESS } from '../support/binding-request.ts'
import { FakeEdge } from '../support/fake-edge.ts'
import { runNode } from '../support/node-program.ts'
import * as media from '../support/page-media.ts'
import { openPool } from '../support/pool.ts'
import { roomWith } from '../support/room.ts'
import { hears, join, openRoom } from '../support/two-workers.ts'
import { last, made } from '../support/watch.ts'

const setTurnLevel = (transport: TransportId, turnLevel: TurnLevel | null): NodeOp => ({
  op: 'set-turn-level',
  transport,
  turnLevel,
})

/** Neither STUN nor RTP, RTCP or DTLS (RFC 7983): it comes in, and nothing is done with it. */
const IGNORED = Buffer.alloc(100, 0xff)

/**
 * Finds a way to a transport as a page does, sends something over it, and asks again, so that it has come in. Answers with
 * how many bytes mediasoup counts of that: all but the requests.
 */
async function knock(created: NodeOutcome | undefined): Promise<number> {
  const { iceParameters, iceCandidates } = ask.the('transport-created', created).transport
  const udp = iceCandidates.find(({ protocol }) => protocol === 'udp')
  if (!udp) throw new Error('no UDP')
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  const answered = async (): Promise<number> => {
    socket.send(bindingRequest(iceParameters.usernameFragment, iceParameters.password), udp.port, '127.0.0.1')
    const [answer] = await once(socket, 'message', { signal: AbortSignal.timeout(30_000) })
    expect(answer.readUInt16BE(0)).toBe(SUCCESS)
    return answer.length
  }
  const first = await answered()
  socket.send(IGNORED, udp.port, '127.0.0.1')
  return first + IGNORED.length + (await answered())
}

describe('M9 what is counted', () => {
  async function openTransport() {
    const { rooms, pool } = await openPool(1)
    const [room, transport] = [ask.newRoom(), ask.newTransport()]
    const run = (...ops: NodeOp[]) => rooms.run(ask.batch(room, ...ops))
    const [, created] = await run(ask.openRouter, ask.sending(transport))
    return { rooms, pool, room, run, transport, created }
  }

  test('M9 both ways of transports through TURN, from when the edge said so until it said otherwise', async () => {
    const { rooms, room, run, transport, created } = await openTransport()
    await knock(created)
    expect(await rooms.newTurnBytes()).toEqual([])
    await run(setTurnLevel(transport, 'all'))
    const bytes = await knock(created)
    const [first] = await rooms.newTurnBytes()
    expect(first).toMatchObject({ room, bytes })
    const more = await knock(created)
    await run(setTurnLevel(transport, null))
    await knock(created)
    expect(await rooms.newTurnBytes()).toEqual([{ room, count: first?.count, bytes: bytes + more }])
  })

  test('M9 only of rooms of which there is more, as a sum', async () => {
    const { rooms, run, transport, created } = await openTransport()
    await run(setTurnLevel(transport, 'all'), setTurnLevel(transport, 'all'))
    const bytes = await knock(created)
    expect(await rooms.newTurnBytes()).toMatchObject([{ bytes }])
    expect(await rooms.newTurnBytes()).toEqual([])
    const more = await knock(created)
    expect(await rooms.newTurnBytes()).toMatchObject([{ bytes: bytes + more }])
  })

  test('M9 a room that begins anew is counted anew, under another name', async () => {
    const { rooms, room, run, transport, created } = await openTransport()
    await run(setTurnLevel(transport, 'all'))
    await knock(created)
    const [before] = await rooms.newTurnBytes()
    await run(ask.closeRouter)
    const [, again] = await run(ask.openRouter, ask.sending(transport))
    await run(setTurnLevel(transport, 'all'))
    const bytes = await knock(again)
    const [after] = await rooms.newTurnBytes()
    expect(after).toMatchObject({ room, bytes })
    expect(after?.count).not.toBe(before?.count)
  })

  test('M9 what has just gone is no error', async () => {
    const { run } = await openTransport()
    expect(await run(setTurnLevel(ask.newTransport(), 'all'))).toEqual([{ outcome: 'done' }])
  })
})

test('M9 a node tells it with its heartbeat', async () => {
  const edge = await FakeEdge.start()
  const port = await freePorts(1)
  const where = ['--listen', '127.0.0.1', '--media-port', String(port), '--workers', '1']
  runNode(['run', '--edge', edge.url, '--id', 'relaying', ...where])
  const socket = await edge.nextSocket()
  await socket.register()
  const [room, transport] = [ask.newRoom(), ask.newTransport()]
  const outcomes = await socket.ask(
    ask.batch(room, ask.openRouter, ask.sending(transport), setTurnLevel(transport, 'all')),
  )
  const bytes = await knock(outcomes[1])
  for (;;) {
    const { event } = await socket.next('event')
    if (event.event !== 'turn-bytes') continue
    expect(event.rooms).toMatchObject([{ room, bytes }])
    break
  }
})

describe('M10 what goes where not all may', () => {
  async function receiving(kind: 'audio' | 'video') {
    const rtp = kind === 'audio' ? media.opus(7_001) : media.vp8Simulcast
    const room = await roomWith(kind, rtp)
    const [outcome] = await room.run(ask.consume(room.receive, room.producer))
    const { consumer: id } = ask.the('consumed', outcome)
    const consumer = made.consumers.find((one) => one.id === id)
    if (!consumer) throw new Error('mediasoup made none')
    const producer = last(made.producers)
    const carry = async (carries: TurnLevel | null) => {
      await room.run(setTurnLevel(room.send, carries), setTurnLevel(room.receive, carries))
      return { sent: !producer.paused, received: !consumer.paused }
    }
    return { ...room, consumer, sent: producer, carry }
  }
  const [both, neither] = [
    { sent: true, received: true },
    { sent: false, received: false },
  ]

  test('M10 a picture is paused from the first step on, and comes back', async () => {
    const { carry } = await receiving('video')
    expect(await carry('all')).toEqual(both)
    expect(await carry('audio-only')).toEqual(neither)
    expect(await carry('nothing')).toEqual(neither)
    expect(await carry('all')).toEqual(both)
    expect(await carry('audio-only')).toEqual(neither)
    expect(await carry(null)).toEqual(both)
  })

  test('M10 a voice is paused at the last', async () => {
    const { carry } = await receiving('audio')
    expect(await carry('audio-only')).toEqual(both)
    expect(await carry('nothing')).toEqual(neither)
    expect(await carry('audio-only')).toEqual(both)
  })

  test('M10 whatever else is asked meanwhile, which holds afterwards', async () => {
    const { run, receive, producer, consumer, sent, carry } = await receiving('video')
    const prefer = (layer: 0 | null) =>
      run({ op: 'set-preferred-layer', transport: receive, producer, layer, priority: 'other' })
    const mute = (paused: boolean) => run({ op: 'set-producer-paused', producer, paused })
    await carry('audio-only')
    await prefer(0)
    await mute(false)
    expect([consumer.paused, sent.paused]).toEqual([true, true])
    await prefer(null)
    await mute(true)
    expect(await carry('all')).toEqual(neither)
    await prefer(0)
    await mute(false)
    expect([consumer.paused, sent.paused]).toEqual([false, false])
  })

  test('M10 what is sent or asked for only then is paused as well', async () => {
    const { run, send, receive, carry } = await receiving('audio')
    await carry('audio-only')
    const picture = ask.newProducer()
    await run(ask.produce(send, picture, 'video', media.h264), ask.consume(receive, picture))
    expect([last(made.producers).paused, last(made.consumers).paused]).toEqual([true, true])
    await carry('all')
    expect([last(made.producers).paused, last(made.consumers).paused]).toEqual([false, false])
  })

  test('M10 between workers a picture that nobody may receive does not go, and goes again', async () => {
    const { run } = await openRoom(1)
    const [ada, ben] = [await join(run, 'video', media.vp8Simulcast), await join(run)]
    await hears(run, ben, ada)
    const pipeConsumer = made.consumers.find((consumer) => consumer.type === 'pipe')
    expect(pipeConsumer?.paused).toBe(false)
    await run(setTurnLevel(ben.receive, 'audio-only'))
    expect(pipeConsumer?.paused).toBe(true)
    await run(setTurnLevel(ben.receive, 'all'))
    expect(pipeConsumer?.paused).toBe(false)
  })
})
