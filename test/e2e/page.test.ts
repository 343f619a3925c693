import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { gather } from './support/gathering.ts'
import { Person } from './support/person.ts'
import { PASSED, tryScripts } from './support/try-scripts.ts'

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const PHONE = { width: 360, height: 740 }

const here = gather()

/** What axe finds that is serious, on the view that is shown. */
async function seriousProblems(page: Page): Promise<string[]> {
  // The page's policy allows no script but its own, so that axe comes by the debugger's door.
  await page.evaluate(await axeSource())
  return page.evaluate(async () => {
    const { violations } = await window.axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

const axeSource = async (): Promise<string> => (await import('node:fs/promises')).readFile(AXE, 'utf8')

const widerThanScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test('the foot of the page leads to the source of what runs here, and to the licences of others', async () => {
  const ada = await here.arrive('Ada')
  await ada.page.goto(here.url)
  await ada.page.locator('.colophon').waitFor()
  const links = ada.page.locator(
    '.colophon a:not([data-site=contact], [data-site=legal], [data-site=privacy])',
  )
  const addresses = await links.evaluateAll((found) => found.map((link) => String(Reflect.get(link, 'href'))))
  const [source, licences] = await Promise.all(addresses.map((address) => fetch(address)))
  expect(source?.headers.get('content-type')).toMatch(/gzip/)
  expect(await licences?.text()).toContain('## mediasoup-client')
})

test('H8 whoever looks finds which build the page is of: at its foot, and in the settings of a room', async () => {
  const served = await (await fetch(`${here.url}/build.txt`)).text()
  expect(served).toMatch(/^[0-9a-f]{16}$/)
  const { page } = await here.join('build', 'Ada', { cam: false })
  await page.keyboard.press('o')
  await page.locator('[data-action="settings"]').click()
  const inRoom = page.locator('.panel [data-build]')
  expect(await inRoom.textContent()).toBe(served)
  await inRoom.click()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(served)
  await page.goto(here.url)
  expect(await page.locator('.colophon [data-build]').textContent()).toBe(served)
})

describe('two clicks', () => {
  test('home, a name, a click; before joining, a click; in the room', async () => {
    const ada = await here.arrive('Ada')
    await ada.page.goto(here.url)
    // The field has the focus, and what is suggested goes with the first letter.
    await ada.page.locator('input[name="room"]:focus').waitFor()
    await ada.page.keyboard.type('Réunion du C.A. — 12/10!')
    const host = new URL(here.url).host
    expect(await ada.page.locator('#room-name-address').textContent()).toBe(
      `Its address: ${host}/réunion-du-c-a-12-10`,
    )
    await ada.page.getByRole('textbox').fill(' Salon du  Jeudi ')
    await ada.page.keyboard.press('Enter')
    await ada.page.locator('main[data-view="before"]').waitFor()
    expect(new URL(ada.page.url()).pathname).toBe('/salon-du-jeudi')
    await ada.page.locator('input[name="name"]:focus').waitFor()
    await ada.page.keyboard.type('Ada')
    await ada.page.keyboard.press('Enter')
    await ada.inRoom()
    await ada.tile('Ada').waitFor()
  })

  test('where one points with a finger, no field brings up the keyboard by itself', async () => {
    const { page } = await here.arrive('Ada', { viewport: PHONE, touch: true })
    const focused = () => page.evaluate(() => document.activeElement?.tagName)
    await page.goto(here.url)
    // Both come when the view is there and has been given the focus, where it takes any.
    await page.locator('[data-choice="host"]').waitFor()
    expect(await focused()).toBe('BODY')
    await page.locator('[data-action="open"]').tap()
    await page.locator('h1:focus', { hasText: 'Ready' }).waitFor()
    await page.reload()
    await page.locator('[data-view="before"] video').waitFor()
    expect(await focused()).toBe('BODY')
  })

  test('J11 what no room can be called is told at once, and a link to a room is that room', async () => {
    const { page } = await here.arrive('Ada')
    await page.goto(here.url)
    const problem = page.locator('#room-name-problem')
    const write = (text: string) => page.getByRole('textbox').fill(text)
    await write('Admin')
    expect(await problem.textContent()).toBe('“admin” is reserved: choose another word.')
    await write('🎉')
    expect(await problem.textContent()).toContain('a letter or a digit')
    await write('x'.repeat(65))
    expect(await problem.textContent()).toContain('64')
    await write('')
    expect(await problem.textContent()).toBe('')
    await page.keyboard.press('Enter')
    expect(await problem.textContent()).toContain('a letter or a digit')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('room-name')
    await write(`${here.url}/Caf%C3%A9?join#x`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${here.url}/caf%C3%A9`)
  })

  test('J8 J11 an address that names no room says why, and leads to the room that may be meant', async () => {
    const { page } = await here.arrive('Ada')
    await page.goto(`${here.url}/admin`)
    await page.getByText('“admin” is reserved: choose another word.').waitFor()
    expect(await page.locator('[data-action="open-instead"]').count()).toBe(0)
    await page.goto(`${here.url}/thursday.)`)
    await page.getByText('Open “thursday”').click()
    await page.waitForURL(`${here.url}/thursday`)
    await page.locator('main[data-view="before"]').waitFor()
  })

  test('by keyboard alone, in French, on a phone', async () => {
    const ada = await here.arrive('Ada', { viewport: PHONE, locale: 'fr' })
    const { page } = ada
    await page.goto(here.url)
    await page.locator('html[lang="fr"]').waitFor()
    await page.getByRole('textbox').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Votre nom').focus()
    await page.keyboard.type('Ada')
    await page.keyboard.press('Enter')
    await ada.inRoom()
    await ada.tile('Ada').and(page.locator('[data-microphone="on"]')).waitFor()
    await page.keyboard.press('m')
    await ada.tile('Ada').and(page.locator('[data-microphone="muted"]')).waitFor()
    for (let i = 0; i < 12; i += 1) {
      if (await page.evaluate(() => document.activeElement?.matches('[data-action="more"]'))) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.locator('[data-panel]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[data-panel]').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('more')
  })

  test('refused devices are explained, and one joins all the same', async () => {
    const refused = await openBrowser({ flags: ['--deny-permission-prompts'], fakeUi: false })
    try {
      const ada = await Person.arrive(refused, 'Ada', { permissions: [] })
      await ada.page.goto(`${here.url}/shy`)
      await ada.page.locator('[data-problem]').first().waitFor()
      await ada.page.getByLabel('Your name').fill('Ada')
      await ada.press('join')
      await ada.inRoom()
      await ada.tile('Ada').and(ada.page.locator('[data-microphone="none"]')).waitFor()
    } finally {
      await refused.close()
    }
  })
})

describe('what the page asks for, and allows', () => {
  test('a strict policy covers the page, a room’s address and the files', async () => {
    for (const path of ['/', '/salon', '/favicon.svg']) {
      const { headers } = await fetch(here.url + path)
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      // The noise suppression and the background blur are WebAssembly; nothing else may be evaluated.
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(policy).toContain("connect-src 'self'")
      expect(policy?.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
  })

  test('H7 a script that is not the page’s own does not run, and no text becomes HTML', async () => {
    const { page } = await here.arrive('Ada')
    await page.goto(here.url)
    await page.getByRole('textbox').waitFor()
    expect(await page.evaluate(tryScripts)).toEqual(PASSED)
  })

  test('settings are remembered, and forgotten when asked', async () => {
    const ada = await here.arrive('Ada')
    const { page } = ada
    await page.goto(`${here.url}/memory`)
    await page.getByLabel('Your name').fill('Ada Lovelace')
    await ada.press('join')
    await ada.inRoom()
    await page.goto(`${here.url}/memory`)
    await page.locator('main[data-view="before"]').waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Lovelace')
    await page.goto(here.url)
    const language = page.locator('.switch select').first()
    await language.selectOption('fr')
    await page.reload()
    await page.locator('html[lang="fr"]').waitFor({ state: 'attached' })
    await ada.press('forget')
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}')
    await page.goto(`${here.url}/memory`)
    await page.locator('main[data-view="before"]').waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('')
  })
})

test('a link into a room brings nothing of home, nor of panels; home comes afterwards, with the focus in its field', async () => {
  const ben = await here.join('past-home', 'Ben', { cam: false })
  const ada = await here.join('past-home', 'Ada', { cam: false })
  await ada.hears('Ben')
  const brought = (): string[] =>
    ada.requests
      .map((url) => /\/(home|further)-[\w-]+\.js$/.exec(url)?.[1] ?? '')
      .filter((whose) => whose !== '')
  expect(brought()).toEqual([])
  await ada.press('more')
  await ada.page.locator('[data-panel="more"] .menu').waitFor()
  await ada.press('people')
  await ada.page.locator('[data-panel="people"] .people').waitFor()
  expect(brought()).toEqual(['further'])
  await ada.page.locator('[data-action="leave"]:visible').click()
  await ada.page.locator('[data-action="home"]').click()
  await ada.page.locator('input[name="room"]:focus').waitFor()
  expect(brought().toSorted()).toEqual(['further', 'home', 'home'])
  await ben.close()
})

test('whoever gives no name comes as a guest, and is not remembered as one', async () => {
  const ada = await here.arrive('Ada', { settings: { name: 'Guest' } })
  const { page } = ada
  await page.goto(`${here.url}/guests`)
  const name = page.getByLabel('Your name')
  // So pages of former days remembered guests.
  expect(await name.inputValue()).toBe('')
  await ada.press('join')
  await ada.inRoom()
  await ada.tile('Guest').waitFor()
  expect(await page.evaluate(() => localStorage.getItem('essaim'))).toContain('"name":""')
})

/** Where one's own picture and the button to join are in the window: their tops, in CSS pixels. */
const placesBefore = (page: Page): Promise<number[]> =>
  Promise.all(
    ['.preview-frame', '[data-action="join"]'].map((selector) =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().top),
    ),
  )

test.each([
  ['on a desk', { viewport: { width: 1280, height: 800 } }],
  ['on a desk, in French', { viewport: { width: 1280, height: 800 }, locale: 'fr' }],
  ['on a phone, in French', { viewport: PHONE, locale: 'fr' }],
])('the devices open, and nothing else moves: %s', async (_where, wishes) => {
  const { page } = await here.arrive('Ada', wishes)
  await page.goto(`${here.url}/steady`)
  await page.locator('.preview-frame video').waitFor()
  const before = await placesBefore(page)
  await page.locator('summary').click()
  const last = page.locator('[role="switch"][data-action="constantRate"]')
  await last.waitFor()
  expect(await placesBefore(page)).toEqual(before)
  if (wishes.viewport === PHONE) return
  // However far one goes among them, one sees oneself and can join.
  await last.focus()
  const { top, height } = await last.evaluate((element) => element.getBoundingClientRect())
  expect(top + height).toBeLessThanOrEqual(wishes.viewport.height)
  for (const place of await placesBefore(page)) {
    expect(place).toBeGreaterThanOrEqual(0)
    expect(place).toBeLessThan(300)
  }
})

describe.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', PHONE],
])('on %s', (_what, viewport) => {
  test('nothing is wider than the screen, and axe finds nothing serious', async () => {
    const ada = await here.arrive('Ada', { viewport })
    const check = async (): Promise<void> => {
      // What is still fading in has not its colours yet; an animation that is broken off is over, too.
      await ada.page.evaluate(async () => {
        await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
      })
      expect(await widerThanScreen(ada.page)).toBe(false)
      expect(await seriousProblems(ada.page)).toEqual([])
    }
    await ada.page.goto(here.url)
    await check()
    await ada.page.goto(`${here.url}/views`)
    await ada.page.locator('main[data-view="before"]').waitFor()
    await check()
    await ada.page.getByLabel('Your name').fill('Ada')
    await ada.press('join')
    await ada.inRoom()
    await check()
    await ada.press('more')
    await ada.page.locator('[data-panel]').waitFor()
    await check()
    await ada.page.keyboard.press('Escape')
    await ada.press('leave')
    await ada.page.locator('main[data-view="after"]').waitFor()
    await check()
  })
})
