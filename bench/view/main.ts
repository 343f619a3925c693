// What `npm run bench:view` runs once everything is installed: see bench/README.md.
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { Stage } from '../../scripts/stage/stage.ts'
import { openColdBrowser } from '../common/chromium.ts'
import { describeMachine } from '../common/machine.ts'
import { keepResult } from '../common/result.ts'
import { runBenchmark } from '../common/run-benchmark.ts'
import { untilToldToEnd } from '../common/until-told-to-end.ts'
import type { Contestant } from './contestants.ts'
import { CAMERA_FPS, Crowd, keepsUp, type SentOfLayer } from './crowd.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import type { Received } from './received.ts'
import { receivedLine, sentLine, summarise, tableOf } from './table.ts'
import { Watcher, WINDOW } from './watcher.ts'

/** Until the bandwidth's estimate and the pictures' layers have come to rest. */
const SETTLE_MS = 15_000
const MEASURE_MS = 8_000

/** What was found in one look: what came, and what all cameras sent meanwhile. */
interface Look {
  readonly received: Received
  readonly sent: readonly SentOfLayer[]
}

type Looks = ReadonlyMap<Contestant, readonly Look[]>

async function look(browser: Browser, roomUrl: string, contestant: Contestant, crowd: Crowd): Promise<Look> {
  const watcher = await Watcher.join(browser, roomUrl, contestant)
  try {
    await pause(SETTLE_MS)
    const [received, sent] = await Promise.all([watcher.measure(MEASURE_MS), crowd.measure(MEASURE_MS)])
    return { received, sent }
  } finally {
    await watcher.close()
  }
}

/** The contestants take turns, so that whatever else the machine does meets all of them alike. */
async function lookAll(roomUrl: string, options: Options, opened: AsyncDisposableStack): Promise<Looks> {
  const { runs, people, contestants } = options
  const crowd = await Crowd.gather(roomUrl, people - 1, opened)
  console.log(`${people - 1} people are in the room, and send all layers`)
  const browser = opened.adopt(await openColdBrowser(), (each) => each.close())
  const done = new Map<Contestant, Look[]>(contestants.map((contestant) => [contestant, []]))
  for (let round = 1; round <= runs; round += 1) {
    for (const [contestant, looks] of done) {
      const found = await look(browser, roomUrl, contestant, crowd)
      looks.push(found)
      console.log(
        `${round}/${runs}  ${contestant.title}: ${receivedLine(found.received)}; ${sentLine(found.sent)}`,
      )
    }
  }
  return done
}

async function measureAll(roomUrl: string, options: Options, opened: AsyncDisposableStack): Promise<void> {
  const machine = await describeMachine()
  const done = await lookAll(roomUrl, options, opened)
  const { runs, people } = options
  const summaries = [...done].map(([contestant, looks]) =>
    summarise(
      contestant,
      looks.map(({ received }) => received),
    ),
  )
  console.log(
    `\n${people} people, ${WINDOW.width}x${WINDOW.height}, medians of ${runs}\n\n${tableOf(summaries)}`,
  )
  const sent = [...done.values()].flatMap((looks) => looks.map((each) => each.sent))
  const late = sent.filter((layers) => !keepsUp(layers)).length
  if (late > 0)
    console.log(`\nIn ${late} of ${sent.length} looks the machine was too busy for all cameras to keep up.`)
  const kept = await keepResult('view', {
    machine,
    people,
    window: WINDOW,
    cameraFps: CAMERA_FPS,
    runs,
    sent,
    summaries,
  })
  console.log(`\nAll figures: ${kept}`)
}

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  await using opened = new AsyncDisposableStack()
  const stage = opened.adopt(await Stage.open(), (each) => each.close())
  await stage.startNode()
  await Promise.race([measureAll(`${stage.url}/large`, options, opened), untilToldToEnd()])
}

runBenchmark(USAGE, readOptions, run)
