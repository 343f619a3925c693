import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { Stage } from '../../scripts/stage/stage.ts'
import { openColdBrowser } from '../common/chromium.ts'
import { inTime } from '../common/in-time.ts'
import { type Spread, spreadOf } from '../common/spread.ts'
import { type MeasuredRoom, ROOMS } from './rooms.ts'

/** Few pictures a second: several cameras of 720 lines in three layers are much for two cores. */
const CAMERA_FPS = 10
const WINDOW = { width: 1_280, height: 720 }
/** Until the bandwidth's estimate and the pictures' layers have come to rest. */
const SETTLE_MS = 8_000
const MEASURE_MS = 8_000
const PATIENCE = { timeout: 60_000 }

/** The processor that a page's browser uses, in percent of one core, with so many people in the room. */
export interface ProcessorFigures {
  readonly people: number
  readonly room: MeasuredRoom['name']
  readonly percent: Spread
  /** Pictures that were decoded meanwhile, in a second: what it was used for. */
  readonly decodedFps: Spread
}

interface Found {
  readonly percent: number
  readonly decodedFps: number
}

/** The rooms take turns, so that whatever else the machine does meets all of them alike. */
export async function measureProcessor(
  peoples: readonly number[],
  runs: number,
  say: (line: string) => void,
): Promise<ProcessorFigures[]> {
  await using opened = new AsyncDisposableStack()
  const stage = opened.adopt(await Stage.open(), (each) => each.close())
  await stage.startNode()
  const figures: ProcessorFigures[] = []
  for (const people of peoples) {
    const found = new Map<MeasuredRoom, Found[]>(ROOMS.map((room) => [room, []]))
    for (let run = 1; run <= runs; run += 1) {
      for (const [room, results] of found) {
        const what = `a meeting of ${people} people, ${room.name},`
        const one = await inTime(what, meet(stage.url, `${room.name}-${people}-${run}`, room, people))
        results.push(one)
        say(`${run}/${runs}  ${people} people, ${room.name}: ${one.percent.toFixed(0)} % of a core`)
      }
    }
    for (const [room, results] of found)
      figures.push({
        people,
        room: room.name,
        percent: spreadOf(results.map(({ percent }) => percent)),
        decodedFps: spreadOf(results.map(({ decodedFps }) => decodedFps)),
      })
  }
  return figures
}

/** One meeting: whoever is measured has a browser of their own. */
async function meet(url: string, name: string, { fragment }: MeasuredRoom, people: number): Promise<Found> {
  await using opened = new AsyncDisposableStack()
  const open = async (): Promise<Browser> =>
    opened.adopt(await openColdBrowser({ cameraFps: CAMERA_FPS }), (each) => each.close())
  const [others, own] = [await open(), await open()]
  const enter = async (browser: Browser, person: string) => {
    const page = await browser.newPage({
      viewport: WINDOW,
      permissions: ['microphone', 'camera'],
      locale: 'en',
    })
    await page.addInitScript(countDecoded)
    const query = new URLSearchParams({ name: person, join: '', mic: '1', cam: '1' })
    await page.goto(`${url}/${name}?${query}${fragment}`, { referer: `${url}/` })
    await page.locator('[data-connection="connected"]').waitFor(PATIENCE)
    return page
  }
  for (let count = 1; count < people; count += 1) await enter(others, `Person ${count}`)
  const page = await enter(own, 'Measured')
  const decoded = () => page.evaluate(() => window.framesDecoded())
  await page.waitForFunction(async () => (await window.framesDecoded()) > 0, undefined, PATIENCE)
  await pause(SETTLE_MS)
  const [before, framesBefore, begun] = [await secondsOf(own), await decoded(), performance.now()]
  await pause(MEASURE_MS)
  const [used, frames] = [(await secondsOf(own)) - before, (await decoded()) - framesBefore]
  const seconds = (performance.now() - begun) / 1_000
  return { percent: (used / seconds) * 100, decodedFps: frames / seconds }
}

const ProcessInfo = v.object({ processInfo: v.array(v.object({ cpuTime: v.number() })) })

/** The processor time that all processes of a browser have used, in seconds. */
async function secondsOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  try {
    const { processInfo } = v.parse(ProcessInfo, await session.send('SystemInfo.getProcessInfo'))
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  } finally {
    await session.detach()
  }
}

declare global {
  interface Window {
    /** Pictures decoded of all that is received. */
    framesDecoded(): Promise<number>
  }
}

/** Runs in the page before its own scripts, as text. */
function countDecoded(): void {
  const connections: RTCPeerConnection[] = []
  const Native = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.push(this)
    }
  }
  window.framesDecoded = async () => {
    let frames = 0
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await connection.getStats()).values())
        if (report.type === 'inbound-rtp') frames += Number(report.framesDecoded ?? 0)
    }
    return frames
  }
}
