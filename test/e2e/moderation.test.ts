import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import { holdWhatIsSent } from './support/held-outlet.ts'
import { moderate, openMenu } from './support/moderate.ts'
import type { Person } from './support/person.ts'
import { shareCanvas } from './support/shared-screen.ts'

const here = gather()

const patience = { timeout: 20_000 }
const wide = { viewport: { width: 1280, height: 720 } } as const

test('A5 who is muted by a moderator is silent, is told by whom, and alone turns the microphone on again', async () => {
  const ada = await here.join('mute-one', 'Ada', { ...wide, ...ENCRYPTED })
  const ben = await here.join('mute-one', 'Ben', ENCRYPTED)
  await ada.hears('Ben')
  await moderate(ada, 'Ben', 'mute')
  await ada.stopsHearing('Ben')
  await ben.page.locator('[data-notice="source-stopped"]', { hasText: 'Ada' }).waitFor()
  await ben.page.locator('[data-action="microphone"][data-on="false"]').waitFor()

  await moderate(ada, 'Ben', 'ask-unmute')
  await ben.page.locator('[data-notice="unmute-asked"]').waitFor()
  // Being asked turns nothing on.
  expect(await ben.page.locator('[data-action="microphone"]').getAttribute('data-on')).toBe('false')
  await ben.press('accept-unmute')
  await ada.hears('Ben')
})

test('A5 a moderator stops a camera, which its owner may turn on again', async () => {
  const ada = await here.join('stop-camera', 'Ada', wide)
  const ben = await here.join('stop-camera', 'Ben')
  await ada.watches('Ben')
  await moderate(ada, 'Ben', 'stop-camera')
  await ada.tile('Ben').locator('video').waitFor({ state: 'detached' })
  await ben.press('camera')
  await ada.watches('Ben')
})

test('A5 a moderator mutes everybody else at once, and ends a shared screen', async () => {
  const ada = await here.join('all-at-once', 'Ada', { ...wide, cam: false })
  const ben = await here.arrive('Ben', wide)
  await ben.page.addInitScript(shareCanvas)
  await ben.visit(`${here.url}/all-at-once?name=Ben&join&mic=1&cam=0`)
  await ben.inRoom()
  const cy = await here.join('all-at-once', 'Cy', { cam: false })
  for (const name of ['Ben', 'Cy']) await ada.hears(name)
  await ada.press('people')
  await ada.press('mute-all')
  for (const name of ['Ben', 'Cy']) await ada.stopsHearing(name)
  for (const { page } of [ben, cy])
    await page.locator('[data-action="microphone"][data-on="false"]').waitFor()
  await cy.hears('Ada')

  await ben.press('share-screen')
  await ada.page.locator('article[data-screen] video').waitFor()
  await moderate(ada, 'Ben', 'stop-screen')
  for (const { page } of [ada, ben, cy])
    await page.locator('article[data-screen]').waitFor({ state: 'detached' })
  await ben.page.locator('[data-notice="source-stopped"]', { hasText: 'screen' }).waitFor()
})

test('A4 what is forbidden goes off for everybody, and its buttons say why', async () => {
  const ada = await here.join('forbid', 'Ada', { ...wide, ...ENCRYPTED })
  const ben = await here.join('forbid', 'Ben', ENCRYPTED)
  await ada.hears('Ben')
  await ada.press('people')
  await ada.page.locator('[data-action="allow-microphone"]').click()
  await ada.stopsHearing('Ben')
  const button = ben.page.locator('[data-action="microphone"]')
  await expect.poll(() => button.getAttribute('aria-disabled'), patience).toBe('true')
  expect(await button.getAttribute('title')).toContain('moderator')
  await ben.page.keyboard.press('m')
  expect(await button.getAttribute('data-on')).toBe('false')
  // Somebody who comes meanwhile is as silent, though they wanted to speak.
  const cy = await here.join('forbid', 'Cy', ENCRYPTED)
  await expect
    .poll(() => cy.page.locator('[data-action="microphone"]').getAttribute('data-on'), patience)
    .toBe('false')
  await ada.page.locator('[data-action="allow-microphone"]').click()
  for (const person of [ben, cy]) {
    await person.page.locator('[data-action="microphone"]:not([aria-disabled])').waitFor()
    await person.press('microphone')
    await ada.hears(person.name)
  }
})

test('A4 microphones are forbidden while somebody’s unmute is under way: it ends with words, and their media goes on', async () => {
  const ada = await here.join('meanwhile', 'Ada', { ...wide, ...ENCRYPTED })
  const ben = await here.arrive('Ben')
  await ben.page.addInitScript(holdWhatIsSent)
  await ben.visit(`${here.url}/meanwhile?name=Ben&join&mic=1&cam=0${FRAGMENT}`)
  await ben.inRoom()
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await ben.press('microphone')
  await ada.stopsHearing('Ben')
  const sent = ben.frames.length
  const made = await ben.page.evaluate(() => window.received.connections())
  await ben.page.evaluate(() => window.outlet.hold())
  await ben.press('microphone')
  await ada.press('people')
  await ada.press('allow-microphone')
  await ben.page.locator('[data-notice="microphone-forbidden"]', { hasText: 'for now' }).waitFor()
  await ben.page.evaluate(() => window.outlet.release())
  // The edge's no to the unmute is there once it has answered what was said after it.
  await expect
    .poll(() => ben.frames.slice(sent).some(({ text }) => text.includes('not-allowed')), patience)
    .toBe(true)
  await ben.page.locator('[data-action="microphone"][data-on="false"]').waitFor()
  await ben.hears('Ada')
  expect(ben.frames.slice(sent).filter(({ text }) => text.includes('renew-media'))).toEqual([])
  expect(await ben.page.evaluate(() => window.received.connections())).toBe(made)

  await ada.press('allow-microphone')
  await ben.page.locator('[data-action="microphone"]:not([aria-disabled])').waitFor()
  await ben.press('microphone')
  await ada.hears('Ben')
})

test('A4 cameras and screens that are forbidden go off, and on again only by their owners once they are allowed', async () => {
  const ada = await here.join('pictures', 'Ada', { ...wide, mic: false, cam: false })
  const ben = await here.arrive('Ben', wide)
  await ben.page.addInitScript(shareCanvas)
  await ben.visit(`${here.url}/pictures?name=Ben&join&mic=0&cam=1`)
  await ben.inRoom()
  await ben.press('share-screen')
  const screen = ada.page.locator('article[data-screen] video')
  await Promise.all([ada.watches('Ben'), screen.waitFor()])
  await ada.press('people')
  const forbidden = { camera: 'camera', screen: 'share-screen' } as const
  for (const kind of ['camera', 'screen'] as const) {
    await ada.press(`allow-${kind}`)
    await ben.page.locator(`[data-action="${forbidden[kind]}"][aria-disabled="true"]`).waitFor()
  }
  await screen.waitFor({ state: 'detached' })
  await ada.tile('Ben').locator('video').waitFor({ state: 'detached' })
  // Neither by its button nor by its key.
  await ben.page.locator('[data-action="camera"]').click({ force: true })
  await ben.page.keyboard.press('v')
  expect(await ben.page.locator('[data-action="camera"]').getAttribute('data-on')).toBe('false')

  for (const kind of ['camera', 'screen'] as const) {
    await ada.press(`allow-${kind}`)
    await ben.page.locator(`[data-action="${forbidden[kind]}"]:not([aria-disabled])`).waitFor()
  }
  expect(await ada.page.locator('article video').count()).toBe(0)
  await ben.press('camera')
  await ben.press('share-screen')
  await Promise.all([ada.watches('Ben'), screen.waitFor()])
})

test('A2 the role is given, shared, taken back, and passes on when the last moderator leaves', async () => {
  const ada = await here.join('roles', 'Ada', { ...wide, mic: false, cam: false })
  const ben = await here.join('roles', 'Ben', { ...wide, mic: false, cam: false })
  const cy = await here.join('roles', 'Cy', { ...wide, mic: false, cam: false })
  await moderate(ada, 'Ben', 'make-moderator')
  await ben.page.locator('[data-notice="role-given"]').waitFor()
  await moderate(ben, 'Cy', 'make-moderator')
  await cy.page.locator('[data-notice="role-given"]').waitFor()
  await moderate(cy, 'Ben', 'unmake-moderator')
  await ben.page.locator('[data-notice="role-taken"]').waitFor()
  // What moderators do is gone from the menu that is open; what is for oneself alone, and writing to somebody, is left.
  const menu = ben.page.locator('[data-person="Cy"] .person-menu [data-action]')
  await expect
    .poll(() => menu.evaluateAll((items) => items.map((item) => item.getAttribute('data-action'))), patience)
    .toEqual(['silence', 'message'])
  expect(await ben.page.locator('[data-person="Ben"] [data-action="person-menu"]').count()).toBe(0)
  await cy.press('leave')
  await ada.press('leave')
  await ben.page.locator('[data-notice="role-inherited"]').waitFor()
})

/** The numbers of the content keys by which somebody's messages were sealed. */
const contentKeys = ({ frames }: Person): readonly string[] =>
  frames.flatMap(({ from, text }) => {
    const [, key] = /"payload":\{"sealed":"(\d+)\./.exec(text) ?? []
    return from === 'page' && key !== undefined ? [key] : []
  })

test('A6 K34 who is removed is told so, is gone for the others, has no key of what is said then, and does not come back by loading the page again', async () => {
  const ada = await here.join('remove', 'Ada', { ...wide, mic: false, cam: false, ...ENCRYPTED })
  const ben = await here.join('remove', 'Ben', { mic: false, cam: false, ...ENCRYPTED })
  await ada.sees('Ben')
  await ada.press('hand')
  await expect.poll(() => contentKeys(ada), { timeout: 10_000 }).toEqual(['1'])
  await moderate(ada, 'Ben', 'remove')
  await ada.press('remove-no')
  await ada.press('remove')
  await ada.press('remove-yes')
  await ben.page.locator('main[data-ending="removed"]').waitFor()
  await ada.sees()
  for (const _down of ['down', 'up']) await ada.press('hand')
  await expect.poll(() => contentKeys(ada), { timeout: 10_000 }).toEqual(['1', '3'])
  await ben.page.reload()
  await ben.page.locator('main[data-ending="removed"]').waitFor()
  await ada.sees()
})

test('a name that would turn its surroundings around, or hide, is shown as a name', async () => {
  const ada = await here.join('names', 'Ada', { ...wide, mic: false, cam: false })
  const written = '\u202Eneb\u200B\u2066 👩‍👩‍👧 נעמה'
  const ben = await here.join('names', written, { mic: false, cam: false })
  await ben.inRoom()
  await ada.press('people')
  const row = ada.page.locator('[data-person]').nth(1)
  const name = (await row.locator('bdi.name').textContent()) ?? ''
  expect(name).toContain('👩‍👩‍👧')
  expect(name).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/)
})

test('who is silenced for oneself alone is heard by the others, seen to speak, marked, and as silent at the next visit', async () => {
  const ada = await here.join('for-me', 'Ada', { ...wide, cam: false, mic: false })
  const ben = await here.join('for-me', 'Ben', { cam: false, steadyVoice: true })
  const cy = await here.join('for-me', 'Cy', { cam: false })
  for (const name of ['Ben', 'Cy']) await ada.hears(name)
  const told = [ben.frames.length, cy.frames.length]
  await openMenu(ada, 'Ben')
  const row = ada.page.locator('[data-person="Ben"]')
  const volumeOf = async (name: string) =>
    ada.page
      .locator(`audio[data-peer="${await ada.idOf(name)}"]`)
      .evaluate((voice: HTMLAudioElement) => voice.volume)
  await row.locator('[data-volume="voice"]').fill('8')
  await expect.poll(() => volumeOf('Ben'), patience).toBe(0.4)
  expect(await volumeOf('Cy')).toBe(1)
  await row.locator('[data-action="silence"]').click()
  await ada.stopsHearing('Ben')
  await Promise.all([ada.hears('Cy'), cy.hears('Ben')])
  await ada.tile('Ben').and(ada.page.locator('[data-speaking]')).waitFor()
  // Nobody is told of it.
  for (const [index, { frames }] of [ben, cy].entries())
    expect(
      frames.slice(told[index]).filter(({ from, text }) => from === 'edge' && !text.includes('pong')),
    ).toEqual([])

  await ada.page.reload()
  await ada.inRoom()
  await ada.hears('Cy')
  await ada.stopsHearing('Ben')
  const mark = ada.tile('Ben').locator('[data-action="hear-again"]')
  expect(await mark.getAttribute('title')).toBe('Hear Ben again')
  await mark.click()
  await ada.hears('Ben')
  expect(await volumeOf('Ben')).toBe(0.4)
  expect(await mark.count()).toBe(0)
})
