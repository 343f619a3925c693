import { expect, test } from 'vitest'
import { addressOfOwnNetwork, SECOND_ADDRESS } from '../../scripts/network/own-network.ts'
import { ENCRYPTED } from '../e2e/support/encrypted.ts'
import { moderate } from '../e2e/support/moderate.ts'
import { areOneGroup, MANY_MS } from '../e2e/support/one-group.ts'
import type { Person } from '../e2e/support/person.ts'
import { carriedFrom, isCarriedFrom } from '../e2e/support/several-nodes.ts'
import { goesBy, haveSameWords } from '../e2e/support/shield.ts'
import { meet, type Somebody } from '../e2e/support/somebody.ts'
import { inLongRun } from '../support/long-run.ts'
import type { Fox } from './support/fox.ts'
import { gatherWithFirefox, SELDOM_DRAWN } from './support/gathering.ts'

const here = gatherWithFirefox(SELDOM_DRAWN)

/** Four cameras and twelve pictures, in two browsers: on a small machine each of the twelve may come late. */
const LONG = { timeout: 240_000 }

async function foxJoins(room: string, name: string, cam = true): Promise<Fox> {
  const fox = await here.foxArrives(name, { isModest: true })
  await fox.enterAtOnce(`${here.url}/${room}`, ENCRYPTED.secret, cam)
  return fox
}

const all = (people: readonly Somebody[], does: (person: Somebody) => Promise<void>) =>
  Promise.all(people.map(does))

test(
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

/** More browsers than `npm test` has time for: ten minutes of two cores. */
test.runIf(inLongRun(true, false))(
  'A6 K32 nine people, three of them in Firefox, are one group and hear each other, and are again when one in Firefox was put out, and when another one came late',
  { timeout: 1_200_000 },
  async () => {
    const seen = ['Ada']
    const patient = <Came extends Person | Fox>(came: Came): Came => {
      came.page.setDefaultTimeout(MANY_MS)
      return came
    }
    const comes = async (name: string) =>
      patient(await here.join('nine', name, { cam: false, still: true, ...ENCRYPTED }))
    const foxComes = async (name: string) => patient(await foxJoins('nine', name, false))
    // Wide enough for the bar to be there beside a panel.
    const ada = patient(
      await here.join('nine', 'Ada', { viewport: { width: 1_000, height: 600 }, still: true, ...ENCRYPTED }),
    )
    const group: Somebody[] = [ada]
    // One after the other: in test/e2e/call.test.ts they come at once.
    for (const name of ['Ben', 'Cy', 'Dee', 'Eve', 'Gus']) group.push(await comes(name))
    for (const name of ['Fay', 'Fox']) group.push(await foxComes(name))
    const fio = await foxComes('Fio')
    await areOneGroup([...group, fio], seen)
    await moderate(ada, 'Fio', 'remove')
    await ada.press('remove-yes')
    await fio.shows('main[data-ending="removed"]', 1)
    await areOneGroup(group, seen)
    await areOneGroup([...group, await foxComes('Fra')], seen)
  },
)
