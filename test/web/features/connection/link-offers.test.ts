import { beforeEach, describe, expect, test } from 'vitest'
import type { NetworkVerdict } from '../../../../web/core/network/network-figures.ts'
import {
  LinkOffers,
  MOMENT_MS,
  POOR_FOR_MS,
  QUIET_FOR_MS,
  WELL_FOR_MS,
} from '../../../../web/features/connection/link-offers.ts'

const EVERY_MS = 1_000

let nowMs: number
let soundOnly: boolean
let told: string[]
let offers: LinkOffers

beforeEach(() => {
  nowMs = 0
  soundOnly = false
  told = []
  offers = new LinkOffers({
    offer: (what) => told.push(`${what}?`),
    withdraw: (what) => told.push(`no ${what}`),
  })
})

/** For so long the link is so. */
function pass(ms: number, verdict: NetworkVerdict | null): void {
  for (const end = nowMs + ms; nowMs < end; ) {
    nowMs += EVERY_MS
    offers.note(verdict, soundOnly, nowMs)
  }
}

const accept = (): void => {
  soundOnly = true
  pass(EVERY_MS, 'poor')
}

describe('a weak link', () => {
  test('is told once it was so for five seconds, and once', () => {
    pass(10_000, 'good')
    pass(POOR_FOR_MS, 'poor')
    expect(told).toEqual([])
    pass(20_000, 'poor')
    expect(told).toEqual(['weak-link?'])
  })

  test('that comes and goes is not told', () => {
    for (let turn = 0; turn < 20; turn += 1) {
      pass(4_000, 'poor')
      pass(1_000, turn % 2 ? 'fair' : 'good')
    }
    expect(told).toEqual([])
  })

  test('is not told again for long to whoever said no, or nothing', () => {
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    pass(QUIET_FOR_MS - 2 * EVERY_MS, 'poor')
    expect(told).toEqual(['weak-link?'])
    pass(2 * EVERY_MS, 'poor')
    expect(told).toEqual(['weak-link?', 'weak-link?'])
  })

  test('that is well again needs no answer', () => {
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    pass(9_000, 'good')
    expect(told).toEqual(['weak-link?'])
    pass(3_000, 'good')
    expect(told).toEqual(['weak-link?', 'no weak-link'])
  })
})

describe('without pictures', () => {
  test('whoever took the offer is offered the way back when the link was good for a while', () => {
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    accept()
    pass(WELL_FOR_MS, 'good')
    pass(MOMENT_MS + EVERY_MS, 'fair')
    pass(WELL_FOR_MS, 'good')
    expect(told).toEqual(['weak-link?', 'no weak-link'])
    pass(EVERY_MS, 'good')
    expect(told.slice(2)).toEqual(['link-well?'])
    pass(60_000, 'good')
    expect(told.slice(2)).toEqual(['link-well?'])
  })

  test.each(['fair', 'poor'] as const)(
    'a moment in which the link is %s puts the way back off no longer than it lasts',
    (verdict) => {
      pass(POOR_FOR_MS + EVERY_MS, 'poor')
      accept()
      pass(WELL_FOR_MS - EVERY_MS, 'good')
      pass(MOMENT_MS, verdict)
      expect(told).toEqual(['weak-link?', 'no weak-link'])
      pass(EVERY_MS, 'good')
      expect(told.slice(2)).toEqual(['link-well?'])
    },
  )

  test('while nothing is known of the link, it is not held for good', () => {
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    accept()
    pass(WELL_FOR_MS, 'good')
    pass(EVERY_MS, null)
    pass(WELL_FOR_MS, 'good')
    expect(told.slice(2)).toEqual([])
    pass(EVERY_MS, 'good')
    expect(told.slice(2)).toEqual(['link-well?'])
  })

  test('where pictures were too much again, both are asked again, and the way back later than before', () => {
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    accept()
    pass(WELL_FOR_MS + EVERY_MS, 'good')
    soundOnly = false
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    expect(told.slice(2)).toEqual(['link-well?', 'no link-well', 'weak-link?'])
    accept()
    pass(2 * WELL_FOR_MS, 'good')
    expect(told.slice(5)).toEqual(['no weak-link'])
    pass(EVERY_MS, 'good')
    expect(told.slice(6)).toEqual(['link-well?'])
  })

  test('whoever chose it by themselves is asked nothing', () => {
    soundOnly = true
    pass(60_000, 'poor')
    pass(600_000, 'good')
    expect(told).toEqual([])
  })

  test('the way back is not offered any more where the link is bad again', () => {
    pass(POOR_FOR_MS + EVERY_MS, 'poor')
    accept()
    pass(WELL_FOR_MS + EVERY_MS, 'good')
    pass(EVERY_MS, 'poor')
    expect(told.slice(2)).toEqual(['link-well?', 'no link-well'])
  })
})
