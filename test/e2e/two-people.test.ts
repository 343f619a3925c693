import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './support/chromium.ts'
import { Person } from './support/person.ts'
import { Stage } from './support/stage.ts'

let stage: Stage
let browser: Browser

beforeAll(async () => {
  stage = await Stage.open()
  await stage.startNode()
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('two people hear and see each other', async () => {
  const ada = await Person.join(browser, stage.url, 'two', 'Ada')
  const ben = await Person.join(browser, stage.url, 'two', 'Ben')
  await Promise.all([ada.sees('Ben'), ben.sees('Ada')])
  await Promise.all([ada.watches('Ben'), ben.watches('Ada')])
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await ada.page.screenshot({ path: '/tmp/two.png' })
  await ben.press('leave')
  await ada.sees()
  expect(await ben.page.locator('[data-view]').getAttribute('data-view')).toBe('after')
  await ada.close()
  await ben.close()
})
