import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { POOR_FOR_MS, WELL_FOR_MS } from '../../../../web/features/connection/link-offers.ts'
import { LinkWatch } from '../../../../web/features/connection/link-watch.ts'

/** How long the browser takes to tell how it is: on a busy machine, longer than a link is judged over. */
const BUSY_MS = 4_000

let isPoor: boolean
let soundOnly: boolean
let takesMs: number
let told: string[]
let watch: LinkWatch

/** What a browser reports of a way to the node. */
async function reports() {
  await new Promise((resolve) => setTimeout(resolve, takesMs))
  const pair = { type: 'candidate-pair', id: 'pair', localCandidateId: 'ours', state: 'succeeded' }
  return [[{ ...pair, nominated: true, currentRoundTripTime: isPoor ? 2 : 0.02 }]]
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
  isPoor = false
  soundOnly = false
  takesMs = 0
  told = []
  watch = new LinkWatch({
    reports,
    isSoundOnly: () => soundOnly,
    offer: (what) => told.push(`${what}?`),
    withdraw: (what) => told.push(`no ${what}`),
  })
})
afterEach(() => {
  watch.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a machine that looks late finds out that the link is poor, and that it is well again', async () => {
  takesMs = BUSY_MS
  isPoor = true
  await vi.advanceTimersByTimeAsync(POOR_FOR_MS + 4 * BUSY_MS)
  expect(told).toEqual(['weak-link?'])
  isPoor = false
  soundOnly = true
  await vi.advanceTimersByTimeAsync(WELL_FOR_MS + 4 * BUSY_MS)
  expect(told).toEqual(['weak-link?', 'no weak-link', 'link-well?'])
})

test('whoever looks elsewhere is asked nothing', async () => {
  isPoor = true
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  await vi.advanceTimersByTimeAsync(10 * POOR_FOR_MS)
  expect(told).toEqual([])
})
