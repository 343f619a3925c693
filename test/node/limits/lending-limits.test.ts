import { describe, expect, test } from 'vitest'
import { NO_LOAD, type NodeLoad } from '../../../protocol/node-edge/events.ts'
import { type LenderLimits, limitsInUtc, notAccepting } from '../../../sfu-node/limits/lending-limits.ts'
import { type MonthlyCount, MonthlyTransfer } from '../../../sfu-node/limits/monthly-transfer.ts'
import { RoomAdmission } from '../../../sfu-node/limits/room-admission.ts'
import * as ask from '../support/asks.ts'

const unlimited: LenderLimits = {
  bitsPerSecond: null,
  bytesPerMonth: null,
  rooms: null,
  people: null,
  hours: null,
}
/** That hour on the wall, whatever the machine's time zone. */
const at = (hour: number): Date => new Date(2026, 10, 24, hour, 30)

describe('N14 a node takes no new rooms', () => {
  test.each<[string, Partial<LenderLimits>, Partial<NodeLoad>, ReturnType<typeof notAccepting>]>([
    ['never, without limits', {}, { rooms: 900, people: 9_000, bitsPerSecond: 1e9 }, null],
    ['with as many rooms as lent', { rooms: 2 }, { rooms: 2 }, 'rooms'],
    ['but with fewer', { rooms: 2 }, { rooms: 1 }, null],
    ['with as many people as lent', { people: 10 }, { people: 10 }, 'people'],
    ['with as much sent in a second', { bitsPerSecond: 5e6 }, { bitsPerSecond: 5e6 }, 'bandwidth'],
    ['with as much sent in the month', { bytesPerMonth: 1e9 }, { bytesThisMonth: 1e9 }, 'transfer'],
  ])('%s', (_when, limits, load, expected) => {
    expect(notAccepting({ ...unlimited, ...limits }, { ...NO_LOAD, ...load }, at(12))).toBe(expected)
  })

  test.each([
    [[{ from: 18, to: 23 }], [18, 22], [17, 23, 0]],
    [[{ from: 22, to: 6 }], [22, 23, 0, 5], [6, 12, 21]],
    [
      [
        { from: 8, to: 12 },
        { from: 14, to: 24 },
      ],
      [8, 11, 14, 23],
      [7, 12, 13, 0],
    ],
  ])('outside of the hours %j', (hours, open, closed) => {
    const limits = { ...unlimited, hours }
    expect(open.map((hour) => notAccepting(limits, NO_LOAD, at(hour)))).toEqual(open.map(() => null))
    expect(closed.map((hour) => notAccepting(limits, NO_LOAD, at(hour)))).toEqual(closed.map(() => 'hours'))
  })
})

test('N14 the edge is told the hours in UTC', () => {
  const now = at(12)
  const zone = { getTimezoneOffset: () => -330 }
  const inIndia = Object.assign(new Date(now), zone)
  const hours = [
    { from: 18, to: 23 },
    { from: 3, to: 4 },
  ]
  expect(limitsInUtc({ ...unlimited, hours }, inIndia)).toEqual({
    ...unlimited,
    hours: [
      { from: 12.5, to: 17.5 },
      { from: 21.5, to: 22.5 },
    ],
  })
})

test('N14 what is sent is counted over all lives of the process, and anew each month', () => {
  let kept: MonthlyCount | null = null
  const keeper = {
    load: () => kept,
    save: (count: MonthlyCount) => {
      kept = count
    },
  }
  const november = new Date('2026-11-30T23:59:59Z')
  expect(new MonthlyTransfer(keeper, november).add(100, november)).toBe(100)
  const nextLife = new MonthlyTransfer(keeper, november)
  expect(nextLife.add(50, november)).toBe(150)
  expect(nextLife.add(7, new Date('2026-12-01T00:00:00Z'))).toBe(7)
  expect(kept).toEqual({ month: '2026-12', bytes: 7 })
})

describe('N14 whatever the edge asks', () => {
  test('rooms beyond the limit are kept out, one that is there may go on, and one that goes makes room', () => {
    const gate = new RoomAdmission({ ...unlimited, rooms: 1 })
    const [first, second] = [ask.newRoom(), ask.newRoom()]
    expect(gate.refuses(ask.batch(first, ask.openRouter), at(12))).toBeNull()
    expect(gate.refuses(ask.batch(second, ask.openRouter), at(12))).toBe('rooms')
    expect(gate.refuses(ask.batch(first, ask.openRouter), at(12))).toBeNull()
    expect(gate.load.rooms).toBe(1)
    expect(gate.closedBy(at(12))).toBe('rooms')
    gate.refuses(ask.batch(first, ask.closeRouter), at(12))
    expect(gate.refuses(ask.batch(second, ask.openRouter), at(12))).toBeNull()
  })

  test('rooms that a worker took along, or that the edge gave up, make room', () => {
    const gate = new RoomAdmission({ ...unlimited, rooms: 2 })
    const rooms = [ask.newRoom(), ask.newRoom()] as const
    for (const room of rooms) gate.refuses(ask.batch(room, ask.openRouter), at(12))
    gate.forget([rooms[0]])
    expect(gate.load.rooms).toBe(1)
    gate.keepOnly([])
    expect(gate.load.rooms).toBe(0)
  })
})
