import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { BUILD_FILE, BUILD_META } from '../../protocol/http/build-name.ts'
import { freePorts } from '../../scripts/network/held-ports.ts'
import type { NodeLogLine } from '../../scripts/node-process.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { Stage } from '../../scripts/stage/stage.ts'
import { childrenOf } from '../node/support/processes.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { CuttableProxy } from './support/cuttable-proxy.ts'
import { ENCRYPTED } from './support/encrypted.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { PlainClient } from './support/plain-client.ts'

/** A name that no build of ours has. */
const ANOTHER_BUILD = '0123456789abcdef'
/** A gap in what somebody says that others notice. */
const AUDIBLE_GAP_MS = 1_000

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
async function meet(room: string, wishes: JoinWishes = {}): Promise<void> {
  ada = await Person.join(browser, proxy.url, room, 'Ada', wishes)
  ben = await Person.join(browser, stage.url, room, 'Ben', wishes)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
}

const connectionsOf = (person: Person) => person.page.evaluate(() => window.received.connections())

test('R1 a socket is cut: the media goes on, nobody sees anybody leave, nothing is missed', async () => {
  await stage.startNode()
  await meet('cut', ENCRYPTED)
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
  await meet('node', ENCRYPTED)
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
  ada = await Person.join(browser, proxy.url, 'early', 'Ada', ENCRYPTED)
  ben = await Person.join(browser, stage.url, 'early', 'Ben', ENCRYPTED)
  await Promise.all([ada.sees('Ben'), ben.sees('Ada')])
  await ada.page.locator('[data-media="waiting"]').waitFor()
  await stage.startNode()
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
})

/** The built page as another build would be: a copy of which only the name is another. */
async function anotherBuild(): Promise<string> {
  const build = path.join(ROOT, 'web/dist')
  const page = path.join(dataDir, 'page')
  await cp(build, page, { recursive: true })
  const index = await readFile(path.join(build, 'index.html'), 'utf8')
  const name = await readFile(path.join(build, BUILD_FILE), 'utf8')
  await writeFile(path.join(page, 'index.html'), index.replaceAll(name, ANOTHER_BUILD))
  await writeFile(path.join(page, BUILD_FILE), ANOTHER_BUILD)
  return page
}

const buildOf = ({ page }: Person) => page.locator(`meta[name="${BUILD_META}"]`).getAttribute('content')

/** Files of the older page that are not there any more, as where only the newest is served; ends by what is returned. */
async function lose({ page }: Person, files: RegExp): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.fulfill({ status: 404 }))
  return () => page.unroute(files)
}

async function say(person: Person, text: string): Promise<void> {
  await person.press('chat')
  const field = person.page.locator('textarea[name="chat"]')
  await field.fill(text)
  await field.press('Enter')
  await person.press('close-panel')
}

async function openLobby(person: Person): Promise<void> {
  await person.press('more')
  await person.press('door')
  await person.press('lobby')
  await person.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await person.press('close-panel')
}

test('E3 E4 H6 an edge of another version takes over: the media goes on, and the sockets resume', async () => {
  const registrations: NodeLogLine[] = []
  await stage.startNode({ onLog: (line) => line.event === 'node-registered' && registrations.push(line) })
  await meet('edge', { steadyVoice: true })
  await say(ada, 'before the update')
  await openLobby(ada)
  const before = [await connectionsOf(ada), await connectionsOf(ben)]
  for (const [person, other] of [
    [ada, 'Ben'],
    [ben, 'Ada'],
  ] as const) {
    await person.page.evaluate((peer) => window.received.watchSilence(peer), await person.idOf(other))
  }
  await stage.stopEdge()
  await ben.page.locator('[data-connection="reconnecting"]').waitFor()
  await ada.hears('Ben')
  const logged: string[] = []
  await stage.startEdge({
    dataDir,
    port,
    main: path.join(ROOT, 'test/worker/next-edge.ts'),
    page: await anotherBuild(),
    onLog: ({ message }) => logged.push(message),
  })
  await Promise.all([ada.inRoom(), ben.inRoom()])
  expect(logged.filter((line) => line.includes('"event":"room-upgraded"'))).toHaveLength(1)
  await expect.poll(() => registrations.length, { timeout: 20_000 }).toBe(2)

  // Who waits at the door, who may open it, and what was said are as they were.
  const cy = await PlainClient.knock(stage.url, 'edge', 'Cy')
  onTestFinished(() => cy.close())
  await ada.press('admit')
  await cy.comeIn('Cy')
  expect(JSON.stringify(await cy.ask('message-history', { after: 0 }))).toContain('before the update')
  await Promise.all([ada.sees('Ben', 'Cy'), ben.sees('Ada', 'Cy')])

  expect(await ada.page.evaluate(() => window.received.longestSilence())).toBeLessThan(AUDIBLE_GAP_MS)
  expect(await ben.page.evaluate(() => window.received.longestSilence())).toBeLessThan(AUDIBLE_GAP_MS)
  await ben.press('microphone')
  await ada.tile('Ben').and(ada.page.locator('[data-microphone="muted"]')).waitFor()
  await ben.hears('Ada')
  expect([await connectionsOf(ada), await connectionsOf(ben)]).toEqual(before)

  // The page is told in a line, stays, and is another one after the call.
  await Promise.all([ada, ben].map(({ page }) => page.locator('[data-notice="newer-page"]').waitFor()))
  expect(await buildOf(ada)).not.toBe(ANOTHER_BUILD)
  // Parts of it that are not there any more: it says so, and the call goes on.
  const findPolls = await lose(ben, /\/assets\/polls-panel-/)
  await ben.press('more')
  await ben.press('polls')
  await ben.page.locator('[role="alert"] [data-missing-part]', { hasText: 'newer version' }).waitFor()
  const findPreview = await lose(ada, /\/assets\/chat-preview-/)
  await say(ben, 'after the update')
  await ada.page.locator('[data-notice="missing-part"]', { hasText: 'newer version' }).waitFor()
  await ben.hears('Ada')
  await Promise.all([findPolls(), findPreview()])
  await ada.press('try-again')
  await ada.page.locator('[data-preview]').waitFor()
  await ben.press('more')
  await ben.press('polls')
  await ben.page.locator('[data-action="poll-start"]').waitFor()
  await ben.press('close-panel')
  await ada.press('leave')
  await ada.page.locator('main[data-view="after"]').waitFor()
  await ada.press('home')
  await expect.poll(() => buildOf(ada)).toBe(ANOTHER_BUILD)
  await ben.press('load-newer')
  await ben.page.locator(`head:has(meta[content="${ANOTHER_BUILD}"])`).waitFor({ state: 'attached' })
  await ben.inRoom()
  await ben.sees('Cy')
})

test('E3 somebody comes before the node is back at the edge: they are in the call, and nobody in it lost anything', async () => {
  await stage.startNode()
  await meet('deploy', ENCRYPTED)
  const before = [await connectionsOf(ada), await connectionsOf(ben)]
  await stage.stopEdge()
  await stage.startEdge({ dataDir, port })
  const cy = await Person.join(browser, stage.url, 'deploy', 'Cy', ENCRYPTED)
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
