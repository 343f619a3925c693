import * as v from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { PeerId, ProducerId } from '../../../protocol/ids.ts'
import type { Received } from '../../../web/core/media/receiving/consumers.ts'
import { CutOffWatch } from '../../../web/core/media/voices/cut-off-watch.ts'

const EVERY_MS = 200

const peer = (name: string) => v.parse(PeerId, name.padEnd(8, '-'))
const voice = (name: string) => v.parse(ProducerId, `voice-${name}`.padEnd(8, '-'))

/** When the picture of somebody was played last. */
const played = new Map<string, number>()

const receivedFrom = (name: string, kind: 'audio' | 'video'): Received => ({
  peer: peer(name),
  producer: kind === 'audio' ? voice(name) : v.parse(ProducerId, `face-${name}`.padEnd(8, '-')),
  kind,
  track: { name } as unknown as MediaStreamTrack,
  receiver: {
    getSynchronizationSources: () => [{ timestamp: played.get(name) ?? 0 }],
  } as unknown as RTCRtpReceiver,
})

let nowMs: number
let muted: Set<ProducerId>
let count: number | null
let told: string[]
let watch: CutOffWatch

beforeEach(() => {
  nowMs = 0
  muted = new Set()
  played.clear()
  count = 0
  told = []
  watch = new CutOffWatch({
    isOn: (producer) => !muted.has(producer),
    countReceived: async () => {
      if (count === null) throw new Error('no connection')
      return count
    },
    changed: (cutOff) =>
      told.push(`${[...cutOff].map((id) => id.replaceAll('-', '')).join(' ') || 'nobody'} at ${nowMs}`),
  })
})

/** For so long the voices of these come, and answers of the node where it `lives`. */
async function pass(ms: number, names: readonly string[], lives = true): Promise<void> {
  for (const end = nowMs + ms; nowMs < end; ) {
    nowMs += EVERY_MS
    // A check of the way every 2.5 s, as browsers make them.
    if (lives && count !== null && nowMs % 2_400 === 0) count += 1
    watch.look(new Set(names.map(voice)), nowMs)
    await Promise.resolve()
    await Promise.resolve()
  }
}

const follow = (...names: string[]) => watch.follow(names.map((name) => receivedFrom(name, 'audio')))

describe('of several', () => {
  beforeEach(() => follow('ada', 'ben'))

  test('who is not heard for three seconds is cut off, and is back with the next packet', async () => {
    await pass(2_000, ['ada', 'ben'])
    await pass(2_800, ['ada'])
    expect(told).toEqual([])
    await pass(200, ['ada'])
    expect(told).toEqual(['ben at 5000'])
    await pass(5_000, ['ada'])
    await pass(200, ['ada', 'ben'])
    expect(told).toEqual(['ben at 5000', 'nobody at 10200'])
  })

  test('whoever mutes is not cut off, and is missed only once they were heard again', async () => {
    await pass(1_000, ['ada', 'ben'])
    muted.add(voice('ben'))
    await pass(10_000, ['ada'])
    muted.clear()
    await pass(10_000, ['ada'])
    expect(told).toEqual([])
    await pass(200, ['ada', 'ben'])
    await pass(3_000, ['ada'])
    expect(told).toHaveLength(1)
  })

  test('whose picture moves is there, whatever became of the voice', async () => {
    watch.follow([receivedFrom('ada', 'audio'), receivedFrom('ben', 'audio'), receivedFrom('ben', 'video')])
    await pass(1_000, ['ada', 'ben'])
    for (let frame = 1; frame < 50; frame += 1) {
      played.set('ben', frame)
      await pass(200, ['ada'])
    }
    expect(told).toEqual([])
    await pass(3_400, ['ada'])
    expect(told).toHaveLength(1)
  })

  test('who is not received any more, as a node is gone or they left, is not called cut off', async () => {
    await pass(1_000, ['ada', 'ben'])
    await pass(3_400, ['ada'])
    follow('ada')
    await pass(5_000, ['ada'])
    expect(told).toEqual(['ben at 4000', 'nobody at 4400'])
  })

  test('all at once: it is our own way that is gone, and nobody is cut off', async () => {
    await pass(2_000, ['ada', 'ben'])
    await pass(20_000, [], false)
    expect(told).toEqual([])
    // It comes back with a sign from the node, and the voices a moment after it.
    await pass(600, [])
    await pass(1_000, ['ada', 'ben'])
    expect(told).toEqual([])
  })

  test('whoever looks again after a sleep waits anew', async () => {
    await pass(1_000, ['ada', 'ben'])
    nowMs += 3_600_000
    await pass(2_400, ['ada'])
    expect(told).toEqual([])
  })
})

describe('of two', () => {
  beforeEach(() => follow('ben'))

  test('the node answers: then it is the other one who is cut off', async () => {
    await pass(2_400, ['ben'])
    await pass(5_000, [])
    expect(told).toHaveLength(1)
    expect(Number(told[0]?.split(' at ')[1])).toBeLessThanOrEqual(2_400 + 4_600)
  })

  test('it does not answer, or there is nothing to ask: nobody knows who is', async () => {
    await pass(2_400, ['ben'])
    await pass(10_000, [], false)
    count = null
    await pass(10_000, [])
    expect(told).toEqual([])
  })
})
