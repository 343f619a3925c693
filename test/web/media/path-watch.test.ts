import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PathWatch } from '../../../web/core/media/transports/path-watch.ts'
import { isWithheldFromTurn } from '../../../web/core/media/transports/turn.ts'

type Way = 'host' | 'relay' | null

/** What a browser tells of one connection by that way. */
const reportOf = (way: Way): RTCStatsReport =>
  new Map<string, object>(
    way === null
      ? []
      : [
          ['t', { type: 'transport', selectedCandidatePairId: 'p' }],
          [
            'p',
            { type: 'candidate-pair', id: 'p', localCandidateId: 'c', state: 'succeeded', nominated: true },
          ],
          ['c', { type: 'local-candidate', id: 'c', candidateType: way, protocol: 'udp' }],
        ],
  )

let way: Way
let told: boolean[]
let watch: PathWatch

beforeEach(() => {
  vi.useFakeTimers()
  way = null
  told = []
  watch = new PathWatch(
    async () => [reportOf(way)],
    (viaTurn) => told.push(viaTurn),
  )
})

afterEach(() => {
  watch.close()
  vi.useRealTimers()
})

const look = async (by: Way): Promise<void> => {
  way = by
  watch.look()
  await vi.advanceTimersByTimeAsync(0)
}

test('M9 whose packets go directly says nothing, for hours', async () => {
  await look('host')
  await vi.advanceTimersByTimeAsync(3 * 60 * 60_000)
  expect(told).toEqual([])
})

test('M9 a relay is told once, and so is its end', async () => {
  await look('relay')
  await look('relay')
  await look(null)
  expect(told).toEqual([true])
  await look('host')
  expect(told).toEqual([true, false])
})

test('M9 what a browser changes without a word is seen before a minute has gone by', async () => {
  await look('host')
  way = 'relay'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([true])
})

test('M9 a watch that is closed looks no more', async () => {
  watch.close()
  await look('relay')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([])
})

test.each([
  ['all', []],
  ['audio-only', ['camera', 'screen']],
  ['nothing', ['microphone', 'camera', 'screen', 'screen-audio']],
] as const)('M10 where %s may go, these are not sent: %j', (level, held) => {
  const sources = ['microphone', 'camera', 'screen', 'screen-audio'] as const
  expect(sources.filter((source) => isWithheldFromTurn(source, level))).toEqual(held)
})
