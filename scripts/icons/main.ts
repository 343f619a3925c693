// What `npm run icons` runs once there is a browser, which draws.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { ROOT } from '../setup/places.mjs'
import { explainAndExit } from '../setup/problem.mjs'
import { openChromium } from '../stage/chromium.ts'
import { type Drawing, drawings } from './drawings.ts'

const PUBLIC = path.join(ROOT, 'web/public')

async function draw(browser: Browser, { width, height, svg }: Drawing): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  const picture = await page.screenshot({ omitBackground: true })
  await page.close()
  return picture
}

try {
  const source = await readFile(path.join(PUBLIC, 'favicon.svg'), 'utf8')
  const [mark] = /<g [\s\S]*<\/g>/.exec(source) ?? []
  if (mark === undefined) throw new Error('favicon.svg has no drawing')
  const browser = await openChromium()
  await mkdir(path.join(PUBLIC, 'icons'), { recursive: true })
  for (const drawing of drawings(mark)) {
    await writeFile(path.join(PUBLIC, 'icons', drawing.file), await draw(browser, drawing))
  }
  await browser.close()
  console.log('The icons are in web/public/icons.')
} catch (error) {
  explainAndExit(error)
}
