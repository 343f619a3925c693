import type { Browser as Chromium } from 'playwright-core'
import type { Browser as Firefox } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { addressOfOwnNetwork } from '../../../scripts/network/own-network.ts'
import type { NodeProcess } from '../../../scripts/node-process.ts'
import { openFirefox } from '../../../scripts/stage/firefox.ts'
import { Stage } from '../../../scripts/stage/stage.ts'
import { openBrowser } from '../../e2e/support/browser.ts'
import { type JoinWishes, Person } from '../../e2e/support/person.ts'
import { Fox, type FoxWishes } from './fox.ts'
import { SoundServer } from './sound-server.ts'

type Preferences = Readonly<Record<string, boolean | number>>

/** An edge, a node, a Firefox and a Chromium for all tests of a file; who came for a test leaves after it. */
interface MixedGathering {
  readonly url: string
  readonly stage: Stage
  /** The node that is there from the beginning. */
  readonly node: NodeProcess
  readonly firefox: Firefox
  /** Opens a Firefox window for somebody; how they enter which room is up to the test. */
  foxArrives(name: string, wishes?: FoxWishes): Promise<Fox>
  /** Somebody enters a room in Chromium, with a voice that does not pause. */
  join(room: string, name: string, wishes?: JoinWishes): Promise<Person>
}

/**
 * As for people who want nothing to move, on a screen that is slow: pages are drawn by the processor here, and where many are
 * open, little of it is left for anything else.
 */
export const SELDOM_DRAWN: Preferences = { 'layout.frame_rate': 10, 'ui.prefersReducedMotion': 1 }

/** Registers the hooks of a test file, and returns what its tests gather with. @param more - Preferences of its Firefox. */
export function gatherWithFirefox(more: Preferences = {}): MixedGathering {
  const people = new Set<Fox | Person>()
  const opened: { close(): Promise<void> }[] = []
  let stage: Stage | null = null
  let node: NodeProcess | null = null
  let firefox: Firefox | null = null
  let chromium: Chromium | null = null

  const keep = <Opened extends { close(): Promise<void> }>(thing: Opened): Opened => {
    opened.unshift(thing)
    return thing
  }
  beforeAll(async () => {
    const address = addressOfOwnNetwork()
    const sound = keep(await SoundServer.open())
    stage = keep(await Stage.open())
    const starting = stage.startNode({ address })
    // As on many a machine: no model runs, and no background is blurred.
    const preferences = { 'webgl.disabled': true, ...more }
    firefox = keep(await openFirefox({ soundServer: sound.address, preferences }))
    chromium = keep(await openBrowser())
    node = await starting
  })
  afterEach(async () => {
    for (const person of people) await person.close()
    people.clear()
  })
  afterAll(async () => {
    for (const thing of opened) await thing.close()
  })

  const ready = <Thing>(thing: Thing | null): Thing => {
    if (thing === null) throw new Error('only within a test')
    return thing
  }
  const count = <Somebody extends Fox | Person>(person: Somebody): Somebody => {
    people.add(person)
    return person
  }
  return {
    get url() {
      return ready(stage).url
    },
    get stage() {
      return ready(stage)
    },
    get node() {
      return ready(node)
    },
    get firefox() {
      return ready(firefox)
    },
    foxArrives: async (name, wishes) => count(await Fox.arrive(ready(firefox), name, wishes)),
    join: async (room, name, wishes) =>
      count(
        await Person.join(ready(chromium), ready(stage).url, room, name, { steadyVoice: true, ...wishes }),
      ),
  }
}
