import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hears, LentEdge, LentMachine } from '../scripts/support/lent-edge.ts'
import { openBrowser } from './support/browser.ts'
import { Person } from './support/person.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
})

test('N10 N12 invited with one word, joined with one command: the node carries a room, until it is revoked', async () => {
  const edge = await LentEdge.start()
  const machine = await LentMachine.set()
  const node = machine.join(await edge.invite('Bibliothèque de Lyon'))
  await hears(node, '"event":"node-registered"')
  const ada = await Person.join(browser, edge.url, 'lent', 'Ada')
  const ben = await Person.join(browser, edge.url, 'lent', 'Ben')
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  // A room and two people, by the next heartbeat; and what they are sent, by the one after.
  await expect
    .poll(async () => (await edge.say(['nodes'])).output, { timeout: 40_000, interval: 1_000 })
    .toMatch(/^bibliotheque-de-lyon +active +1 +2 +(0\.[1-9]|[1-9]\d*\.\d) +\d+\.\d +yes /m)

  const revoked = await edge.say(['revoke', 'bibliotheque-de-lyon'])
  expect(revoked.code).toBe(0)
  await Promise.all([
    ada.page.locator('[data-media="waiting"]').waitFor(),
    ben.page.locator('[data-media="waiting"]').waitFor(),
  ])
  expect(await node.exited).toBe(4)
  await Promise.all([ada.close(), ben.close()])
})
