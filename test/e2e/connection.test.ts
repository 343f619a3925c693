import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest'
import { Stage } from '../../scripts/stage/stage.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { ENCRYPTED } from './support/encrypted.ts'
import { byPort, NarrowLink } from './support/narrow-link.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { SleepingBrowser } from './support/sleeping-browser.ts'

/** How long a node waits for a sign of life (RFC 7675 §5.1). */
const ICE_CONSENT_MS = 30_000

const PATIENCE = { timeout: 60_000, interval: 500 }
/** Several times that: whoever sends finds out only bit by bit how much goes through. */
vi.setConfig({ testTimeout: 240_000 })

/** Longer than nothing may come of somebody who is to be heard. */
const MUTED_FOR_MS = 5_000

const VOICE_BITS_PER_SECOND = 50_000

let browser: Browser
let stage: Stage

beforeAll(async () => {
  browser = await sharedBrowser()
  stage = await Stage.open()
  await stage.startNode()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await stage?.close()
})

const WIDE = { width: 1280, height: 720 }
/** Where two people send and see 360 lines: in larger windows they may become 720. */
const SMALL = { width: 640, height: 420 }

/** Somebody, until the test is over. */
async function arrive(
  { onTestFinished }: TestContext,
  name: string,
  wishes: JoinWishes = {},
): Promise<Person> {
  const person = await Person.arrive(browser, name, wishes)
  onTestFinished(() => person.close())
  return person
}

async function join(
  context: TestContext,
  room: string,
  name: string,
  wishes: JoinWishes = {},
): Promise<Person> {
  const person = await arrive(context, name, wishes)
  await person.goInto(stage.url, room, wishes)
  return person
}

/** Somebody whose media goes over a link of their own that can be narrowed. */
async function joinOverLink(context: TestContext, room: string, wishes: JoinWishes) {
  const link = await NarrowLink.to(stage.mediaPort)
  context.onTestFinished(() => link.close())
  const ada = await arrive(context, 'Ada', wishes)
  await ada.page.addInitScript(byPort, { node: stage.mediaPort, link: link.port })
  await ada.goInto(stage.url, room, wishes)
  return { ada, link }
}

/** Ada's media goes over that link; Ben's does not. */
async function meetOverLink(context: TestContext, room: string, wishes: JoinWishes = {}) {
  const { ada, link } = await joinOverLink(context, room, { viewport: SMALL, ...wishes })
  const ben = await join(context, room, 'Ben', { viewport: SMALL, ...wishes })
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  return { ada, ben, link }
}

const linesOf = (person: Person, name: string) =>
  person.page.evaluate(
    (selector) => window.received.picture(selector, 'frameHeight'),
    `article[data-name="${name}"] video`,
  )
const leftOf = (person: Person, since: number) =>
  person.frames.slice(since).filter(({ text }) => text.includes('peer-left'))

// Most of their time these two wait for what only passes: they do so beside each other.
describe.concurrent('a link that is bad for long', () => {
  test('R8 a machine that slept is shown as cut off, and is back in the call by itself, though its way to the node was given up meanwhile', async (context) => {
    const { expect } = context
    const sleepy = await SleepingBrowser.open()
    context.onTestFinished(() => sleepy.close())
    const ada = await Person.join(sleepy.browser, stage.url, 'sleep', 'Ada', ENCRYPTED)
    const ben = await join(context, 'sleep', 'Ben', ENCRYPTED)
    await Promise.all([ada.hears('Ben'), ben.watches('Ada')])
    const cutOff = ben.page.locator('article[data-name="Ada"][data-cut-off]')
    expect(await cutOff.count()).toBe(0)
    await sleepy.sleep()
    const asleep = pause(ICE_CONSENT_MS + 5_000)
    await cutOff.getByText('Connection lost for now').waitFor({ timeout: ICE_CONSENT_MS })
    await asleep
    await sleepy.wake()
    await cutOff.waitFor({ state: 'detached' })
    await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  })

  test('on a weak link one press leaves the voices alone, with initials and a ring; and another brings the faces back', async (context) => {
    const { expect } = context
    const { ada, ben, link } = await meetOverLink(context, 'weak', ENCRYPTED)
    link.bitsPerSecond = 90_000
    await ada.page.locator('[data-notice="weak-link"]').waitFor()
    await ada.press('accept-sound-only')
    await ada.page.getByText('Sound only, without faces').waitFor()
    const face = ada.tile('Ben').locator('video')
    await face.waitFor({ state: 'detached' })
    await ada.tile('Ben').locator('.badge').waitFor()
    await ada.tile('Ben').and(ada.page.locator('[data-speaking]')).waitFor()
    await ben.tile('Ada').locator('video').waitFor({ state: 'detached' })
    await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
    // It is of this call: nothing of it is remembered.
    expect(await ada.page.evaluate(() => localStorage.getItem('essaim') ?? '')).not.toContain(
      '"quality":"audio"',
    )

    link.bitsPerSecond = null
    await ada.page.locator('[data-notice="link-well"]').waitFor({ timeout: PATIENCE.timeout })
    await ada.press('accept-faces')
    await ada.watches('Ben')
    expect(await ada.page.locator('[data-action="show-faces"]').count()).toBe(0)
  })
})

// By itself: how soon pictures are as they were again depends on what the machine has left.
test('a link that is narrow for 20 s keeps the voices, and its pictures come back as they were', async (context) => {
  const { ada, ben, link } = await meetOverLink(context, 'narrow', ENCRYPTED)
  const full = async () => [await linesOf(ada, 'Ben'), await linesOf(ben, 'Ada')]
  await expect.poll(full, PATIENCE).toEqual([360, 360])
  const seen = ben.frames.length

  link.bitsPerSecond = 90_000
  const until = pause(20_000)
  await ada.page.locator('[data-notice="weak-link"]').waitFor()
  await ada.press('dismiss-sound-only')
  await until
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  // Whoever said “not now” is left alone.
  expect(await ada.page.locator('[data-notice="weak-link"]').count()).toBe(0)
  link.bitsPerSecond = null

  await Promise.all([ada.watches('Ben'), ben.watches('Ada')])
  await expect.poll(full, PATIENCE).toEqual([360, 360])
  expect(leftOf(ben, seen)).toEqual([])
})

test('M12 where the way is narrow, whoever speaks is seen larger than the others', async (context) => {
  const { ada, link } = await joinOverLink(context, 'first', { mic: false, cam: false, viewport: WIDE })
  const ben = await join(context, 'first', 'Ben', { mic: false, steadyVoice: true })
  await ada.watches('Ben')
  const cy = await join(context, 'first', 'Cy', { mic: false, steadyVoice: true })
  await ada.watches('Cy')
  const lines = async () => ({ Ben: await linesOf(ada, 'Ben'), Cy: await linesOf(ada, 'Cy') })
  await expect.poll(lines, PATIENCE).toEqual({ Ben: 360, Cy: 360 })
  // Room for a voice, and for one of the two pictures in full, the other one small.
  const [before, since] = [link.bits, performance.now()]
  await pause(4_000)
  const seconds = (performance.now() - since) / 1_000
  link.bitsPerSecond = ((link.bits - before) / seconds) * 0.8 + VOICE_BITS_PER_SECOND
  await cy.press('microphone')
  await expect.poll(lines, PATIENCE).toEqual({ Ben: 180, Cy: 360 })
  await cy.press('microphone')
  await ben.press('microphone')
  await expect.poll(lines, PATIENCE).toEqual({ Ben: 360, Cy: 180 })
})

test('M3 another network: a new way is looked for at once, and the call goes on', async (context) => {
  const { ada, ben, link } = await meetOverLink(context, 'moved', ENCRYPTED)
  const connections = () => ada.page.evaluate(() => window.received.connections())
  const before = await connections()
  const seen = [ada.frames.length, ben.frames.length] as const
  link.cut = true
  await pause(3_000)
  link.move()
  link.cut = false
  await ada.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  expect(ada.frames.slice(seen[0]).some(({ text }) => text.includes('restart-ice'))).toBe(true)
  expect(leftOf(ben, seen[1])).toEqual([])
  expect(await connections()).toBe(before)
})

test('R8 whose packets stop is shown as cut off by whoever hears them, before the edge knows of it; whoever is cut off blames nobody', async (context) => {
  const { ada, ben, link } = await meetOverLink(context, 'stops', ENCRYPTED)
  const cutOffOf = (person: Person, name: string) =>
    person.page.locator(`article[data-name="${name}"][data-cut-off]`)
  const told = () => ben.frames.filter(({ text }) => text.includes('cut-off-changed'))
  // Who mutes sends nothing either.
  await ada.press('microphone')
  await ben.tile('Ada').and(ben.page.locator('[data-microphone="muted"]')).waitFor()
  await pause(MUTED_FOR_MS)
  expect(await cutOffOf(ben, 'Ada').count()).toBe(0)
  await ada.press('microphone')
  await ben.hears('Ada')
  link.cut = true
  await cutOffOf(ben, 'Ada').getByText('Connection lost for now').waitFor()
  expect(told()).toEqual([])
  expect(await cutOffOf(ada, 'Ben').count()).toBe(0)
  link.cut = false
  await cutOffOf(ben, 'Ada').waitFor({ state: 'detached' })
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
})

test('the connection is told in plain words: its path, its delay, and what flows', async (context) => {
  const { ada } = await meetOverLink(context, 'figures')
  await ada.press('more')
  await ada.press('connection')
  const panel = ada.page.locator('[data-panel="connection"]')
  await panel.locator('[data-path="udp"]').waitFor()
  const figure = async (name: string): Promise<number> => {
    const text = await panel.locator(`[data-figure="${name}"]`).textContent()
    return Number(text?.replaceAll(/\D/g, ''))
  }
  await expect.poll(() => figure('received'), PATIENCE).toBeGreaterThan(20)
  await expect.poll(() => figure('sent'), PATIENCE).toBeGreaterThan(20)
  await expect.poll(() => figure('delay'), PATIENCE).toBeLessThan(1_000)
})

test('the screen stays awake while one is in the room, and the system may mute the call', async (context) => {
  const ada = await arrive(context, 'Ada', { permissions: ['microphone', 'camera', 'screen-wake-lock'] })
  await ada.page.addInitScript(() => {
    const request = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type)
      Object.assign(window, { heldLock: lock })
      return lock
    }
    const { mediaSession } = navigator
    const handle = mediaSession.setActionHandler.bind(mediaSession)
    mediaSession.setActionHandler = (name: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
      if (handler) Object.assign(window, { [`on-${name}`]: handler })
      handle(name, handler)
    }
  })
  await ada.goInto(stage.url, 'awake', { cam: false })
  const released = () => ada.page.evaluate('window.heldLock?.released')
  await expect.poll(released, PATIENCE).toBe(false)
  await ada.page.evaluate("window['on-togglemicrophone']({ action: 'togglemicrophone' })")
  await ada.tile('Ada').and(ada.page.locator('[data-microphone="muted"]')).waitFor()
  await ada.page.evaluate("window['on-hangup']({ action: 'hangup' })")
  await ada.page.locator('[data-view="after"]').waitFor()
  await expect.poll(released, PATIENCE).toBe(true)
})
