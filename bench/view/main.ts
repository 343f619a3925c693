// What `npm run bench:view` runs once everything is installed: see bench/README.md.
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { explainAndExit } from '../../scripts/setup/problem.mjs'
import { Stage } from '../../scripts/stage.ts'
import { openColdBrowser } from '../common/chromium.ts'
import { describeMachine } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import { CONTESTANTS, type Contestant } from './contestants.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { Person } from './person.ts'
import type { Received } from './received.ts'
import { summarise, tableOf } from './table.ts'

/** Many cameras on one machine: few pictures a second each, alike for every contestant. */
const CAMERA_FPS = 5
/** Until the bandwidth's estimate and the pictures' layers have come to rest. */
const SETTLE_MS = 20_000
const MEASURE_MS = 8_000
const WINDOW = { width: 1280, height: 720 }

/** People who send their cameras and look at nobody: the machine is for whoever is measured. */
async function fill(browser: Browser, roomUrl: string, count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const viewport = { width: 360, height: 640 }
    const looks = { viewport, camera: true, settings: {}, tells: true, visible: false }
    await Person.join(browser, roomUrl, { name: `Person ${index}`, ...looks })
    console.log(`in the room: ${index}`)
  }
}

async function look(browser: Browser, roomUrl: string, contestant: Contestant): Promise<Received> {
  const watcher = await Person.join(browser, roomUrl, {
    ...contestant,
    name: 'Watcher',
    viewport: WINDOW,
    camera: false,
  })
  try {
    await pause(SETTLE_MS)
    return await watcher.measure(MEASURE_MS)
  } finally {
    await watcher.close()
  }
}

/** The contestants take turns, so that whatever else the machine does meets all of them alike. */
async function measureAll(browser: Browser, roomUrl: string, { runs, people }: Options): Promise<void> {
  const machine = await describeMachine()
  await fill(browser, roomUrl, people - 1)
  const done = new Map<Contestant, Received[]>(CONTESTANTS.map((contestant) => [contestant, []]))
  for (let round = 1; round <= runs; round += 1) {
    for (const [contestant, found] of done) {
      const received = await look(browser, roomUrl, contestant)
      found.push(received)
      const { pictures, bitsPerSecond } = received
      console.log(
        `${round}/${runs}  ${contestant.title}: ${pictures} pictures, ${(bitsPerSecond / 1e3).toFixed(0)} kbit/s`,
      )
    }
  }
  const summaries = [...done].map(([contestant, found]) => summarise(contestant, found))
  console.log(
    `\n${people} people, ${WINDOW.width}x${WINDOW.height}, medians of ${runs}\n\n${tableOf(summaries)}`,
  )
  const kept = await keepResult('view', {
    machine,
    people,
    window: WINDOW,
    cameraFps: CAMERA_FPS,
    runs,
    summaries,
  })
  console.log(`\nAll figures: ${kept}`)
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(USAGE)
    return
  }
  const options = readOptions(process.argv.slice(2))
  await using opened = new AsyncDisposableStack()
  const stage = opened.adopt(await Stage.open(), (each) => each.close())
  await stage.startNode()
  const browser = opened.adopt(await openColdBrowser({ cameraFps: CAMERA_FPS }), (each) => each.close())
  await Promise.race([measureAll(browser, `${stage.url}/large`, options), untilToldToEnd()])
}

main().then(() => process.exit(), explainAndExit)
