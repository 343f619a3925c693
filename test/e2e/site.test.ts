import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { gather } from './support/gathering.ts'

const OPERATOR = 'Bibliothèque de Lyon'

const PHONE = { width: 360, height: 740 }

const here = gather({}, () => ({
  bindings: {
    OPERATOR_NAME: OPERATOR,
    OPERATOR_CONTACT: 'meet@bibliotheque.example',
    LEGAL_URL: 'https://bibliotheque.example/privacy?a=1&b="2"',
  },
}))

test('whose site it is stands at the foot of home, figures, swarm and the page after, and nothing asks for it', async () => {
  const ada = await here.arrive('Ada')
  const { page } = ada
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  const says = async (): Promise<void> => {
    const foot = page.locator('.colophon')
    await foot.getByText(`Run by ${OPERATOR}`).waitFor()
    const link = (what: string) => foot.locator(`[data-site=${what}]`).getAttribute('href')
    expect(await link('contact')).toBe('mailto:meet@bibliotheque.example')
    expect(await link('legal')).toBe('https://bibliotheque.example/privacy?a=1&b="2"')
    expect(await link('source')).toBe('/source.tar.gz')
  }
  for (const path of ['/', '/stats', '/swarm']) {
    await page.goto(here.url + path)
    await says()
  }
  // Whoever would lend a node learns whom to ask, and where the program is.
  const steps = page.locator('#lend .steps')
  await steps.getByText(OPERATOR).waitFor()
  expect(await steps.getByRole('link', { name: 'meet@' }).getAttribute('href')).toMatch(/^mailto:meet@/)
  await steps.locator('[data-site=source]').waitFor()

  await page.goto(`${here.url}/whose?name=Ada&join`)
  await ada.inRoom()
  await page.locator('.first-here').getByText(`Carried by ${OPERATOR}`).waitFor()
  await ada.press('leave')
  await page.locator('main[data-view="after"]').getByText(`The room was carried by ${OPERATOR}`).waitFor()
  await says()
  // Home again, and the same room: this tab knows.
  await ada.press('home')
  await page.getByRole('textbox').fill('whose')
  await ada.press('open')
  await page.locator('main[data-view="before"]').getByText(`The room was carried by ${OPERATOR}`).waitFor()
  expect(requests.filter((path) => path.startsWith('/api/') && !/stats|swarm|candidates/.test(path))).toEqual(
    [expect.stringMatching(/link$/)],
  )
})

test('a stranger who guesses a room’s name learns nothing of who carries it', async () => {
  await here.join('guessed', 'Ben')
  const eve = await here.arrive('Eve')
  await eve.page.goto(`${here.url}/guessed`)
  await eve.page.locator('main[data-view="before"] .level-bar').waitFor()
  expect(await eve.page.locator('[data-carried-by]').count()).toBe(0)
})

/** As an app that was installed shows it (CSS `display-mode`); the debugger can feign many a screen, and not this. */
const asInstalled = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const ask = window.matchMedia.bind(window)
    window.matchMedia = (query) => ask(query === '(display-mode: standalone)' ? 'all' : query)
  })

describe('installed', () => {
  test('the page can be, under a name of its own, with icons that are there', async () => {
    const ada = await here.arrive('Ada')
    await ada.page.goto(here.url)
    const devtools = await ada.page.context().newCDPSession(ada.page)
    const { errors, manifest, data } = await devtools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(manifest?.id).toBe(`${here.url}/`)
    expect(manifest?.startUrl).toBe(`${here.url}/`)
    const { icons } = JSON.parse(data ?? '{}') as {
      icons: { src: string; sizes: string; purpose?: string }[]
    }
    expect(icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
      'any any',
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ])
    const apple = { src: '/icons/apple-touch-icon.png', sizes: '180x180' }
    for (const { src, sizes } of [...icons.slice(1), apple])
      expect([src, await sizeOf(src)]).toEqual([src, sizes])
    expect(await sizeOf('/icons/shared.png')).toBe('1200x630')
    expect(await ada.page.locator('link[rel="apple-touch-icon"]').getAttribute('href')).toBe(apple.src)
  })

  test('home has the rooms that one was in last, until one wants none remembered', async () => {
    const ada = await here.arrive('Ada', { locale: 'fr', viewport: PHONE })
    const { page } = ada
    await asInstalled(page)
    for (const room of ['lundi', 'mardi', 'lundi']) {
      await page.goto(`${here.url}/${room}?name=Ada&join`)
      await ada.inRoom()
      await expect.poll(() => page.evaluate(() => localStorage['essaim-rooms'])).toMatch(`["${room}"`)
    }
    await page.goto(here.url)
    const recent = page.locator('[data-recent]')
    await recent.first().waitFor()
    expect(await recent.allTextContents()).toEqual(['lundi', 'mardi'])
    await page.getByRole('link', { name: 'mardi' }).click()
    await page.locator('main[data-view="before"]').waitFor()
    expect(new URL(page.url()).pathname).toBe('/mardi')
    await page.goBack()
    await page.getByRole('button', { name: 'n’en retenir aucun' }).click()
    await recent.first().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => localStorage['essaim-rooms'])).toBeUndefined()
    await page.goto(`${here.url}/mercredi?name=Ada&join`)
    await ada.inRoom()
    await page.goto(here.url)
    await page.getByRole('button', { name: 'Retenir mes derniers salons' }).waitFor()
    expect(await page.evaluate(() => localStorage['essaim-rooms'])).toBeUndefined()
  })

  test('a browser’s tab remembers none, unless one wants it to, and forgets them with the rest', async () => {
    const ada = await here.arrive('Ada')
    const { page } = ada
    const enter = async (room: string): Promise<void> => {
      await page.goto(`${here.url}/${room}?name=Ada&join`)
      await ada.inRoom()
    }
    await enter('unseen')
    await page.goto(here.url)
    await page.getByRole('button', { name: 'Remember my last rooms' }).click()
    expect(await page.locator('[data-recent]').count()).toBe(0)
    await enter('seen')
    // Its code is fetched once one is in: who is gone in that moment is not remembered.
    await expect.poll(() => page.evaluate(() => localStorage['essaim-rooms'])).toMatch('["seen"')
    await page.goto(here.url)
    await page.locator('[data-recent="seen"]').waitFor()
    await ada.press('forget')
    await page.locator('[data-recent]').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}')
  })
})

/** What a PNG says of its size (W3C PNG §11.2.1). */
async function sizeOf(path: string): Promise<string> {
  const response = await fetch(here.url + path)
  expect(response.headers.get('content-type')).toBe('image/png')
  const head = Buffer.from(await response.arrayBuffer())
  return `${head.readUInt32BE(16)}x${head.readUInt32BE(20)}`
}
