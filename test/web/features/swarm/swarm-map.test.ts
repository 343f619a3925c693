import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { LentNode } from '../../../../protocol/http/swarm.ts'
import { isLand } from '../../../../web/features/swarm/land.ts'
import { landCells } from '../../../../web/features/swarm/land-cells.ts'
import { frameOf, MAP_RATIO, pointOn } from '../../../../web/features/swarm/map-frame.ts'
import { marksOn, ranked } from '../../../../web/features/swarm/ranked.ts'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })
const LYON = at(45.8, 4.9)
const GRENOBLE = at(45.2, 5.7)
const MADRID = at(40.4, -3.7)
const WELLINGTON = at(-41.3, 174.8)
const HONOLULU = at(21.3, -157.9)

const lent = (name: string, change: Partial<LentNode> = {}): LentNode =>
  v.parse(LentNode, {
    node: name.toLowerCase(),
    name,
    link: null,
    place: null,
    at: null,
    connected: true,
    takesRooms: true,
    people: 0,
    ...change,
  })

describe('land', () => {
  test.each([
    ['Lyon', 45.8, 4.9, true],
    ['Berlin', 52.5, 13.4, true],
    ['Manchester', 53, -1.5, true],
    ['Montréal', 45.6, -73.6, true],
    ['Nairobi', -1.3, 36.8, true],
    ['Alice Springs', -23.7, 133.9, true],
    ['the Bay of Biscay', 45, -5, false],
    ['the Baltic', 58.5, 20, false],
    ['the Tyrrhenian Sea', 40, 12, false],
    ['the Black Sea', 43, 34, false],
    ['the Caspian Sea', 40, 51, false],
    ['the Atlantic', 30, -40, false],
  ])('%s', (_where, latitude, longitude, land) => {
    expect(isLand(longitude, latitude)).toBe(land)
  })
})

describe('the frame', () => {
  test.each([
    ['one place', [LYON]],
    ['two near to each other', [LYON, GRENOBLE]],
    ['some of Europe', [LYON, MADRID, at(69.6, 18.9)]],
    ['both ends of the world', [WELLINGTON, HONOLULU, LYON]],
    ['the far south', [at(-77.8, 166.7)]],
  ])('%s is on the map', (_what, places) => {
    const frame = frameOf(places)
    for (const place of places) {
      const { x, y } = pointOn(frame, place)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(100)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(100)
    }
  })

  test('what is drawn of it is cells', () => {
    expect(landCells(frameOf([LYON]))).toMatch(/^(M[\d.-]+ [\d.-]+(l[\d.-]+ [\d.-]+|v[\d.-]+)+z){500,}$/)
  })

  test('a single place is in the middle', () => {
    const { x, y } = pointOn(frameOf([LYON]), LYON)
    expect(x).toBeCloseTo(50)
    expect(y).toBeCloseTo(50)
  })
})

describe('the list', () => {
  test('who is there comes first, then who carries most', () => {
    const nodes = ranked({
      lent: [
        lent('Away', { connected: false }),
        lent('Few', { people: 1 }),
        lent('Many', { people: 7 }),
        lent('Also'),
      ],
    })
    expect(nodes.map(({ rank, name }) => [rank, name])).toEqual([
      [1, 'Many'],
      [2, 'Few'],
      [3, 'Also'],
      [4, 'Away'],
    ])
  })

  test('nodes that are too near to each other have one mark; who said no place has none', () => {
    const nodes = ranked({
      lent: [lent('A', { at: LYON }), lent('B', { at: GRENOBLE }), lent('C', { at: MADRID }), lent('D')],
    })
    const marks = marksOn(frameOf([LYON, GRENOBLE, MADRID]), nodes, MAP_RATIO)
    expect(marks.map((mark) => mark.nodes.map(({ name }) => name))).toEqual([['A', 'B'], ['C']])
  })
})
