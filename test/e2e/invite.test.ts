import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import decodeQR from 'qr/decode.js'
import * as v from 'valibot'
import { afterAll, expect, test } from 'vitest'
import { fragmentOf, newRoomSecret, readSecret } from '../../web/core/encryption/room-secret.ts'
import { CuttableProxy } from './support/cuttable-proxy.ts'
import { gather } from './support/gathering.ts'
import { filesIn, leaksIn, leftInBrowser } from './support/leaks.ts'
import type { Person } from './support/person.ts'
import { meet } from './support/somebody.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'essaim-test-'))
/** What the edge and the node logged. */
const logged: string[] = []
const here = gather(
  undefined,
  () => ({
    dataDir,
    bindings: { SHORTER_WAITS: '{"emptyRoomMs":1000}' },
    onLog: ({ message }) => void logged.push(message),
  }),
  {
    onLog: (line) => void logged.push(JSON.stringify(line)),
  },
)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const patience = { timeout: 15_000 }
const quiet = { mic: false, cam: false, viewport: { width: 1280, height: 800 } } as const

/** The code as a camera sees it: drawn, and its pixels read. */
async function pixelsOfCode(person: Person): Promise<{ width: number; height: number; data: number[] }> {
  return person.page.locator('.qr-code').evaluate(async (svg) => {
    const side = 400
    const copy = svg.cloneNode(true)
    if (!(copy instanceof SVGElement)) throw new Error('no picture')
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
    copy.setAttribute('width', `${side}`)
    copy.setAttribute('height', `${side}`)
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`
    await image.decode()
    const context = new OffscreenCanvas(side, side).getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = getComputedStyle(svg).backgroundColor
    context.fillRect(0, 0, side, side)
    context.drawImage(image, 0, 0)
    return { width: side, height: side, data: [...context.getImageData(0, 0, side, side).data] }
  })
}

/** What is in the clipboard: the page itself may not read it, whoever pastes gets it. */
async function pastedBy({ page }: Person): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea')
    field.id = 'pasted'
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.press('Control+V')
  const pasted = await page.locator('#pasted').inputValue()
  await page.evaluate(() => document.querySelector('#pasted')?.remove())
  return pasted
}

test('a room is handed on by link, e-mail, code and calendar', async () => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const secret = newRoomSecret()
  const ada = await here.join('invite', 'Ada', { ...quiet, permissions, secret })
  await ada.press('invite')
  const link = `${here.url}/invite${fragmentOf(secret)}`
  expect(`http://${await ada.page.locator('[data-panel="invite"] .link-field').inputValue()}`).toBe(link)

  const copy = ada.page.locator('[data-panel="invite"] [data-action="copy-link"]')
  await copy.click()
  await expect.poll(() => copy.textContent(), patience).toBe('Copied')
  expect(await pastedBy(ada)).toBe(link)

  const { width, height, data } = await pixelsOfCode(ada)
  expect(decodeQR({ width, height, data: Uint8ClampedArray.from(data) })).toBe(link)

  const mail = new URL((await ada.page.locator('[data-action="mail"]').getAttribute('href')) ?? '')
  expect(mail.searchParams.get('body')).toContain(link)

  await ada.page.locator('[name="meeting-start"]').fill('2030-05-06T18:30')
  const saved = ada.page.waitForEvent('download')
  await ada.press('calendar')
  const download = await saved
  expect(download.suggestedFilename()).toBe('invite.ics')
  const file = await readFile(await download.path(), 'utf8')
  expect(file).toContain('BEGIN:VEVENT')
  expect(file).toMatch(/DTSTART:20300506T\d{6}Z/)
  expect(file.replaceAll('\r\n ', '')).toContain(`URL:${link}\r\n`)
})

test('J12 the secret of a link reaches nobody: not in a request, a socket, a log, a disk, nor what a browser keeps', async () => {
  const proxy = await CuttableProxy.before(here.url)
  proxy.records = true
  const ada = await here.arrive('Ada', { viewport: quiet.viewport })
  await ada.page.goto(proxy.url)
  await ada.page.getByRole('textbox').fill('secret')
  await ada.press('open')
  await ada.page.locator('main[data-view="before"] [data-encrypted="true"]').waitFor()
  await ada.page.getByLabel('Your name').fill('Ada')
  await ada.press('join')
  await ada.inRoom()
  const address = new URL(ada.page.url())
  const read = readSecret(address.hash)
  if (read.is !== 'whole') throw new Error(`home made no secret: ${address}`)
  const { secret } = read

  const ben = await here.join('secret', 'Ben', { secret, settings: { remembersRooms: true } })
  await meet(ada, ben)
  await ada.press('chat')
  await ada.page.locator('.panel textarea').fill('Bonjour')
  await ada.page.keyboard.press('Enter')
  await ada.page.reload()
  await ada.inRoom()
  await ada.press('leave')
  await ada.press('come-back')
  await ada.inRoom()
  await ada.press('people')
  expect(ada.page.url()).toBe(address.href)

  const said = [ada, ben].flatMap(({ frames, requests }) => [...frames.map(({ text }) => text), ...requests])
  expect(said.length).toBeGreaterThan(20)
  expect(leaksIn(said, secret)).toEqual([])
  expect(proxy.recorded.some((text) => text.includes('GET /secret HTTP/1.1'))).toBe(true)
  expect(leaksIn(proxy.recorded, secret)).toEqual([])
  expect(logged.length).toBeGreaterThan(0)
  expect(leaksIn(logged, secret)).toEqual([])
  const kept = await filesIn(dataDir)
  expect(kept.length).toBeGreaterThan(0)
  expect(leaksIn(kept, secret)).toEqual([])
  expect(leaksIn(await leftInBrowser(ada), secret)).toEqual([])
  // Only whoever has this device remember their rooms finds the link on it.
  const remembered = leaksIn(await leftInBrowser(ben), secret)
  expect(remembered.map((text) => JSON.parse(text))).toEqual([[{ room: 'secret', secret }]])
  await proxy.close()
})

test('D11 J13 a room opened by its name alone is entered so; an encrypted one wants its link, which may be pasted', async () => {
  const secret = newRoomSecret()
  const ada = await here.join('known', 'Ada', { ...quiet, secret })
  const ben = await here.arrive('Ben', quiet)
  const { page } = ben
  const view = (reason: string) => page.locator(`main[data-view="link"][data-reason="${reason}"]`)
  const paste = async (text: string): Promise<void> => {
    await page.getByLabel('Link to the room').fill(text)
    await ben.press('use-link')
  }
  await ben.visit(`${here.url}/known?name=Ben&join&mic=0&cam=0`)
  await view('link-required').waitFor()
  await paste('known')
  await page.getByText('no link to a room on this site').waitFor()
  await paste(`${here.url}/known`)
  await page.getByText('The key is missing').waitFor()
  await paste(`${here.url}/known#k=abc`)
  await page.getByText('This link is not whole').waitFor()
  await paste(`${here.url}/known${fragmentOf(newRoomSecret())}`)
  await view('wrong-link').waitFor()
  await paste(`(${here.url}/known${fragmentOf(secret)}).`)
  await ben.inRoom()
  await ben.sees('Ada')
  await ada.sees('Ben')
  expect(new URL(page.url()).hash).toBe(fragmentOf(secret))

  // Somebody who types its name is told the same.
  await page.goto(here.url)
  await page.getByRole('textbox').fill('known')
  await ben.press('open')
  await ben.press('join')
  await view('link-required').waitFor()
  // A link of which a part is lost leads nowhere, and nothing is dialled.
  const asked = ben.requests.length
  await page.goto(`${here.url}/known#k=abc`)
  await view('damaged').waitFor()
  expect(ben.requests.slice(asked).filter((url) => url.endsWith('/socket'))).toEqual([])
})

/** What the room's own file has, and what crosses the wire to it, of words that were told aloud. */
interface Told {
  readonly words: readonly string[]
  readonly proof: string
  readonly sealed: string
}

const SpokenFrame = v.object({
  request: v.literal('set-spoken-words'),
  params: v.object({ words: v.object({ proof: v.string(), sealed: v.string() }) }),
})

/** The moderator has words made, and reads them out. */
async function readsOut(ada: Person): Promise<Told> {
  await ada.press('invite')
  await ada.press('make-words')
  await ada.page.locator('.spoken-words li').nth(5).waitFor()
  const words = await ada.page.locator('.spoken-words li').allTextContents()
  const spoken = ada.frames.flatMap(({ from, text }) => {
    const read = from === 'page' && text.startsWith('{') ? v.safeParse(SpokenFrame, JSON.parse(text)) : null
    return read?.success ? [read.output.params.words] : []
  })
  const [last] = spoken.slice(-1)
  if (!last) throw new Error('no words were set')
  return { words, ...last }
}

test('D12 D13 D14 J12 a room is told aloud by telephone: whoever types its name and six words comes in, and nobody reads them', async () => {
  const secret = newRoomSecret()
  const ada = await here.join('aloud', 'Ada', { ...quiet, mic: true, secret })
  const told = await readsOut(ada)

  const phone = { viewport: { width: 360, height: 740 }, touch: true, locale: 'fr' } as const
  const ben = await here.arrive('Ben', phone)
  const { page } = ben
  await page.goto(here.url)
  await page.getByRole('textbox').fill('aloud')
  await ben.press('open')
  await page.locator('main[data-view="before"] input').first().fill('Ben')
  await ben.press('join')
  await page.locator('main[data-view="link"][data-reason="link-required"]').waitFor()
  const field = page.locator('#room-words')
  const says = (text: string) => page.locator('#room-words-problem', { hasText: text }).waitFor()
  // The first that he hears are others' words, and the last is none.
  const [first = '', ...others] = told.words
  await field.fill([...others, 'qqqq'].join(' '))
  await page.locator('.typed-words li[data-state="unknown"]').waitFor()
  await ben.press('use-words')
  await says('pas dans la liste')
  await field.fill([...others, first].join(' '))
  await ben.press('use-words')
  await says('pas les mots de ce salon')
  await field.fill(told.words.map((word) => word.toUpperCase().slice(0, 4)).join(', '))
  expect(await page.locator('.typed-words li').allTextContents()).toEqual(told.words)
  await field.press('Enter')
  await ben.inRoom()
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(new URL(page.url()).hash).toBe(fragmentOf(secret))

  const crossed = [ada, ben].flatMap(({ frames, requests }) => [
    ...frames.map(({ text }) => text),
    ...requests,
  ])
  expect(leaksIn(crossed, secret)).toEqual([])
  const left = [...(await leftInBrowser(ada)), ...(await leftInBrowser(ben))]
  const stored = async () => [...logged, ...(await filesIn(dataDir))]
  const seen = (texts: readonly string[], what: string) => texts.filter((text) => text.includes(what)).length
  const phrases = [
    told.words.join(' '),
    told.words.join(','),
    told.words.map((word) => word.slice(0, 4)).join(', '),
  ]
  for (const phrase of phrases) {
    expect(
      seen(
        [...crossed, ...left, ...(await stored())].map((text) => text.toLowerCase()),
        phrase,
      ),
    ).toBe(0)
  }
  // The proof is said to the edge, which keeps what checks it; the sealed secret lies in the room's file, until all have left.
  expect([seen(left, told.proof), seen(left, told.sealed), seen(await stored(), told.proof)]).toEqual([
    0, 0, 0,
  ])
  const holding = (await stored()).filter((text) => text.includes(told.sealed))
  expect(holding).not.toEqual([])
  expect(holding.filter((text) => !/^\S*RoomObject/.test(text))).toEqual([])
  await ada.press('take-words-back')
  await ada.page.locator('[data-spoken="false"]').waitFor()
  const eve = await here.arrive('Eve', quiet)
  await eve.visit(`${here.url}/aloud?name=Eve&join&mic=0&cam=0`)
  await eve.page.locator('#room-words').fill(told.words.join(' '))
  await eve.press('use-words')
  await eve.page.getByText('not the words of this room').waitFor()
  await ada.press('leave')
  await ben.press('leave')
  await expect.poll(async () => seen(await stored(), told.sealed), patience).toBe(0)
})

test('D11 J13 under a name that is open without encryption one is told so, and comes in by a press; a link never leads there', async () => {
  const ada = await here.join('open', 'Ada', quiet)
  await ada.page.locator('.tool.shield:not(.whole)').waitFor()
  const ben = await here.arrive('Ben', quiet)
  const { page } = ben
  await page.goto(here.url)
  await page.getByRole('textbox').fill('open')
  await ben.press('open')
  await page.getByLabel('Your name').fill('Ben')
  await ben.press('join')
  await page.locator('main[data-view="link"][data-reason="plain-room"]').waitFor()
  await ada.sees()
  await ben.press('join-plainly')
  await ben.inRoom()
  await ada.sees('Ben')
  expect(new URL(page.url()).hash).toBe('')

  await ben.visit(`${here.url}/open?name=Ben&join&mic=0&cam=0${fragmentOf(newRoomSecret())}`)
  await page.locator('main[data-view="link"][data-reason="not-encrypted"]').waitFor()
  expect(await page.locator('[data-action="join-plainly"]').count()).toBe(0)
  // By choice, a room is by its name alone from the first.
  await page.goto(here.url)
  await page.getByRole('textbox').fill('told-aloud')
  await page.getByRole('checkbox').check()
  await ben.press('open')
  await page.waitForURL(`${here.url}/told-aloud`)
  await page.locator('[data-encrypted="false"]').waitFor()
})

test('J13 a browser that cannot encrypt says so before one joins, and joins rooms that are not encrypted', async () => {
  const ben = await here.arrive('Ben', quiet)
  await ben.page.addInitScript(() => Reflect.deleteProperty(window, 'RTCRtpScriptTransform'))
  // By a link that would join at once, too.
  const link = `${here.url}/unable?name=Ben&join&mic=0&cam=0`
  await ben.visit(link + fragmentOf(newRoomSecret()))
  await ben.page.locator('[data-problem="cannot-encrypt"] .link-field').waitFor()
  expect(await ben.page.locator('[data-action="join"]').count()).toBe(0)
  expect(ben.frames).toEqual([])
  await ben.visit(link)
  await ben.inRoom()
})

test('an invitation by e-mail is in the language of whoever sends it', async () => {
  const ada = await here.join('invite-fr', 'Ada', { ...quiet, locale: 'fr' })
  await ada.press('invite')
  const mail = new URL((await ada.page.locator('[data-action="mail"]').getAttribute('href')) ?? '')
  expect(mail.protocol).toBe('mailto:')
  expect(mail.searchParams.get('subject')).toBe('Réunion dans invite-fr')
  expect(mail.searchParams.get('body')).toContain('sans compte')
  expect(mail.searchParams.get('body')).toContain(`${here.url}/invite-fr`)
})

test('on a phone, the system’s own sheet hands the link on; whoever closes it has met no problem', async () => {
  const ada = await here.arrive('Ada', { viewport: { width: 360, height: 740 } })
  const problems: Error[] = []
  ada.page.on('pageerror', (error) => problems.push(error))
  await ada.page.addInitScript(() => {
    navigator.share = (shared) => {
      document.title = JSON.stringify(shared)
      return Promise.reject(new DOMException('closed', 'AbortError'))
    }
  })
  await ada.visit(`${here.url}/sheet?name=Ada&join&mic=0&cam=0`)
  await ada.inRoom()
  await ada.press('share')
  await expect.poll(() => ada.page.title(), patience).toBe(JSON.stringify({ url: `${here.url}/sheet` }))
  expect(problems).toEqual([])
})

test('? lists every key; each does what is said, and none while one turned them off', async () => {
  const ada = await here.join('keys', 'Ada', quiet)
  await ada.page.keyboard.press('?')
  const panel = ada.page.locator('[data-panel="shortcuts"]')
  await panel.locator('kbd').first().waitFor()
  expect(await panel.locator('kbd').allTextContents()).toEqual(
    expect.arrayContaining(['M', 'V', 'H', '?', 'Esc']),
  )
  await ada.page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await ada.page.keyboard.press('p')
  await ada.page.locator('[data-panel="people"]').waitFor()
  await ada.page.keyboard.press('o')
  await ada.press('settings')
  await ada.page.locator('[role="switch"][data-action="shortcuts"]').click()
  await ada.page.keyboard.press('c')
  expect(await ada.page.locator('[data-panel="chat"]').count()).toBe(0)
  expect(await ada.page.locator('[data-panel="settings"]').count()).toBe(1)
})
