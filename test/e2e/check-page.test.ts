import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hears, LentEdge, LentMachine } from '../scripts/support/lent-edge.ts'
import type { Program } from '../scripts/support/program.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { Person } from './support/person.ts'

let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})

afterAll(async () => {
  await leaveBrowser(browser)
})

/** The address that a node asks its lender to open elsewhere. */
async function linkOf(node: Program): Promise<string> {
  await hears(node, 'in a browser elsewhere')
  const [link] = /https?:\/\/\S+\/check#\S{43}/.exec(node.output()) ?? []
  if (!link) throw new Error(`no link in: ${node.output()}`)
  return link
}

test('N21 without another node a page reaches the ports of one by UDP and TCP, with a link that is good once', async () => {
  const edge = await LentEdge.start()
  const machine = await LentMachine.set()
  const node = machine.join(await edge.invite('Bibliothèque de Lyon'))
  const link = await linkOf(node)
  const { page } = await Person.arrive(browser, 'Ada')
  await page.goto(link)
  await page.locator('main[data-check="reached"]').waitFor({ timeout: 30_000 })
  expect(await page.locator('main p').textContent()).toContain(
    'The node of Bibliothèque de Lyon can be reached',
  )
  const at = `127.0.0.1 ${machine.mediaPort}`
  expect(await page.locator('[data-port="reached"]').allTextContents()).toEqual([
    `UDP ${at}: answers`,
    `TCP ${at}: answers`,
  ])
  await hears(node, 'This node is reachable: rooms may come.')
  const [, ticket = ''] = link.split('#')
  const log = node
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(log.join('')).not.toContain(ticket)
  await page.reload()
  await page.locator('main[data-check="spent"]').waitFor({ timeout: 30_000 })
  await page.close()
})

test('N21 what a page does not reach is told there, and to the lender', async () => {
  const edge = await LentEdge.start()
  const machine = await LentMachine.set()
  const node = machine.join(await edge.invite('Closed'), '--announce', '127.0.0.9')
  const { page } = await Person.arrive(browser, 'Ada', { locale: 'fr' })
  await page.goto(await linkOf(node))
  await page.locator('main[data-check="closed"]').waitFor({ timeout: 30_000 })
  expect(await page.locator('[data-port="silent"]').allTextContents()).toEqual([
    expect.stringMatching(/^UDP 127\.0\.0\.9 \d+: ne répond pas/),
    expect.stringMatching(/^TCP 127\.0\.0\.9 \d+: ne répond pas/),
  ])
  await hears(node, `UDP ${machine.mediaPort} at 127.0.0.9 does not answer: open it in the firewall.`)
  await page.close()
})
