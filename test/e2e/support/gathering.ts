import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { EdgeOptions } from '../../../scripts/edge/edge.ts'
import type { ChromiumOptions } from '../../../scripts/stage/chromium.ts'
import { Stage } from '../../../scripts/stage/stage.ts'
import { leaveBrowser, openBrowser, sharedBrowser } from './browser.ts'
import { type JoinWishes, Person } from './person.ts'

/** An edge and a node for all tests of a file, and a browser; who came for a test leaves after it. */
export interface Gathering {
  readonly url: string
  readonly browser: Browser
  /** Opens a browser window for somebody; where they go is up to the test. */
  arrive(name: string, wishes?: JoinWishes): Promise<Person>
  /** Somebody enters a room at once. */
  join(room: string, name: string, wishes?: JoinWishes): Promise<Person>
}

/**
 * Registers the hooks of a test file, and returns what its tests gather with.
 *
 * @param options - How the browser is to be; where it is to be as usual it is shared with other files.
 * @param edge - How the edge is to be, asked when it starts.
 * @param node - How its node is to be.
 */
export function gather(
  options?: ChromiumOptions,
  edge: () => EdgeOptions = () => ({}),
  node: Parameters<Stage['startNode']>[0] = {},
): Gathering {
  const people = new Set<Person>()
  let stage: Stage | null = null
  let browser: Browser | null = null

  beforeAll(async () => {
    stage = await Stage.open(edge())
    await stage.startNode(node)
    browser = await (options ? openBrowser(options) : sharedBrowser())
  })
  afterEach(async () => {
    for (const person of people) await person.close()
    people.clear()
  })
  afterAll(async () => {
    if (options) await browser?.close()
    else if (browser) await leaveBrowser(browser)
    await stage?.close()
  })

  const ready = <Thing>(thing: Thing | null): Thing => {
    if (thing === null) throw new Error('only within a test')
    return thing
  }
  const keep = (person: Person): Person => {
    people.add(person)
    return person
  }
  return {
    get url() {
      return ready(stage).url
    },
    get browser() {
      return ready(browser)
    },
    arrive: async (name, wishes) => keep(await Person.arrive(ready(browser), name, wishes)),
    join: async (room, name, wishes) =>
      keep(await Person.join(ready(browser), ready(stage).url, room, name, wishes)),
  }
}
