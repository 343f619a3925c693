import { expect, test } from 'vitest'
import { addressOfOwnNetwork, SECOND_ADDRESS } from '../../scripts/network/own-network.ts'
import { ENCRYPTED } from '../e2e/support/encrypted.ts'
import { carriedFrom, isCarriedFrom } from '../e2e/support/several-nodes.ts'
import { goesBy, haveSameWords } from '../e2e/support/shield.ts'
import { meet, type Somebody } from '../e2e/support/somebody.ts'
import { inLongRun } from '../support/long-run.ts'
import type { Fox } from './support/fox.ts'
import { gatherWithFirefox } from './support/gathering.ts'

const here = gatherWithFirefox()

/** Four cameras and twelve pictures, in two browsers: on a small machine each of the twelve may come late. */
const LONG = { timeout: 240_000 }

async function foxJoins(room: string, name: string): Promise<Fox> {
  const fox = await here.foxArrives(name, { isModest: true })
  await fox.enterAtOnce(`${here.url}/${room}`, ENCRYPTED.secret)
  return fox
}

const all = (people: readonly Somebody[], does: (person: Somebody) => Promise<void>) =>
  Promise.all(people.map(does))

test.runIf(inLongRun(true, false))(
  'F2 K32 two in Firefox and two in Chromium see and hear each other as one group, and again by the same keys when the node that carried them was killed',
  LONG,
  async () => {
    const people = [
      await here.join('four', 'Ada', ENCRYPTED),
      await foxJoins('four', 'Fay'),
      await here.join('four', 'Ben', ENCRYPTED),
      await foxJoins('four', 'Fox'),
    ]
    await meet(...people)
    await all(people, (person) => goesBy('encrypted', person))
    const words = await haveSameWords(people)
    expect(await Promise.all(people.map(carriedFrom))).toEqual(people.map(() => [addressOfOwnNetwork()]))

    await here.stage.startNode({ id: 'second', address: SECOND_ADDRESS })
    here.node.kill('SIGKILL')
    await here.node.exited
    await all(people, (person) => isCarriedFrom(person, SECOND_ADDRESS))
    await meet(...people)
    await all(people, (person) => goesBy('encrypted', person))
    expect(await haveSameWords(people)).toBe(words)
  },
)
