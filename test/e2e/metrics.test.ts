import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import { readExposition } from '../support/exposition-grammar.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { Person } from './support/person.ts'
import { withoutUdp } from './support/without-udp.ts'

const SECRET = 'only-for-prometheus'
const PATIENCE = { timeout: 30_000, interval: 250 }

let stage: Stage
let browser: Browser
let metricsPort: number

beforeAll(async () => {
  const METRICS_SECRET_HASH = createHash('sha256').update(SECRET).digest('hex')
  stage = await Stage.open({ bindings: { METRICS_SECRET_HASH } })
  metricsPort = await freePorts(1)
  await stage.startNode({ further: ['--metrics-port', String(metricsPort)] })
  browser = await sharedBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await stage?.close()
})

/** The value of one metric with these labels; 0 where there is none. */
async function read(url: string, name: string, labels: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${SECRET}` } })
  const samples = readExposition(await response.text()).get(name)?.samples ?? []
  const wanted = JSON.stringify(labels)
  return samples.find((sample) => JSON.stringify(sample.labels) === wanted)?.value ?? 0
}

test('S5 while two see each other, node and edge measure it; the page’s own door stays shut', async () => {
  const ofNode = `http://127.0.0.1:${metricsPort}/metrics`
  const ofEdge = `${stage.url}/metrics`
  expect((await fetch(ofEdge)).status).toBe(401)
  const ada = await Person.join(browser, stage.url, 'measured', 'Ada')
  const ben = await Person.arrive(browser, 'Ben')
  await ben.page.addInitScript(withoutUdp)
  await ben.visit(`${stage.url}/measured?name=Ben&join&mic=1&cam=1`)
  await ben.inRoom()
  await ada.watches('Ben')
  await ben.hears('Ada')
  for (const way of ['received', 'sent']) {
    const bits = () => read(ofNode, `essaim_node_${way}_bits_per_second`, { with: 'pages' })
    await expect.poll(bits, PATIENCE).toBeGreaterThan(20_000)
  }
  // Each has one transport to send and one to receive.
  expect(await read(ofNode, 'essaim_node_page_transports', { path: 'udp' })).toBe(2)
  expect(await read(ofNode, 'essaim_node_page_transports', { path: 'tcp' })).toBe(2)
  expect(await read(ofNode, 'essaim_node_received_loss_ratio', { with: 'pages' })).toBeLessThan(0.5)
  await expect.poll(() => read(ofEdge, 'essaim_edge_people'), PATIENCE).toBe(2)
  await expect
    .poll(() => read(ofEdge, 'essaim_edge_node_producers', { node: 'local' }), PATIENCE)
    .toBeGreaterThanOrEqual(4)
  await ada.close()
  await ben.close()
})
