import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gather } from './support/gathering.ts'

const here = gather()
const patience = { timeout: 20_000 }

/** A page of somebody else, on another origin, that embeds whatever room its address names. */
const PARENT_PAGE = `<!doctype html><title>parent</title><body><script>
const told = []
addEventListener('message', (event) => { if (event.data && event.data.essaim === 1) told.push(event.data) })
const frame = document.createElement('iframe')
frame.allow = 'camera; microphone; display-capture; autoplay; fullscreen; clipboard-write'
frame.style = 'width:600px;height:460px'
frame.src = new URLSearchParams(location.search).get('room')
document.body.append(frame)
const ask = (message) => frame.contentWindow.postMessage({ essaim: 1, ...message }, new URL(frame.src).origin)
</script>`

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html').end(PARENT_PAGE)
})
let parentUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  parentUrl = `http://localhost:${address.port}/`
})
afterAll(() => {
  server.close()
})

test('a page on another origin embeds a room: joins, hears of it, mutes and leaves', async () => {
  const ben = await here.join('embedded', 'Ben')
  const host = await here.arrive('host')
  await host.page.goto(`${parentUrl}?room=${encodeURIComponent(`${here.url}/embedded?embed`)}`)
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
  await ask({ do: 'join', name: 'Ada' })
  await ben.sees('Ada')
  await ben.hears('Ada')
  await expect
    .poll(told, patience)
    .toContainEqual({ essaim: 1, event: 'joined', room: 'embedded', name: 'Ada' })
  await expect.poll(told, patience).toContainEqual({ essaim: 1, event: 'people', count: 2 })
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
