import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import type { Frame } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

declare global {
  interface Window {
    /** How often the page asked for a device. */
    timesAsked: number
  }
}

const patience = { timeout: 20_000 }

/** What the guide tells pages to hand on to a room that they embed. */
const GUIDE = await readFile(path.join(ROOT, 'docs/links-and-embedding.md'), 'utf8')
const ALLOW = GUIDE.match(/allow="([^"]+)"/)?.[1]

/** A page of somebody else, on another origin, that embeds whatever room its address names, or leads there. */
const PARENT_PAGE = `<!doctype html><title>parent</title><body><script>
const go = new URLSearchParams(location.search).get('go')
if (go) location = go
const told = []
addEventListener('message', (event) => { if (event.data && event.data.essaim === 1) told.push(event.data) })
const frame = document.createElement('iframe')
frame.allow = '${ALLOW}'
frame.style = 'width:600px;height:460px'
frame.src = new URLSearchParams(location.search).get('room')
document.body.append(frame)
const ask = (message) => frame.contentWindow.postMessage({ essaim: 1, ...message }, new URL(frame.src).origin)
</script>`

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html').end(PARENT_PAGE)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('no port')
/** The operator trusts it by one of its names, and not by the other. */
const trusted = `http://localhost:${address.port}`
const stranger = `http://127.0.0.1:${address.port}`

const here = gather({}, () => ({
  bindings: { EMBED_ALLOWED: `${trusted},*`, KIOSK_ROOMS: 'foyer' },
}))

afterAll(() => {
  server.close()
})

test('a page on another origin embeds a room: joins, hears of it, mutes and leaves', async () => {
  const ben = await here.join('embedded', 'Ben', ENCRYPTED)
  const host = await here.arrive('host')
  await host.page.goto(`${trusted}?room=${encodeURIComponent(`${here.url}/embedded?embed${FRAGMENT}`)}`)
  const frame = host.page.frameLocator('iframe')
  await frame.locator('[data-action="join"]').waitFor()
  const told = () => host.page.evaluate('told') as Promise<{ event: string; [key: string]: unknown }[]>
  const ask = (message: object) => host.page.evaluate(`ask(${JSON.stringify(message)})`)
  // Until its page has come that far it does not answer.
  await expect
    .poll(async () => {
      await ask({ do: 'connect' })
      return told()
    }, patience)
    .toContainEqual({ essaim: 1, event: 'connected', room: 'embedded' })
  const steps = await host.page.evaluate(() => history.length)
  await ask({ do: 'join', name: 'Ada' })
  await ben.sees('Ada')
  await ben.hears('Ada')
  await expect
    .poll(told, patience)
    .toContainEqual({ essaim: 1, event: 'joined', room: 'embedded', name: 'Ada' })
  await expect.poll(told, patience).toContainEqual({ essaim: 1, event: 'people', count: 2 })
  await expect.poll(told, patience).toContainEqual({ essaim: 1, event: 'name', name: 'Ada' })
  // Its steps back are those of the page around it.
  await frame.locator('[data-action="more"]').click()
  await frame.locator('.panel').waitFor()
  expect(await host.page.evaluate(() => history.length)).toBe(steps)
  await ask({ do: 'mute', device: 'microphone' })
  await ben.tile('Ada').and(ben.page.locator('[data-microphone="muted"]')).waitFor()
  await expect.poll(told, patience).toContainEqual({ essaim: 1, event: 'microphone', on: false })
  // Nobody is unmuted by another, whatever page that other is.
  await ask({ do: 'unmute', device: 'microphone' })
  await ask({ do: 'leave' })
  await ben.sees()
  await expect
    .poll(told, patience)
    .toContainEqual({ essaim: 1, event: 'left', room: 'embedded', why: 'left' })
  expect((await told()).filter(({ event, on }) => event === 'microphone' && on === true)).toHaveLength(1)
  expect(await frame.locator('[data-action="home"]').isVisible()).toBe(false)
})

/** Which of these the browser lets the frame do (W3C Permissions Policy §8.1; Chromium has it under its first name). */
const withheldFrom = (frame: Frame, features: readonly string[]): Promise<string[]> =>
  frame.evaluate((asked) => {
    const policy: unknown = Reflect.get(document, 'featurePolicy')
    if (typeof policy !== 'object' || policy === null) throw new Error('no policy to ask')
    const allows: unknown = Reflect.get(policy, 'allowsFeature')
    if (typeof allows !== 'function') throw new Error('no policy to ask')
    return asked.filter((feature) => allows.call(policy, feature) !== true)
  }, features)

test('embedded as the guide says, a room may do all that the page may do by itself', async () => {
  const { headers } = await fetch(here.url)
  const granted = [...(headers.get('permissions-policy') ?? '').matchAll(/([a-z-]+)=\(self\)/g)]
  const features = granted.map(([, feature = '']) => feature)
  expect(features).toContain('screen-wake-lock')
  const host = await here.arrive('host')
  await host.page.goto(`${trusted}?room=${encodeURIComponent(`${here.url}/allowed?embed`)}`)
  await host.page.frameLocator('iframe').locator('[data-action="join"]').waitFor()
  const frame = host.page.frames().find((each) => each !== host.page.mainFrame())
  if (frame === undefined) throw new Error('no frame')
  expect(await withheldFrom(frame, features)).toEqual([])
})

/** Counts how often the page asks for a device. */
const countsAsking = (person: Person): Promise<unknown> =>
  person.page.addInitScript(() => {
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    window.timesAsked = 0
    mediaDevices.getUserMedia = (wishes) => {
      window.timesAsked += 1
      return ask(wishes)
    }
  })
const asked = (person: Person): Promise<number> => person.page.evaluate(() => window.timesAsked)

test('J10 a link of somebody else’s turns on neither microphone nor camera, until one presses for it', async () => {
  const ben = await here.join('pressed', 'Ben', ENCRYPTED)
  const ada = await here.arrive('Ada')
  await countsAsking(ada)
  const link = `${here.url}/pressed?name=Ada&join&mic=1&cam=1${FRAGMENT}`
  const isLedThere = () => ada.page.goto(`${stranger}?go=${encodeURIComponent(link)}`)
  await isLedThere()
  await ada.inRoom()
  await ada.page.locator('[data-withheld="both"]').waitFor()
  await ben.tile('Ada').and(ben.page.locator('[data-microphone="none"]')).waitFor()
  // She is in, and hears and sees; nobody asked for her devices, granted though they are.
  await ada.hears('Ben')
  expect(await asked(ada)).toBe(0)
  await ada.press('turn-on')
  await ben.hears('Ada')
  await ben.watches('Ada')
  await ada.page.locator('[data-withheld]').waitFor({ state: 'detached' })
  // One question for both; and none again where she loads the page anew.
  expect(await asked(ada)).toBe(1)
  await ada.page.reload()
  await ada.inRoom()
  await ben.hears('Ada')
  // Led there again, it is another link.
  await isLedThere()
  await ada.inRoom()
  await ada.page.locator('[data-withheld="both"]').waitFor()
  await ada.press('leave-off')
  await ada.page.locator('[data-withheld]').waitFor({ state: 'detached' })
  expect(await asked(ada)).toBe(0)
})

test('J10 a link on a page of ours does as it says, and so does any into a kiosk’s room', async () => {
  const ben = await here.join('led', 'Ben', { cam: false })
  const ada = await here.arrive('Ada')
  await ada.page.goto(here.url)
  await ada.page.evaluate((link) => location.assign(link), '/led?name=Ada&join&mic=1&cam=0')
  await ben.hears('Ada')
  const kiosk = await here.arrive('Kiosk')
  const cy = await here.join('foyer', 'Cy', { mic: false, cam: false })
  await kiosk.page.goto(`${here.url}/foyer?name=Kiosk&join&mic=1&cam=1`)
  await cy.hears('Kiosk')
  await cy.watches('Kiosk')
  expect(await kiosk.page.locator('[data-withheld]').count()).toBe(0)
})

test('J10 a page that the operator does not trust embeds a room, and turns nothing on in it', async () => {
  const ben = await here.join('framed', 'Ben', { cam: false })
  const host = await here.arrive('host')
  const room = encodeURIComponent(`${here.url}/framed?embed&name=Ada&join&mic=1&cam=0`)
  await host.page.goto(`${stranger}?room=${room}`)
  const frame = host.page.frameLocator('iframe')
  await frame.locator('[data-withheld="microphone"]').waitFor()
  await ben.tile('Ada').and(ben.page.locator('[data-microphone="none"]')).waitFor()
  await host.page.goto('about:blank')
  await ben.sees()
  await host.page.goto(`${trusted}?room=${room}`)
  await ben.sees('Ada')
  await ben.hears('Ada')
  // Nor by asking the page before joining to join.
  await host.page.goto(`${stranger}?room=${encodeURIComponent(`${here.url}/framed?embed`)}`)
  await frame.locator('[data-action="join"]').waitFor()
  await host.page.evaluate("ask({ do: 'connect' }), ask({ do: 'join', name: 'Eve' })")
  await frame.locator('[data-withheld="both"]').waitFor()
  await frame.locator('article[data-self][data-microphone="none"]').waitFor()
})
