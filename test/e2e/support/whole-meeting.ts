import { randomBytes } from 'node:crypto'
import os from 'node:os'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { Secret } from '../../support/traces.ts'
import { CuttableProxy } from './cuttable-proxy.ts'
import { type JoinWishes, Person } from './person.ts'
import { PATIENCE } from './somebody.ts'

/** Nobody else ever wrote this. */
const unheardOf = (what: string): string => `${what} ${randomBytes(9).toString('hex')}`

/** All that people say or choose in the meeting: each of it can be found again wherever it was left. */
export const SAID = {
  room: unheardOf('circle').replace(' ', '-'),
  ada: unheardOf('Ada'),
  adaLater: unheardOf('Adelaide'),
  ben: unheardOf('Ben'),
  eve: unheardOf('Eve'),
  chat: unheardOf('to all'),
  aside: unheardOf('to one'),
  fileName: `${unheardOf('file')}.txt`,
  file: unheardOf('in the file'),
  question: unheardOf('question'),
  answer: unheardOf('yes'),
  notes: unheardOf('notes'),
  password: unheardOf('password'),
} as const

/** Where they are, as a web server in front tells it. */
const ADDRESSES = { ada: '203.0.113.171', ben: '198.51.100.123', eve: '2001:db8:77:abcd::1234' } as const

/** What the browsers of this machine may send from. */
const ownAddresses = (): string[] =>
  Object.values(os.networkInterfaces()).flatMap((all) =>
    (all ?? []).flatMap(({ address, family }) => (family === 'IPv4' ? [address] : [])),
  )

/** People who do in one meeting all that leaves something on the way. */
export class WholeMeeting {
  readonly #browser: Browser
  readonly #proxies: CuttableProxy[] = []
  readonly #people: Person[] = []
  readonly #edge: string

  constructor(browser: Browser, edge: string) {
    this.#browser = browser
    this.#edge = edge
  }

  async #comes(name: 'ada' | 'ben' | 'eve', wishes: JoinWishes): Promise<Person> {
    const proxy = await CuttableProxy.before(this.#edge, ADDRESSES[name])
    this.#proxies.push(proxy)
    const person = await Person.arrive(this.#browser, SAID[name], wishes)
    this.#people.push(person)
    const query = new URLSearchParams({
      name: SAID[name],
      join: '',
      mic: name === 'eve' ? '0' : '1',
      cam: '0',
    })
    await person.visit(`${proxy.url}/${SAID.room}?${query}`)
    return person
  }

  /** Ada opens the room, and Ben comes; they say things in every way there is. */
  async talk(): Promise<readonly [Person, Person]> {
    const wide = { viewport: { width: 1280, height: 800 } }
    const ada = await this.#comes('ada', wide)
    await ada.inRoom()
    const ben = await this.#comes('ben', wide)
    await ben.inRoom()
    await Promise.all([ada.hears(SAID.ben), ben.hears(SAID.ada)])
    await chats(ada, ben)
    await polls(ada, ben)
    await notes(ada, ben)
    await ada.press('people')
    await ada.press('rename')
    await ada.page.locator('input[name="own-name"]').fill(SAID.adaLater)
    await ada.page.keyboard.press('Enter')
    await ben.sees(SAID.adaLater)
    return [ada, ben]
  }

  /** Eve guesses the password, knows it, waits in the lobby, comes in, and is removed. */
  async door(ada: Person): Promise<void> {
    await ada.press('more')
    await ada.press('door')
    await ada.page.locator('input[name="new-password"]').fill(SAID.password)
    await ada.press('set-password')
    await ada.page.locator('[data-action="remove-password"]').waitFor()
    await ada.press('lobby')
    await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
    const eve = await this.#comes('eve', {})
    for (const password of [`not ${SAID.password}`, SAID.password]) {
      await eve.page.locator('input[name="room-password"]:not([disabled])').waitFor()
      await eve.page.locator('input[name="room-password"]').fill(password)
      await eve.page.keyboard.press('Enter')
    }
    await ada.page.locator(`[data-panel="door"] [data-knock="${SAID.eve}"] [data-action="admit"]`).click()
    await eve.inRoom()
    await ada.press('people')
    const row = ada.page.locator(`[data-person="${SAID.eve}"]`)
    await row.locator('[data-action="person-menu"]').click()
    await row.locator('[data-action="remove"]').click()
    await row.locator('[data-action="remove-yes"]').click()
    await eve.page.locator('main[data-ending="removed"]').waitFor()
  }

  /** All that nobody may find afterwards: what was said, who was there, and every key and number that crossed a socket. */
  secrets(): Secret[] {
    const said = Object.entries(SAID).map(([what, text]) => ({ what: `said: ${what}`, text }))
    const frames = this.#people.flatMap((person) => person.frames.map(({ text }) => text))
    const addresses = [...Object.values(ADDRESSES), ...ownAddresses()].map((text) => ({
      what: `address ${text}`,
      text,
    }))
    return [...said, ...addresses, ...secretsIn(frames)]
  }

  async close(): Promise<void> {
    for (const person of this.#people) await person.close()
    for (const proxy of this.#proxies) await proxy.close()
  }
}

const reads = (person: Person, text: string): Promise<void> =>
  person.page.locator('.chat-text', { hasText: text }).first().waitFor()

async function chats(ada: Person, ben: Person): Promise<void> {
  await ada.press('chat')
  await ben.press('chat')
  const field = ada.page.locator('textarea[name="chat"]')
  await field.fill(SAID.chat)
  await field.press('Enter')
  await reads(ben, SAID.chat)
  await ada.page.locator('select[name="addressee"]').selectOption({ label: SAID.ben })
  await field.fill(SAID.aside)
  await field.press('Enter')
  await reads(ben, SAID.aside)
  const buffer = Buffer.from(SAID.file)
  await ada.page
    .locator('input[type="file"]')
    .setInputFiles({ name: SAID.fileName, mimeType: 'text/plain', buffer })
  await ada.page.locator(`[data-attached="${SAID.fileName}"]`).waitFor()
  await ada.page.keyboard.press('Enter')
  const file = ben.page.locator(`[data-file="${SAID.fileName}"]`)
  await file.locator('[data-action="fetch-file"]').click()
  await file.locator('[data-action="save-file"]').waitFor()
}

async function polls(ada: Person, ben: Person): Promise<void> {
  await ada.press('more')
  await ada.press('polls')
  await ada.press('poll-start')
  await ada.page.locator('input[name="question"]').fill(SAID.question)
  await ada.page.locator('input[name="answer"]').nth(0).fill(SAID.answer)
  await ada.page.locator('input[name="answer"]').nth(1).fill('no')
  await ada.press('poll-ask')
  await ben.press('poll-look')
  await ben.page.locator('[data-poll] label', { hasText: SAID.answer }).click()
  await ben.press('poll-vote')
  const count = ada.page.locator('[data-poll] [aria-hidden="true"]:not(.share-bar)').first()
  await expect.poll(() => count.textContent(), PATIENCE).toBe('1')
}

async function notes(ada: Person, ben: Person): Promise<void> {
  for (const each of [ada, ben]) {
    await each.press('more')
    await each.press('notes')
    await each.page.locator('.notes-text, [data-panel="notes"] textarea').first().waitFor()
  }
  await ada.page.locator('[data-panel="notes"] textarea').fill(SAID.notes)
  await expect
    .poll(() => ben.page.locator('[data-panel="notes"] textarea').inputValue(), PATIENCE)
    .toBe(SAID.notes)
}

/** What looks like a key or a number of somebody: long, and no word of the protocol. */
const KEY = /^[\w-]{20,}={0,2}$/

/** Every key that stands anywhere in these frames, by where it stands. */
function secretsIn(frames: readonly string[]): Secret[] {
  const found = new Map<string, string>()
  const look = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      if (KEY.test(value) && /\d/.test(value)) found.set(value, field)
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) look(inner, `${field}.${key}`)
  }
  for (const frame of frames) if (frame.startsWith('{')) look(JSON.parse(frame), 'frame')
  return [...found].map(([text, what]) => ({ what, text }))
}
