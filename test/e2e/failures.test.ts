import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { freePorts } from '../../scripts/held-ports.ts'
import { Stage } from '../../scripts/stage.ts'
import { childrenOf } from '../node/support/processes.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { CuttableProxy } from './support/cuttable-proxy.ts'
import { Person } from './support/person.ts'

let browser: Browser
let stage: Stage
let proxy: CuttableProxy
let dataDir: string
let port: number
let ada: Person
let ben: Person

beforeAll(async () => {
  browser = await sharedBrowser()
})

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'essaim-test-'))
  port = await freePorts(1)
  stage = await Stage.open({ dataDir, port })
  proxy = await CuttableProxy.before(stage.url)
})

afterEach(async () => {
  await ada?.close()
  await ben?.close()
  await proxy.close()
  await stage.close()
  await rm(dataDir, { recursive: true, force: true })
})

afterAll(async () => {
  await leaveBrowser(browser)
})

/** Ada comes through the proxy, Ben straight. */
async function meet(room: string): Promise<void> {
  ada = await Person.join(browser, proxy.url, room, 'Ada')
  ben = await Person.join(browser, stage.url, room, 'Ben')
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
}

const connectionsOf = (person: Person) => person.page.evaluate(() => window.received.connections())

test('R1 a socket is cut: the media goes on, nobody sees anybody leave, nothing is missed', async () => {
  await stage.startNode()
  await meet('cut')
  const before = await connectionsOf(ada)
  const seen = ben.frames.length
  proxy.down = true
  proxy.cut()
  await ada.page.locator('[data-connection="reconnecting"]').waitFor()
  await ada.hears('Ben')
  await ben.watches('Ada')
  await ben.press('microphone')
  proxy.down = false
  await ada.inRoom()
  await ada.tile('Ben').and(ada.page.locator('[data-microphone="muted"]')).waitFor()
  expect(await connectionsOf(ada)).toBe(before)
  expect(ben.frames.slice(seen).filter(({ text }) => text.includes('peer-left'))).toEqual([])
})

/** Watches from now on for how a person's tile is drawn when the page shows that media is lost, and tells it afterwards. */
async function watchForLoss({ page }: Person, name: string) {
  const watch = await page.evaluateHandle((selector) => {
    const room = document.querySelector<HTMLElement>('[data-media]')
    const tile = document.querySelector<HTMLElement>(selector)
    if (!room || !tile) throw new Error('not in the room')
    const drawn = () => ({
      microphone: tile.dataset['microphone'],
      pictures: tile.querySelectorAll('video').length,
    })
    const atLoss = new Promise<ReturnType<typeof drawn>>((resolve) => {
      const isLost = (): void =>
        void (room.dataset['media'] === 'waiting' && requestAnimationFrame(() => resolve(drawn())))
      new MutationObserver(isLost).observe(room, { attributes: true })
    })
    return { atLoss }
  }, `article[data-name="${name}"]`)
  return { tileAtLoss: () => watch.evaluate(({ atLoss }) => atLoss) }
}

test('F2 the node is killed: people are told at once, look as before for a moment, and go on when it is there again', async () => {
  const node = await stage.startNode()
  await meet('node')
  // The page watches before the node is killed, which it may hear of at once.
  const { tileAtLoss } = await watchForLoss(ada, 'Ben')
  node.kill('SIGKILL')
  expect(await tileAtLoss()).toEqual({ microphone: 'on', pictures: 1 })
  await ben.page.locator('[data-media="waiting"]').waitFor()
  await Promise.all([ada.sees('Ben'), ben.sees('Ada')])
  await ada.tile('Ben').and(ada.page.locator('[data-microphone="none"]')).waitFor()
  expect(await ada.tile('Ben').locator('video').count()).toBe(0)
  await node.exited
  await stage.startNode()
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
})

test('N6 the mediasoup worker of the only node is killed: people hear each other again on the one that replaces it', async () => {
  const node = await stage.startNode()
  await meet('worker')
  const before = ada.frames.length
  const [worker] = childrenOf(node.pid ?? 0)
  if (worker === undefined) throw new Error('the node has no worker')
  process.kill(worker, 'SIGKILL')
  const isLost = () => ada.frames.slice(before).some(({ text }) => text.includes('media-lost'))
  await expect.poll(isLost, { timeout: 20_000 }).toBe(true)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  expect(childrenOf(node.pid ?? 0)).not.toEqual([worker])
})

test('F1 people meet before there is a node, and hear each other when there is one', async () => {
  ada = await Person.join(browser, proxy.url, 'early', 'Ada')
  ben = await Person.join(browser, stage.url, 'early', 'Ben')
  await Promise.all([ada.sees('Ben'), ben.sees('Ada')])
  await ada.page.locator('[data-media="waiting"]').waitFor()
  await stage.startNode()
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
})

test('E3 the edge restarts: the media goes on, and the sockets resume', async () => {
  await stage.startNode()
  await meet('edge')
  const before = [await connectionsOf(ada), await connectionsOf(ben)]
  await stage.stopEdge()
  await ben.page.locator('[data-connection="reconnecting"]').waitFor()
  await ada.hears('Ben')
  await stage.startEdge({ dataDir, port })
  await Promise.all([ada.inRoom(), ben.inRoom()])
  await ben.press('microphone')
  await ada.tile('Ben').and(ada.page.locator('[data-microphone="muted"]')).waitFor()
  await ben.hears('Ada')
  expect([await connectionsOf(ada), await connectionsOf(ben)]).toEqual(before)
})

test('E3 somebody comes before the node is back at the edge: they are in the call, and nobody in it lost anything', async () => {
  await stage.startNode()
  await meet('deploy')
  const before = [await connectionsOf(ada), await connectionsOf(ben)]
  await stage.stopEdge()
  await stage.startEdge({ dataDir, port })
  const cy = await Person.join(browser, stage.url, 'deploy', 'Cy')
  onTestFinished(() => cy.close())
  await Promise.all([cy.hears('Ada'), cy.watches('Ben'), ada.hears('Cy'), ben.watches('Cy')])
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect([await connectionsOf(ada), await connectionsOf(ben)]).toEqual(before)
})

test('G1 garbage beside a running call: its sender is cut off, and nobody else notices', async () => {
  await stage.startNode()
  await meet('garbage')
  const said = () => [ada.frames.length, ben.frames.length]
  // Pages tell what they show once they rest; until then they have things to say of their own.
  let seen = said()
  await expect
    .poll(
      async () => {
        const before = seen
        await pause(1_000)
        seen = said()
        return before.join() === seen.join()
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  const eve = new WebSocket(`${stage.url.replace('http', 'ws')}/api/rooms/garbage/socket`)
  await new Promise((resolve) => eve.once('open', resolve))
  const closed = new Promise<number>((resolve) => eve.once('close', resolve))
  for (const text of ['{', '{"id":1,"request":"join","params":{}}', '\u0000'.repeat(1_000)]) eve.send(text)
  expect(await closed).toBe(4400)
  await Promise.all([ada.hears('Ben'), ben.watches('Ada'), ada.sees('Ben'), ben.sees('Ada')])
  expect(said()).toEqual(seen)
})
