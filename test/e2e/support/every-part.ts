import { expect } from 'vitest'
import { fragmentOf, type RoomSecret } from '../../../web/core/encryption/room-secret.ts'
import type { Person } from './person.ts'
import { png } from './png.ts'
import { PATIENCE } from './somebody.ts'

/** Every part of the page that is loaded when it is used, used: one function for each place where one is. */

const LANGUAGES = ['de', 'es', 'fr', 'it', 'en'] as const
/** No node has given it out: the page asks what it is good for, and is told that it is spent. */
const SPENT_TICKET = 't'.repeat(43)

/** What one reads outside of rooms, in every language. */
export async function readsAround({ page }: Person, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('.colophon').waitFor()
  await readsInEachLanguage(page)
  await page.goto(`${url}/privacy`)
  await readsInEachLanguage(page)
  await page.goto(`${url}/stats`)
  await page.locator('[data-view="stats"][aria-busy="false"]').waitFor()
  await readsInEachLanguage(page)
  await page.goto(`${url}/swarm`)
  await page.locator('[data-view="swarm"][aria-busy="false"]').waitFor()
  await page.goto(`${url}/check#${SPENT_TICKET}`)
  await page.locator('main[data-check="spent"]').waitFor()
  await page.goto(`${url}/admin`)
  await page.getByText('“admin” is reserved').waitFor()
}

async function readsInEachLanguage(page: Person['page']): Promise<void> {
  const heading = page.locator('main h1')
  for (const language of LANGUAGES) {
    const before = await heading.textContent()
    await page.locator('.switch select').first().selectOption(language)
    await expect.poll(() => heading.textContent(), PATIENCE).not.toBe(before)
  }
}

/** A room that is encrypted, what the shield says there, and six words for it. */
export async function meetsEncrypted({ page }: Person, room: string, secret: RoomSecret): Promise<void> {
  await page.goto(room + fragmentOf(secret))
  await page.locator('[data-action="join"]').click()
  await page.locator('[data-connection="connected"]').waitFor()
  await page.locator('[data-action="encryption"]:visible').click()
  await page.locator('[data-encryption="group"] .points').first().waitFor()
  await page.locator('[data-action="invite"]:visible').click()
  await page.locator('[data-action="make-words"]').click()
  await page.locator('.spoken-words li').first().waitFor()
}

/** The six words that stand for the keys of the room, as its panel shows them. */
const wordsOf = async ({ page }: Person): Promise<string> =>
  (await page.locator('.compared-words[aria-busy="false"]').textContent()) ?? ''

const speaks = ({ page }: Person, language: string): Promise<unknown> =>
  page.locator('[data-setting="compared-language"]').selectOption(language)

/** Both look at the words, in every language; then one of them is put out, and the other hears what that changed, and changes the link. */
export async function compareWords(dan: Person, gil: Person): Promise<void> {
  for (const person of [dan, gil]) await person.press('encryption')
  const seen: string[] = []
  for (const language of LANGUAGES) {
    await speaks(dan, language)
    await dan.page.locator(`.compared-words li[lang="${language}"]`).first().waitFor()
    seen.push(await wordsOf(dan))
  }
  expect(new Set(seen).size).toBe(LANGUAGES.length)
  await expect.poll(() => wordsOf(gil), PATIENCE).toBe(seen.at(-1))
  await close(dan)
  await open(dan, 'people')
  for (const action of ['person-menu', 'remove', 'remove-yes'])
    await dan.page.locator(`[data-person="${gil.name}"] [data-action="${action}"]`).click()
  await dan.page.locator('[data-notice="put-out"]', { hasText: 'can follow nothing' }).waitFor()
  await close(dan)
  await dan.press('encryption')
  expect(seen).not.toContain(await wordsOf(dan))
  await close(dan)
  await open(dan, 'door')
  for (const action of ['change-link', 'change-link-yes']) await dan.press(action)
  await dan.page.locator('[data-notice="keys-new-link"] [data-action="dismiss-new-link"]').waitFor()
}

/** A link that was cut on its way, words that were told instead, and a browser that cannot encrypt. */
export async function cannotMeet({ page }: Person, room: string, secret: RoomSecret): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCRtpScriptTransform'))
  await page.goto(room + fragmentOf(secret))
  await page.locator('[data-problem="cannot-encrypt"] .link-field').waitFor()
  await page.goto('about:blank')
  await page.goto(room + fragmentOf(secret).slice(0, -1))
  await page.locator('main[data-view="link"]').waitFor()
  await page.locator('#room-words').fill('abandon')
  await page.locator('.typed-words li').waitFor()
}

/** Looks at oneself and at all that can be set, and joins; asks for a password while nobody else is there. */
export async function opens({ page }: Person, room: string, password: string): Promise<void> {
  await page.goto(room)
  await page.locator('summary').click()
  await page.locator('[data-action="hidesAddress"]').waitFor()
  await page.locator('[data-action="join"]').click()
  await page.locator('[data-connection="connected"]').waitFor()
  await page.locator('.first-here summary').click()
  await page.locator('input[name="new-password"]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('.first-here summary', { hasText: 'A password is needed' }).waitFor()
}

/** A browser that gives no devices, in a page of somebody else's. */
export async function isRefused({ page }: Person, embedded: string): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.goto(embedded)
  await page.locator('[data-problem]').first().waitFor()
}

export async function entersPassword({ page }: Person, password: string): Promise<void> {
  await page.locator('input[name="room-password"]').fill(password)
  await page.keyboard.press('Enter')
}

/** Ben writes and sends while Ada's chat is closed; she reads, and takes the file. */
export async function chats(ada: Person, ben: Person): Promise<void> {
  await ben.press('chat')
  const buffer = png(10_000)
  await ben.page.locator('input[type="file"]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
  await ben.page.locator('[data-attached="a.png"]').waitFor()
  await ben.page.locator('textarea[name="chat"]').fill('hello')
  await ben.page.keyboard.press('Enter')
  await ada.page.locator('[data-preview]').waitFor()
  await ada.press('chat')
  const saving = ada.page.waitForEvent('download')
  await ada.page.locator('[data-file="a.png"] [data-action="save-file"]').click()
  await saving
  await ada.press('close-panel')
  await ben.press('close-panel')
}

const open = async (person: Person, panel: string): Promise<void> => {
  await person.press('more')
  await person.press(panel)
  await person.page.locator(`[data-panel="${panel}"] .panel-body > *`).first().waitFor()
}

const close = async (person: Person): Promise<void> => {
  await person.press('close-panel')
  await person.page.locator('[data-panel]').waitFor({ state: 'detached' })
}

/** Each panel, and what is done in it. */
export async function usesPanels(ada: Person, ben: Person): Promise<void> {
  const { page } = ada
  for (const panel of ['connection', 'shortcuts', 'speaking-time']) {
    await open(ada, panel)
    await close(ada)
  }
  await open(ada, 'polls')
  await ada.press('poll-start')
  await page.locator('input[name="question"]').fill('Tea?')
  for (const at of [0, 1]) await page.locator('input[name="answer"]').nth(at).fill(`answer ${at}`)
  await ada.press('poll-ask')
  await ben.press('poll-look')
  await close(ben)
  await close(ada)
  await open(ada, 'notes')
  await page.locator('.notes textarea').fill('notes')
  const saving = page.waitForEvent('download')
  await ada.press('save-notes')
  await saving
  await close(ada)
  await open(ada, 'invite')
  await page.locator('.qr-code').waitFor()
  await page.locator('[name="meeting-start"]').fill('2030-05-06T18:30')
  const calendar = page.waitForEvent('download')
  await ada.press('calendar')
  await calendar
  await close(ada)
}

/** A recording of a second, which is written once more with its duration. */
export async function records(ada: Person): Promise<void> {
  const { page } = ada
  await open(ada, 'recording')
  await page.locator('input[value="room"]').check()
  await ada.press('start-recording')
  await close(ada)
  const notice = page.locator('[data-notice="own-recording"]')
  const stop = notice.locator('[data-action="stop-recording"]')
  await stop.waitFor()
  await expect.poll(() => notice.textContent(), PATIENCE).toMatch(/0:0[1-9]/)
  const saving = page.waitForEvent('download')
  await stop.click()
  await saving
}

/** The room has a lobby: somebody knows the password, knocks, and is let in. */
export async function letsIn(ada: Person, cy: Person, password: string): Promise<void> {
  await open(ada, 'door')
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await close(ada)
  await entersPassword(cy, password)
  await cy.page.locator('main[data-view="lobby"]').waitFor()
  await ada.page.locator('[data-notice="knock"]').waitFor()
  await ada.press('admit')
  await cy.inRoom()
}

/** What a moderator does about somebody, and what one hears of them; they share their screen. */
export async function mindsOthers(ada: Person, ben: Person): Promise<void> {
  await ben.press('share-screen')
  await ada.page.locator('article[data-screen] video').waitFor()
  await open(ada, 'people')
  const row = ada.page.locator(`[data-person="${ben.name}"]`)
  await row.locator('[data-action="person-menu"]').click()
  await row.locator('[data-volume="voice"]').fill('8')
  await row.locator('[data-action="ask-unmute"], [data-action="mute"]').first().click()
  await ben.page.locator('[data-action="microphone"][data-on="false"]').waitFor()
  await ben.page.locator('[data-notice="source-stopped"]').waitFor()
  await close(ada)
}

/** What is done to one's own voice and picture, what one hears and how one is told, and when one speaks. */
export async function sets(ada: Person): Promise<void> {
  const { page } = ada
  await open(ada, 'settings')
  for (const action of ['strongNoiseSuppression', 'blursBackground', 'pushToTalk', 'notifies']) {
    const setting = page.locator(`[role="switch"][data-action="${action}"]`)
    await setting.click()
    await page.locator(`[data-action="${action}"][aria-checked="true"]`).waitFor()
  }
  await ada.tile(ada.name).locator('video').waitFor({ timeout: PATIENCE.timeout })
  await page.locator('select[data-setting="quality"]').selectOption('audio')
  await close(ada)
  await ada.press('show-faces')
}

/** Back, and stays after all; loads the page again; goes on in a second tab; leaves. */
export async function comesAndGoes(ada: Person, room: string): Promise<void> {
  const { page } = ada
  await page.goBack()
  await page.locator('dialog.question').waitFor()
  await ada.press('stay')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await ada.inRoom()
  const second = await page.context().newPage()
  await second.goto(room)
  await second.locator('[data-action="take-over"]').click()
  await second.locator('[data-connection="connected"]').waitFor()
  await page.locator('main[data-ending="replaced"]').waitFor()
  await second.locator('[data-action="leave"]:visible').click()
  await second.locator('main[data-view="after"]').waitFor()
}
