import { describe, expect, test } from 'vitest'
import { PAGE_REQUEST_NAMES } from '../../../protocol/page-edge/requests.ts'
import type { RoomState } from '../../../worker/room/core/state.ts'
import { INSIDE, outcomeOf, type Right, type Role, STATES, type State } from '../../support/rights/cells.ts'
import { ALL_RIGHTS, PAGE_RIGHTS } from '../../support/rights/page-rights.ts'
import { type Came, CastOfRoom, rolesIn } from './cast.ts'

/** The table of rights, whole, against the pure room: each request of each role in each state of a room. */

const rooms = new Map(STATES.map((state) => [state, new CastOfRoom(state)] as const))

const isInside = (role: Role): boolean => INSIDE.some((one) => one === role)

/** All cells of a row that the room itself decides, as `cell` has each. */
function cellsOf<Cell>(right: Right, cell: (role: Role, state: State, room: CastOfRoom) => Cell) {
  return Object.fromEntries(
    [...rooms].map(([state, room]) => [
      state,
      Object.fromEntries(
        rolesIn(state)
          .filter((role) => !(right.insideIsOfShell && state !== 'ended' && isInside(role)))
          .map((role) => [role, cell(role, state, room)]),
      ),
    ]),
  )
}

/** What is refused at the door costs: a try, or the place in the lobby of who waited on that socket (D4, D8). */
const withoutCosts = ({ head, waiting: _, ...others }: RoomState) => ({
  ...others,
  head: { ...head, seq: 0, tries: [], crowd: [], knocks: [], addressKey: null },
})

/** Nothing but the refusal itself, and, at the door, the end of the socket. */
function changed(name: string, { before, after, effects }: Came): unknown {
  const isAtDoor = name === 'join' || name === 'claim-secret'
  const told = effects.filter((effect) => {
    if (effect.do === 'refuse' || (isAtDoor && effect.do === 'close-socket')) return false
    return !(isAtDoor && effect.do === 'tell' && effect.event.event === 'knock-ended')
  })
  const asked = isAtDoor ? [withoutCosts(before), withoutCosts(after)] : [before, after]
  expect(asked[1]).toEqual(asked[0])
  return told
}

const anybody = new CastOfRoom('open').castOf('stranger')

test('A1 all that a page can ask for is in the table of rights', () => {
  expect(Object.keys(PAGE_RIGHTS).sort()).toEqual([...PAGE_REQUEST_NAMES].sort())
  expect(ALL_RIGHTS.map(([name, right]) => [name, right.ask(anybody).name])).toEqual(
    ALL_RIGHTS.map(([name]) => [name, name]),
  )
})

describe('who may ask for what', () => {
  test.each(ALL_RIGHTS.map(([name, right]) => [right.rules, name, right.what, right] as const))(
    'A1 A3 %s %s: %s',
    (_rules, name, _what, right) => {
      const seen = cellsOf(right, (role, _state, room) => {
        const came = room.try(role, right)
        const isRefused = came.outcome !== 'granted' && came.outcome !== 'waiting'
        if (isRefused) expect({ role, told: changed(name, came) }).toEqual({ role, told: [] })
        return came.outcome
      })
      expect(seen).toEqual(cellsOf(right, (role, state) => outcomeOf(right, role, state)))
    },
  )
})
