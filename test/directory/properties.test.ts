import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ListedNode } from '../../protocol/http/lending.ts'
import { Swarm } from '../../protocol/http/swarm.ts'
import { growth, summarise } from '../../worker/directory/published/statistics.ts'
import { swarmOf } from '../../worker/directory/published/swarm.ts'
import { holds } from '../support/property.ts'
import { arbitraryOf } from '../support/schema-arbitrary.ts'

const RUNS = { usually: 100, inLongRun: 4_000 }
const DAY_MS = 24 * 60 * 60 * 1_000

/** How much a room has counted more at each report, and whether it tells a report again, having heard no answer. */
const reports = fc.array(fc.record({ people: fc.nat(5), conferences: fc.nat(2), again: fc.boolean() }), {
  maxLength: 20,
})

const counted = fc
  .uniqueArray(fc.nat(900), { maxLength: 60 })
  .chain((days) =>
    fc.tuple(
      fc.constant(days.toSorted((a, b) => a - b)),
      fc.array(fc.nat(50), { minLength: 60, maxLength: 60 }),
    ),
  )
  .map(([days, people]) =>
    days.map((day, index) => ({
      day: new Date(day * DAY_MS).toISOString().slice(0, 10),
      conferences: 1,
      people: people[index] ?? 0,
    })),
  )

describe('what is counted, whatever happens', () => {
  test('S3 what is told twice counts once, and nothing that was told is lost', () => {
    holds(
      reports,
      (told) => {
        let sums = { people: 0, conferences: 0 }
        let known: Readonly<Record<string, number>> = {}
        const total = { people: 0, conferences: 0 }
        for (const { people, conferences, again } of told) {
          sums = { people: sums.people + people, conferences: sums.conferences + conferences }
          for (const report of again ? [sums, sums] : [sums]) {
            const more = growth(known, report)
            total.people += more['people'] ?? 0
            total.conferences += more['conferences'] ?? 0
            known = report
          }
        }
        expect(total).toEqual(sums)
      },
      RUNS,
    )
  })

  test('S4 years have all that was counted, and days the last 30 at most', () => {
    holds(
      fc.tuple(counted, fc.nat(1_000)),
      ([days, today]) => {
        const told = summarise(days, { people: 0, conferences: 0 }, today * DAY_MS)
        const sum = (all: readonly { readonly people: number }[]) =>
          all.reduce((more, { people }) => more + people, 0)
        expect(sum(told.years)).toBe(sum(days))
        expect(told.days.length).toBeLessThanOrEqual(30)
        expect(told.workingDay?.people ?? 0).toBeGreaterThanOrEqual(0)
      },
      RUNS,
    )
  })

  test('S6 the swarm shows nobody who is paused or revoked, and no coordinates of a house', () => {
    holds(
      fc.array(arbitraryOf(ListedNode), { maxLength: 6 }),
      (nodes) => {
        const shown = swarmOf(nodes)
        v.assert(Swarm, shown)
        const lent = nodes.filter(
          ({ lender, adminState }) => lender !== null && ['active', 'draining'].includes(adminState),
        )
        expect(shown.lent.map(({ node }) => node)).toEqual(lent.map(({ node }) => node))
        for (const { at } of shown.lent)
          for (const degrees of at ? [at.latitude, at.longitude] : [])
            expect(Math.abs(degrees * 10 - Math.round(degrees * 10))).toBeLessThan(1e-6)
      },
      RUNS,
    )
  })
})
