import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { newPeerId } from '../../../protocol/ids.ts'
import { JOIN_RATES, MAX_PEERS_PER_ROOM, NODE_WORK_RATES } from '../../../protocol/limits.ts'
import { AddressHash } from '../../../worker/http/address-hash.ts'
import { RateLimits } from '../../../worker/room/shell/rate-limits.ts'

const addressOf = (index: number) => v.parse(AddressHash, String(index).padStart(43, 'A'))
const [here, elsewhere] = [addressOf(1), addressOf(2)]

/** How often in a row that may be done at one moment. */
function timesAtOnce(wait: () => number): number {
  let times = 0
  while (times < 10_000 && wait() === 0) times += 1
  return times
}

describe('G6 whoever comes and goes in a loop', () => {
  test('is slowed down by address, behind which a full room has its place; another one comes in', () => {
    const budgets = new RateLimits()
    const { burst, perSecond } = JOIN_RATES.address
    expect(burst).toBeGreaterThanOrEqual(MAX_PEERS_PER_ROOM)
    expect(timesAtOnce(() => budgets.waitToCome(here, 0))).toBe(burst)
    expect(budgets.waitToCome(elsewhere, 0)).toBe(0)
    expect(timesAtOnce(() => budgets.waitToCome(here, 10_000))).toBe(10 * perSecond)
  })

  test('from many addresses, or where none is known, by the room', () => {
    const budgets = new RateLimits()
    let came = 0
    const wait = () => budgets.waitToCome(came % 3 === 0 ? null : addressOf(came), 0)
    while (came < 10_000 && wait() === 0) came += 1
    expect(came).toBe(JOIN_RATES.room.burst)
  })

  test('and an address that nobody remembers costs no memory', () => {
    const budgets = new RateLimits()
    for (let second = 0; second < 3_000; second += 1) {
      expect(budgets.waitToCome(addressOf(second), second * 1_000)).toBe(0)
    }
  })
})

test('G6 what a person used up of a room’s budget leaves the others theirs', () => {
  const budgets = new RateLimits()
  const [mallory, ada] = [newPeerId(), newPeerId()]
  const { person } = NODE_WORK_RATES['renew-media']
  expect(timesAtOnce(() => budgets.waitToUseNode(mallory, 'renew-media', 1, 0))).toBe(person.burst)
  expect(timesAtOnce(() => budgets.waitToUseNode(ada, 'renew-media', 1, 0))).toBe(person.burst)
  // For as long as one likes: a hundred such people are slower than their room may be.
  const together = Array.from({ length: 20 }, newPeerId)
  let renewed = 0
  for (let second = 1; second <= 600; second += 1) {
    for (const peer of together)
      if (budgets.waitToUseNode(peer, 'renew-media', 1, second * 1_000) === 0) renewed += 1
  }
  expect(renewed).toBeLessThanOrEqual(20 * (person.burst + 600 * person.perSecond))
})
