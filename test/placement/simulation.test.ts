import { describe, expect, test } from 'vitest'
import { boundOf } from '../../bench/placement/contestants/bound.ts'
import { CONTESTANTS } from '../../bench/placement/contestants/contestants.ts'
import { play } from '../../bench/placement/play/play.ts'
import { summarise, tableOf } from '../../bench/placement/table.ts'
import { drawWorld } from '../../bench/placement/world/world.ts'

/** A day that is small enough to be played in a moment, and the same each time. */
const DAY = { nodes: 60, rooms: 3_000, seed: 1, capacity: 1, world: false }
const world = drawWorld(DAY)
const summaries = CONTESTANTS.map((each) => summarise(each, play(world, each, DAY.seed), 0))
const bound = boundOf(world)

function of(name: string) {
  const found = summaries.find((summary) => summary.name === name)
  if (!found) throw new Error(`nobody chooses ${name}`)
  return found
}

describe('in a day of rooms and of lenders who come and go', () => {
  test.each(['ours', 'ours-by-region', 'ours-probing'])(
    'loads and ways are far below those of chance: %s',
    (name) => {
      const [random, ours] = [of('random'), of(name)]
      expect(ours.load.p95).toBeLessThan(random.load.p95 / 2)
      expect(ours.toNodeMs.p95).toBeLessThan(random.toNodeMs.p95 / 2 + 5)
      expect(ours.betweenTwoMs.p50).toBeLessThan(random.betweenTwoMs.p50)
    },
  )

  test('probing shortens the ways', () => {
    expect(of('ours-probing').toNodeMs.p50).toBeLessThan(of('ours').toNodeMs.p50)
  })

  test('nobody is refused, and rooms of nodes that go are moved', () => {
    for (const { refused, moved } of summaries) {
      expect(refused).toBe(0)
      expect(moved).toBeGreaterThan(0)
    }
  })

  test('nothing beats what no choice can beat', () => {
    for (const { load, toNodeMs } of summaries) {
      expect(load.max).toBeGreaterThan(bound.load.max)
      expect(toNodeMs.p50).toBeGreaterThan(bound.toNodeMs.p50)
    }
  })

  test('the same seed gives the same figures', () => {
    const again = drawWorld(DAY)
    const probing = CONTESTANTS.filter(({ name }) => name === 'ours-probing')
    expect(probing.map((each) => summarise(each, play(again, each, DAY.seed), 0))).toEqual([
      of('ours-probing'),
    ])
  })

  test('the table has them all', () => {
    const table = tableOf(summaries, bound)
    for (const { title } of CONTESTANTS) expect(table).toContain(title)
    expect(table).toContain('bound, each by itself')
  })
})
