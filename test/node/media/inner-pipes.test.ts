import { describe, expect, test } from 'vitest'
import type { TransportId } from '../../../protocol/ids.ts'
import { readVp8 } from '../../../scripts/stage/rtp-packets.ts'
import * as ask from '../support/asks.ts'
import { FarNode } from '../support/far-node.ts'
import * as media from '../support/page-media.ts'
import { hears, join, openRoom } from '../support/two-workers.ts'
import { until } from '../support/until.ts'
import { last, made, receiveHere } from '../support/watch.ts'

describe('W2 who is on another worker', () => {
  test('is heard there, by a pipe for all who listen, until nobody does any more', async () => {
    const { run, producersOf, consumersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    const [, fourth] = [await join(run), await join(run)]
    expect(producersOf()).toEqual([2, 2])
    await hears(run, second, first)
    await hears(run, fourth, first)
    // One more producer there, and one more consumer here.
    expect(producersOf()).toEqual([2, 3])
    expect(consumersOf()).toEqual([1, 2])
    await hears(run, first, second)
    expect([producersOf(), consumersOf()]).toEqual([
      [3, 3],
      [2, 3],
    ])
    await run({ op: 'close-transport', transport: second.receive })
    expect(producersOf()).toEqual([3, 3])
    await run({ op: 'close-transport', transport: fourth.receive })
    expect(producersOf()).toEqual([3, 2])
    await until(() => consumersOf().join() === '1,1')
  })

  test('is brought again when somebody comes back, and once where the same is asked twice', async () => {
    const { run, producersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    await hears(run, second, first)
    await hears(run, second, first)
    expect(producersOf()).toEqual([1, 2])
    await run({ op: 'close-transport', transport: second.receive })
    expect(producersOf()).toEqual([1, 1])
    const outcomes = await run(
      { ...ask.receiving(second.receive), sameWorkerAs: second.send },
      ask.consume(second.receive, first.producer),
    )
    ask.the('consumed', outcomes[1])
    expect(producersOf()).toEqual([1, 2])
  })

  test('leaves nothing behind where it cannot be received', async () => {
    const { run, producersOf, consumersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    const [outcome] = await run(ask.consume(second.send, first.producer))
    expect(ask.the('failed', outcome).code).toBe('bad-message')
    await until(() => `${producersOf()} ${consumersOf()}` === '1,1 0,0')
  })

  test('ends there, too, when it ends', async () => {
    const { run, producersOf, consumersOf } = await openRoom(1)
    const [first, second] = [await join(run), await join(run)]
    await hears(run, second, first)
    expect(await run({ op: 'close-producer', producer: first.producer })).toEqual([{ outcome: 'done' }])
    await until(() => `${producersOf()} ${consumersOf()}` === '0,1 0,0')
    const [gone] = await run(ask.consume(second.receive, first.producer))
    expect(ask.the('failed', gone).code).toBe('not-found')
  })

  test('is seen there in packets: layers, key frames and pauses', async () => {
    const { run, home, away } = await openRoom(1)
    const far = await FarNode.open()
    const picture = await far.show(run, await far.pipeTo(run))
    const here = last(made.producers)
    const watcher = await join(run)
    expect([home.counts.producers, watcher.port]).toEqual([1, away.address.port])
    await run(ask.consume(watcher.receive, picture.id))
    const there = last(made.producers)
    expect([there.id, there.type]).toEqual([here.id, 'simulcast'])
    const { packets, consumer } = await receiveHere(last(made.routers), there, 0)
    await until(() => packets.length > 10)
    expect(packets.slice(0, 1).map(readVp8)).toEqual([{ layer: 0, isKeyFrame: true }])

    await run({ op: 'set-producer-paused', producer: picture.id, paused: true })
    await until(() => there.paused && consumer.producerPaused)
    const before = packets.length
    await run({ op: 'set-producer-paused', producer: picture.id, paused: false })
    await until(() => !there.paused && packets.length > before + 10)
  })

  test('is paused while all who are there have paused it, and comes back with a key frame', async () => {
    const { run } = await openRoom(1)
    const far = await FarNode.open()
    const picture = await far.show(run, await far.pipeTo(run))
    const [one, two] = [await join(run), ask.newTransport()]
    await run({ ...ask.receiving(two), sameWorkerAs: one.send }, ask.consume(one.receive, picture.id))
    const there = last(made.producers)
    await run(ask.consume(two, picture.id))
    const { packets, consumer } = await receiveHere(last(made.routers), there, 0)
    await until(() => packets.length > 10)
    const prefer = async (transport: TransportId, layer: 0 | null) => {
      expect(
        await run({ op: 'set-preferred-layer', transport, producer: picture.id, layer, priority: 'other' }),
      ).toEqual([{ outcome: 'done' }])
    }
    await prefer(one.receive, null)
    expect(there.paused).toBe(false)
    await prefer(two, null)
    await until(() => there.paused && consumer.producerPaused)
    const before = packets.length
    // Muted and back meanwhile: it stays paused.
    await run({ op: 'set-producer-paused', producer: picture.id, paused: true })
    await run({ op: 'set-producer-paused', producer: picture.id, paused: false })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(there.paused).toBe(true)
    expect(packets.length).toBeLessThan(before + 5)
    packets.length = 0
    await prefer(two, 0)
    expect(there.paused).toBe(false)
    await until(() => packets.length > 10)
    expect(readVp8(packets[0] ?? Buffer.alloc(0)).isKeyFrame).toBe(true)
  })

  test('wakes for whoever comes, and is paused again when they leave', async () => {
    const { run } = await openRoom(1)
    const [first, second] = [await join(run, 'video', media.vp8Simulcast), await join(run)]
    await hears(run, second, first)
    const there = last(made.producers)
    await run({
      op: 'set-preferred-layer',
      transport: second.receive,
      producer: first.producer,
      layer: null,
      priority: 'other',
    })
    expect(there.paused).toBe(true)
    const late = ask.newTransport()
    await run({ ...ask.receiving(late), sameWorkerAs: second.send }, ask.consume(late, first.producer))
    expect(there.paused).toBe(false)
    await run({ op: 'close-transport', transport: late })
    await until(() => there.paused)
    expect(there.closed).toBe(false)
  })

  test('M13 costs nothing while all who are there await their pages', async () => {
    const { run } = await openRoom(1)
    const [first, second] = [await join(run, 'video', media.vp8Simulcast), await join(run)]
    await run({ ...ask.consume(second.receive, first.producer), awaitsView: true })
    const there = last(made.producers)
    await until(() => there.paused)
    await run({
      op: 'set-preferred-layer',
      transport: second.receive,
      producer: first.producer,
      layer: 0,
      priority: 'other',
    })
    expect(there.paused).toBe(false)
  })

  test('goes on to another node from there', async () => {
    const { run } = await openRoom(1)
    const [, second] = [await join(run), await join(run)]
    const far = await FarNode.open()
    const pipe = await far.pipeTo(run)
    const [sent, again] = await run(
      { op: 'pipe-consume', pipe, producer: second.producer },
      { op: 'pipe-consume', pipe, producer: second.producer },
    )
    expect(ask.the('pipe-consumed', sent).kind).toBe('audio')
    expect(again).toEqual(sent)
  })
})
