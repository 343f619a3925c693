import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAGE_REQUEST_NAMES } from '../../protocol/page-edge/requests.ts'
import { inLongRun } from '../support/long-run.ts'
import {
  isThere,
  type Outcome,
  outcomeOf,
  type Right,
  ROLES,
  type Role,
  STATES,
  type State,
} from '../support/rights/cells.ts'
import { ALL_RIGHTS, PAGE_RIGHTS } from '../support/rights/page-rights.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'
import { RightsScene } from './rights-scene.ts'

/**
 * The table of rights on real sockets, by clients written by hand: everything that is refused, in every state of a room, where
 * one room is enough for all of it, as nothing of it may change anything; and each thing that is granted, once for each role.
 */

/** Nobody is refused for asking fast (G3): after so many requests, a second goes by. */
const REQUESTS_PER_SECOND = 3

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
  vi.useRealTimers()
})

let scenes = 0
async function open(state: State): Promise<RightsScene> {
  scenes += 1
  if (state !== 'nodeless') await NodeClient.start(`rights-node-${scenes}`)
  return RightsScene.open(`rights-${scenes}`, state)
}

const isRefused = (outcome: Outcome): boolean => outcome !== 'granted' && outcome !== 'waiting'

/** Those whom a scene has in that state: of a room that has ended, whoever comes by another socket. */
const rolesIn = (state: State): readonly Role[] =>
  state === 'ended' ? ['stranger', 'gone', 'removed'] : ROLES.filter((role) => isThere(role, state))

/** Asked before the door: what is refused there costs a try, and its socket. */
const AT_DOOR = ['join', 'claim-secret']
const JOINS = ALL_RIGHTS.flatMap(([name, right]) => (AT_DOOR.includes(name) ? [right] : []))
const OTHERS = ALL_RIGHTS.flatMap(([name, right]) => (AT_DOOR.includes(name) ? [] : [right]))

/** Asks for each, and says what came of it and what should have. */
async function tryAll(
  scene: RightsScene,
  { role, state, rights }: { readonly role: Role; readonly state: State; readonly rights: readonly Right[] },
): Promise<void> {
  const seen: [what: string, outcome: Outcome][] = []
  const page = await scene.clientOf(role)
  for (const right of rights) {
    if (seen.length % REQUESTS_PER_SECOND === 0) vi.setSystemTime(Date.now() + 1_000)
    seen.push([right.what, await scene.try(role, right, page)])
  }
  expect({ role, seen }).toEqual({
    role,
    seen: rights.map((right) => [right.what, outcomeOf(right, role, state)]),
  })
}

/** What is shut is locked, and has a password, a lobby and no permissions: each of these alone is for a long run. */
const REFUSED_IN = inLongRun<readonly State[]>(STATES, ['open', 'shut', 'nodeless', 'encrypted', 'ended'])

describe('all that is refused, on real sockets: a typed refusal each, and nobody notices', () => {
  test.each(REFUSED_IN)('A1 A3 C2 in a room that is %s', async (state) => {
    const scene = await open(state)
    const before = [await scene.heard(), await scene.rows()]
    for (const role of rolesIn(state)) {
      const rights = OTHERS.filter((right) => isRefused(outcomeOf(right, role, state)))
      await tryAll(scene, { role, state, rights: rights.filter(({ first }) => !first) })
    }
    expect([await scene.heard(), await scene.rows()]).toEqual(before)
    // These need something that is granted first, and changes what there is.
    for (const role of rolesIn(state)) {
      const isLeft = (right: Right) => !right.spends || isRefused(outcomeOf(right, role, state))
      await tryAll(scene, { role, state, rights: OTHERS.filter((right) => right.first && isLeft(right)) })
    }
  })
})

describe('ways to come in, on real sockets', () => {
  test.each(STATES)('A3 A6 D1 D3 D5 R7 J3 in a room that is %s', async (state) => {
    const scene = await open(state)
    for (const role of ['stranger', 'removed'] as const) {
      const refused = JOINS.filter((right) => isRefused(outcomeOf(right, role, state)))
      const before = await scene.heard()
      for (const right of refused) await tryAll(scene, { role, state, rights: [right] })
      expect(await scene.heard()).toEqual(before)
      const granted = JOINS.filter((right) => !refused.includes(right))
      // Of a room that has ended, the first to come makes another.
      const some = state === 'ended' ? granted.slice(0, role === 'stranger' ? 1 : 0) : granted
      for (const right of some) await tryAll(scene, { role, state, rights: [right] })
    }
    const joins = [...PAGE_RIGHTS.join.slice(0, 1), ...PAGE_RIGHTS['claim-secret']]
    for (const role of rolesIn(state))
      if (!['stranger', 'removed', 'gone'].includes(role) && state !== 'ended')
        await tryAll(scene, { role, state, rights: joins })
  })
})

/** In which state each thing is tried that is granted to somebody: all states have their turn. */
function grantedIn(state: State, role: Role): readonly Right[] {
  return OTHERS.filter((right, index) => {
    const states = STATES.filter(
      (each) => rolesIn(each).includes(role) && outcomeOf(right, role, each) === 'granted',
    )
    return states[(index + ROLES.indexOf(role)) % Math.max(1, states.length)] === state
  })
}

describe('all that is granted, on real sockets', () => {
  test.each(STATES)('A1 in a room that is %s', async (state) => {
    const scene = await open(state)
    for (const role of rolesIn(state)) {
      const rights = grantedIn(state, role).filter((right) => !right.spends)
      await tryAll(scene, { role, state, rights })
    }
  })

  const spending = STATES.flatMap((state) =>
    rolesIn(state).flatMap((role) =>
      grantedIn(state, role).flatMap((right) =>
        right.spends ? [[right.what, role, state, right] as const] : [],
      ),
    ),
  )

  test.each(spending)(
    'A1 %s, by somebody who is %s, in a room that is %s',
    async (_what, role, state, right) => {
      const scene = await open(state)
      await tryAll(scene, { role, state, rights: [right] })
    },
  )

  test('A1 each request is tried in each role', () => {
    const tried = (role: Role): Set<string> => {
      const states = STATES.filter((state) => rolesIn(state).includes(role))
      const isTried = (right: Right) =>
        right.insideIsOfShell ||
        states.some(
          (state) => isRefused(outcomeOf(right, role, state)) || grantedIn(state, role).includes(right),
        )
      return new Set(ALL_RIGHTS.flatMap(([name, right]) => (isTried(right) ? [name] : [])))
    }
    for (const role of ROLES) expect([role, tried(role)]).toEqual([role, new Set(PAGE_REQUEST_NAMES)])
  })
})
