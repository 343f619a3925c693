import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const patience = { timeout: 15_000 }

/** What is enough to know that a voice without pauses is not heard. */
const SILENT_MS = 400

/** Joins with a voice that has no pauses. */
const joinSpeaking = (room: string, name: string, viewport = { width: 800, height: 700 }): Promise<Person> =>
  here.join(room, name, { mic: false, cam: false, viewport, steadyVoice: true })

const listen = (room: string): Promise<Person> => here.join(room, 'Ben', { mic: false, cam: false })

async function openSettings({ page }: Person): Promise<void> {
  await page.keyboard.press('o')
  await page.locator('[data-action="settings"]').click()
  await page.locator('[data-action="pushToTalk"]').waitFor()
}

test('who is muted is heard while the space bar is held, and not longer', async () => {
  const ada = await joinSpeaking('space', 'Ada')
  const ben = await listen('space')
  await ben.sees('Ada')
  await ada.page.keyboard.down('Space')
  await ben.hears('Ada')
  await ada.page.keyboard.up('Space')
  await ben.stopsHearing('Ada', SILENT_MS)
  expect(await ada.page.locator('[data-action="microphone"]').getAttribute('data-on')).toBe('false')

  // A button that was clicked does not take the space bar; one that was reached by Tab does.
  await ada.press('chat')
  await ada.page.locator('[data-panel="chat"]').waitFor()
  await ada.page.locator('h1').focus()
  await ada.press('microphone')
  await ben.hears('Ada')
  await ada.press('microphone')
  await ben.stopsHearing('Ada', SILENT_MS)
  await ada.page.keyboard.down('Space')
  await ben.hears('Ada')
  await ada.page.keyboard.up('Space')
  await ben.stopsHearing('Ada', SILENT_MS)
  await ada.page.keyboard.press('Tab')
  await ada.page.keyboard.press('Shift+Tab')
  expect(await ada.page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe(
    'microphone',
  )
  await ada.page.keyboard.press('Space')
  await ben.hears('Ada')
  expect(await ada.page.locator('[data-action="microphone"]').getAttribute('data-on')).toBe('true')
})

test('the space bar writes a space while one writes; a function key of one’s choice has one heard', async () => {
  const ada = await joinSpeaking('writing', 'Ada')
  const ben = await listen('writing')
  await ben.sees('Ada')
  await openSettings(ada)
  const choose = ada.page.locator('[data-action="choose-talk-key"]')
  await choose.click()
  await ada.page.keyboard.press('m')
  await expect.poll(() => choose.locator('..').textContent(), patience).toContain('Press another')
  await ada.page.keyboard.press('F8')
  await expect.poll(() => choose.textContent(), patience).toBe('F8')

  await ada.page.keyboard.press('Escape')
  await ada.press('chat')
  const field = ada.page.locator('[data-panel="chat"] textarea')
  await field.click()
  await ada.page.keyboard.type('one two')
  expect(await field.inputValue()).toBe('one two')
  await ada.page.keyboard.down('F8')
  await ben.hears('Ada')
  // Looking elsewhere is letting go: the key's end would never be told.
  await ada.page.evaluate(() => dispatchEvent(new Event('blur')))
  await ben.stopsHearing('Ada', SILENT_MS)
  await ada.page.keyboard.up('F8')
  await ada.page.reload()
  await ada.inRoom()
  await ada.page.keyboard.down('F8')
  await ben.hears('Ada')
  await ada.page.keyboard.up('F8')
})

test('muted by default, one is heard while a finger holds the large button', async () => {
  const ada = await joinSpeaking('thumb', 'Ada', { width: 360, height: 740 })
  const ben = await listen('thumb')
  await ben.sees('Ada')
  await ada.press('microphone')
  await ben.hears('Ada')
  await openSettings(ada)
  await ada.press('pushToTalk')
  await ben.stopsHearing('Ada', SILENT_MS)
  await ada.page.keyboard.press('Escape')

  const button = ada.page.locator('[data-action="talk"]')
  const box = await button.boundingBox()
  if (!box) throw new Error('the button is not there')
  await ada.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await ada.page.mouse.down()
  await ben.hears('Ada')
  // A finger that slides off still holds it.
  await ada.page.mouse.move(box.x + box.width / 2, box.y - 100)
  await ben.hears('Ada')
  await ada.page.mouse.up()
  await ben.stopsHearing('Ada', SILENT_MS)
})

test('nobody talks by a key whom a moderator forbids to', async () => {
  const ben = await here.join('forbidden', 'Ben', {
    mic: false,
    cam: false,
    viewport: { width: 1280, height: 720 },
  })
  const ada = await joinSpeaking('forbidden', 'Ada')
  await ben.press('people')
  await ben.page.locator('[data-action="allow-microphone"]').click()
  await ada.page.locator('[data-action="microphone"][aria-disabled="true"]').waitFor()
  await ada.page.keyboard.down('Space')
  await ada.page.waitForTimeout(1_000)
  expect(await ada.page.locator('[data-action="microphone"]').getAttribute('data-on')).toBe('false')
  await ada.page.keyboard.up('Space')
})
