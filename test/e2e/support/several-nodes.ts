import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Stage } from '../../../scripts/stage/stage.ts'
import { leaveBrowser, sharedBrowser } from './browser.ts'
import { sayMeasured } from './measured-nodes.ts'
import { type JoinWishes, Person } from './person.ts'
import type { Somebody } from './somebody.ts'

/** What tests of several nodes have in common. */

const NODES = ['local', 'second', 'third'] as const

type NodeName = (typeof NODES)[number]

/** An edge for each test of a file, and a browser for all; who came for a test leaves after it. */
interface NearGathering {
  readonly browser: Browser
  readonly stage: Stage
  /** Somebody joins who is near to one node and far from the others, so that it carries them. */
  join(room: string, name: string, nearTo: NodeName, wishes?: JoinWishes): Promise<Person>
  /** Somebody who has come by themselves leaves after the test as well. */
  keep(person: Person): Person
}

/**
 * Registers the hooks of a test file. What these tests need beside it is opened by hooks above, and closed after it.
 *
 * @param open - Opens the edge of a test; nodes are started by whoever needs them.
 */
export function gatherNear(open: () => Promise<Stage>): NearGathering {
  const people: Person[] = []
  let browser: Browser | null = null
  let stage: Stage | null = null

  beforeAll(async () => {
    browser = await sharedBrowser()
  })
  beforeEach(async () => {
    stage = await open()
  })
  afterEach(async () => {
    for (const person of people.splice(0)) await person.close()
    await stage?.close()
    stage = null
  })
  afterAll(async () => {
    if (browser) await leaveBrowser(browser)
  })

  const ready = <Thing>(thing: Thing | null): Thing => {
    if (thing === null) throw new Error('only within a test')
    return thing
  }
  const keep = (person: Person): Person => {
    people.push(person)
    return person
  }
  return {
    get browser() {
      return ready(browser)
    },
    get stage() {
      return ready(stage)
    },
    keep,
    async join(room, name, nearTo, wishes = {}) {
      const person = keep(await Person.arrive(ready(browser), name, wishes))
      await joinNear(person, ready(stage).url, room, nearTo, wishes)
      return person
    },
  }
}

async function joinNear(
  person: Person,
  url: string,
  room: string,
  nearTo: NodeName,
  wishes: JoinWishes,
): Promise<void> {
  const measured = NODES.map((node) => ({ node, roundTripMs: node === nearTo ? 5 : 90 }))
  await person.page.addInitScript(sayMeasured, measured)
  await person.goInto(url, room, wishes)
}

/** Waits until each of them hears each other one; rejects with all who do not hear whom, and from where each is carried. */
export async function everybodyHears(people: readonly Somebody[]): Promise<void> {
  const heard = await Promise.allSettled(
    people.flatMap((one) => people.filter((other) => other !== one).map((other) => one.hears(other.name))),
  )
  const silences = heard.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  if (silences.length === 0) return
  const carried = await Promise.all(
    people.map(async (person) => `${person.name} by ${(await person.carriedFrom()).join()}`),
  )
  throw new AggregateError(silences, `${silences.map(String).join('\n')}\ncarried: ${carried.join('; ')}`)
}

/** The addresses of the nodes that carry somebody. */
export const carriedFrom = (person: Somebody): Promise<string[]> => person.carriedFrom()

/** Waits until the node at that address carries somebody, and none besides: a page hears last that the former one is over. */
export const isCarriedFrom = (person: Somebody, address: string): Promise<void> =>
  expect.poll(() => carriedFrom(person), { timeout: 30_000 }).toEqual([address])
