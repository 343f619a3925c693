import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hears, LentEdge, LentMachine } from '../scripts/support/lent-edge.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { Person } from './support/person.ts'

const LYON = 'https://bibliotheque.example.org/'

let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})

afterAll(async () => {
  await leaveBrowser(browser)
})

test('N10 N12 N17 S6 S7 S8 invited with one word, joined with one command, and reached: the node carries a room, until it is revoked', async () => {
  const edge = await LentEdge.start()
  const own = await edge.startOwnNode()
  const machine = await LentMachine.set()
  const node = machine.join(
    await edge.invite('Bibliothèque de Lyon', '--link', LYON, '--place', 'Lyon', '--at=45.76,4.84'),
  )
  await hears(node, '"event":"node-registered"')
  await hears(node, 'This node is reachable: rooms may come.')
  // It has proved that, and is not to take the room.
  await own.stop()
  await expect
    .poll(async () => (await edge.say(['nodes'])).output, { timeout: 40_000 })
    .toMatch(/^own .* away /m)
  const ada = await Person.join(browser, edge.url, 'lent', 'Ada')
  const ben = await Person.join(browser, edge.url, 'lent', 'Ben')
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  await ada.press('more')
  const carriedBy = ada.page.locator('[data-carried-by]')
  expect(await carriedBy.textContent()).toBe('Carried by Bibliothèque de Lyon')
  const link = carriedBy.getByRole('link', { name: 'Bibliothèque de Lyon' })
  expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual([
    LYON,
    'noopener noreferrer',
  ])
  // A room and two people, by the next heartbeat; and what they are sent, by the one after.
  await expect
    .poll(async () => (await edge.say(['nodes'])).output, { timeout: 40_000, interval: 1_000 })
    .toMatch(/^bibliotheque-de-lyon +active +1 +2 +(0\.[1-9]|[1-9]\d*\.\d) +\d+\.\d +yes /m)

  const eve = await Person.arrive(browser, 'Eve')
  await eve.page.goto(`${edge.url}/swarm`)
  const row = eve.page.getByRole('row').filter({ hasText: 'Bibliothèque de Lyon' })
  await row.waitFor()
  expect(await row.getByRole('cell').allTextContents()).toEqual(['2'])
  await eve.page.getByRole('img', { name: /^Map with the place of one node/ }).waitFor()
  // The view of the swarm asks again every quarter of a minute; the first page does not before one chooses.
  const before = eve.requests.length
  await eve.page.goto(edge.url)
  expect(eve.requests.slice(before).filter((url) => url.endsWith('/api/swarm'))).toEqual([])
  await eve.page.locator('[data-choice="host"] summary').click()
  await eve.page.getByLabel('Carried by').selectOption('bibliotheque-de-lyon')
  await eve.press('open')
  const lyon = eve.page.locator('[data-carried-by="Bibliothèque de Lyon"]')
  await eve.page.locator('main[data-view="before"]').getByText('If you open the room').and(lyon).waitFor()
  await eve.press('join')
  await eve.inRoom()
  await eve.page.locator('.first-here').getByText('Carried by Bibliothèque de Lyon').and(lyon).waitFor()
  expect(eve.frames.find(({ text }) => text.includes('"request":"join"'))?.text).toContain(
    '"preferredNode":"bibliotheque-de-lyon"',
  )
  await eve.close()

  const revoked = await edge.say(['revoke', 'bibliotheque-de-lyon'])
  expect(revoked.code).toBe(0)
  await Promise.all([
    ada.page.locator('[data-media="waiting"]').waitFor(),
    ben.page.locator('[data-media="waiting"]').waitFor(),
  ])
  await carriedBy.waitFor({ state: 'detached' })
  expect(await node.exited).toBe(4)
  await Promise.all([ada.close(), ben.close()])
})
