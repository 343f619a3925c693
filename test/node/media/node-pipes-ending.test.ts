import { describe, expect, test } from 'vitest'
import type { PipeId } from '../../../protocol/ids.ts'
import type { NodeOp } from '../../../protocol/node-edge/requests.ts'
import { readVp8 } from '../../../scripts/stage/rtp-packets.ts'
import * as ask from '../support/asks.ts'
import { carriedAcross, carry, openNode } from '../support/two-nodes.ts'
import { until } from '../support/until.ts'
import { arriving, aWhile, receiveHere } from '../support/watch.ts'

describe('X3 ending', () => {
  /** People who receive it there, one of them by a page's transport. */
  async function watched() {
    const nodes = await carriedAcross()
    const { packets, consumer } = await receiveHere(nodes.routerThere, nodes.picture.there)
    const receive = ask.newTransport()
    await nodes.other.run(ask.receiving(receive), ask.consume(receive, nodes.picture.id))
    await until(() => packets.length > 10)
    const consume = async () => (await nodes.other.run(ask.consume(receive, nodes.picture.id)))[0]
    return { ...nodes, packets, consumer, consume }
  }

  test.each(['close-producer', 'close-pipe-consumer'] as const)(
    '%s where it is sent: nothing more arrives',
    async (op) => {
      const { one, pipe, picture, packets } = await watched()
      expect(await one.run({ op, pipe, producer: picture.id })).toEqual([{ outcome: 'done' }])
      await until(() => picture.pipeConsumer.closed)
      await aWhile()
      expect(await arriving(packets)).toBe(0)
    },
  )

  test('close-producer where it is received: it is gone there, and goes on at home', async () => {
    const { one, other, picture, consumer, consume } = await watched()
    expect(await other.run({ op: 'close-producer', producer: picture.id })).toEqual([{ outcome: 'done' }])
    await until(() => consumer.closed)
    expect(ask.the('failed', await consume()).code).toBe('not-found')
    const receive = ask.newTransport()
    const [, athome] = await one.run(ask.receiving(receive), ask.consume(receive, picture.id))
    ask.the('consumed', athome)
  })

  test('what was stopped can be sent anew', async () => {
    const { one, other, pipe, picture, routerThere } = await watched()
    const about = { pipe, producer: picture.id }
    await one.run({ op: 'close-pipe-consumer', ...about })
    await other.run({ op: 'close-producer', ...about })
    const { there } = await carry(one, other, pipe, picture.id)
    const { packets } = await receiveHere(routerThere, there)
    await until(() => packets.length > 10)
  })

  test.each([
    ['close-pipe', (pipe: PipeId): NodeOp => ({ op: 'close-pipe', pipe })],
    ['close-router', (): NodeOp => ask.closeRouter],
  ])('%s: everything that came through, and the pipe, which can be opened anew', async (_, close) => {
    const { one, other, pipe, voice, picture, consumer, there } = await watched()
    expect(await other.run(close(pipe))).toEqual([{ outcome: 'done' }])
    await until(() => consumer.closed && voice.there.closed && picture.there.closed)
    const { outcome: __, ...stream } = ask.the(
      'pipe-consumed',
      (await one.run({ op: 'pipe-consume', pipe, producer: voice.id }))[0],
    )
    const [gone, opened] = await other.run({ op: 'pipe-produce', ...stream }, { op: 'open-pipe', pipe })
    expect(ask.the('failed', gone).code).toBe('stale-media')
    expect(ask.the('pipe-opened', opened).srtpParameters).not.toEqual(there.srtpParameters)
  })

  test('closing what is not there is done', async () => {
    const { run } = await openNode('127.0.0.1')
    const [pipe, producer] = [ask.newPipe(), ask.newProducer()]
    expect(await run({ op: 'close-pipe', pipe }, { op: 'close-pipe-consumer', pipe, producer })).toEqual([
      { outcome: 'done' },
      { outcome: 'done' },
    ])
  })

  test('set-producer-paused at both nodes: nothing arrives, then it begins with a key frame', async () => {
    const { one, other, picture, packets, consumer } = await watched()
    const pause = async (paused: boolean) => {
      const op = { op: 'set-producer-paused', producer: picture.id, paused } as const
      expect([...(await one.run(op)), ...(await other.run(op))]).toEqual([
        { outcome: 'done' },
        { outcome: 'done' },
      ])
    }
    await pause(true)
    await until(() => consumer.producerPaused)
    await aWhile()
    expect(await arriving(packets)).toBe(0)
    const before = packets.length
    await pause(false)
    await until(() => packets.length > before)
    expect(packets.slice(before, before + 1).map((it) => readVp8(it).isKeyFrame)).toEqual([true])
  })
})
