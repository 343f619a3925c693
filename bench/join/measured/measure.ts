import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { openColdBrowser } from '../../common/chromium.ts'
import { type Contestant, WORLDS } from '../contestants/contestant.ts'
import { openPage } from './probed-page.ts'
import { Report } from './report.ts'

/** A browser that has just started is busy with itself for about this long. */
const SETTLE_MS = 1_000
/** What a person takes, at the least, to look at the preview before pressing the button. */
const LOOK_MS = 1_500

/** One arrival. */
export interface Run extends Report {
  /** From the click to the first frame of somebody else. */
  readonly clickToFrameMs: number
}

/** Arrives in a browser that has never seen the page, by way of `port`, and leaves again. */
export async function measure(contestant: Contestant, port: number, probe: string): Promise<Run> {
  const browser = await openColdBrowser()
  try {
    const page = await openPage(browser, probe)
    await pause(SETTLE_MS)
    const here = `http://127.0.0.1:${port}`
    // As by a link of the page's own: such a link may turn devices on (J10).
    await page.goto(`${here}${contestant.path}`, { waitUntil: 'commit', referer: `${here}/` })
    if (contestant.button) await press(page, contestant.button)
    const report = v.parse(Report, await page.evaluate(() => window.joinProbe.report()))
    await WORLDS[contestant.world].leave(page)
    return { ...report, clickToFrameMs: report.marks.firstFrame - (report.marks.click ?? 0) }
  } finally {
    await browser.close()
  }
}

async function press(page: Page, button: string): Promise<void> {
  const found = page.locator(button)
  await found.waitFor()
  await pause(LOOK_MS)
  await found.click()
}
