import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()

const quiet = { mic: false, cam: false } as const
const patience = { timeout: 15_000 }

async function openDoor(person: Person): Promise<void> {
  await person.press('more')
  await person.press('door')
}

/** Goes to the room by a link that joins at once, and does not wait for being in it. */
async function goTo(person: Person, room: string, fragment = ''): Promise<void> {
  await person.visit(`${here.url}/${room}?name=${person.name}&join&mic=0&cam=0${fragment}`)
}

async function comes(room: string, name: string, fragment = ''): Promise<Person> {
  const person = await here.arrive(name)
  await goTo(person, room, fragment)
  return person
}

const inLobby = (person: Person): Promise<void> => person.page.locator('main[data-view="lobby"]').waitFor()
const knock = (moderator: Person, name: string): Locator =>
  moderator.page.locator(`[data-panel="door"] [data-knock="${name}"]`)

async function typePassword(person: Person, password: string): Promise<void> {
  await person.page.locator('input[name="room-password"]').fill(password)
  await person.page.keyboard.press('Enter')
}

async function setPassword(moderator: Person, password: string): Promise<void> {
  await openDoor(moderator)
  await moderator.page.locator('input[name="new-password"]').fill(password)
  await moderator.press('set-password')
  await moderator.page.locator('[data-action="remove-password"]').waitFor()
}

test('D3 whoever opens a room is offered a password beside its link, before anybody has it', async () => {
  const ada = await here.join('new-room', 'Ada', { ...quiet, viewport: { width: 360, height: 740 } })
  const { page } = ada
  const offer = page.locator('.first-here summary')
  const fetched = () => ada.requests.some((address) => address.includes('/door-password-'))
  expect(await offer.textContent()).toBe('Ask for a password')
  expect(fetched()).toBe(false)
  await offer.press('Enter')
  await page.locator('input[name="new-password"]').fill('bees')
  expect(fetched()).toBe(true)
  await page.keyboard.press('Enter')
  await offer.and(page.locator(':focus', { hasText: 'A password is needed' })).waitFor()
  expect(await page.locator('input[name="new-password"]').isVisible()).toBe(false)
  const ben = await comes('new-room', 'Ben')
  await ben.page.locator('main[data-view="password"]').waitFor()
  await typePassword(ben, 'bees')
  await ben.inRoom()
  await ada.sees('Ben')
  await ben.press('leave')
  // Alone again, she takes it away in the same place.
  await offer.press('Enter')
  await ada.press('remove-password')
  await offer.filter({ hasText: 'Ask for a password' }).waitFor()
  await comes('new-room', 'Cy').then((cy) => cy.inRoom())
})

test('D5 D6 one knocks, and is let in, refused, or let in with all others', async () => {
  const ada = await here.join('lobby', 'Ada', { ...quiet, ...ENCRYPTED })
  await openDoor(ada)
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await ada.press('close-panel')
  const ben = await comes('lobby', 'Ben', FRAGMENT)
  await inLobby(ben)
  const notice = ada.page.locator('[role="status"] [data-notice="knock"]')
  await expect.poll(() => notice.textContent(), patience).toContain('Ben wants to come in')
  await ada.press('admit')
  await ben.inRoom()
  await ada.sees('Ben')
  await notice.waitFor({ state: 'detached' })

  const people: Person[] = []
  for (const name of ['Cy', 'Dan', 'Eve']) people.push(await comes('lobby', name, FRAGMENT))
  for (const person of people) await inLobby(person)
  const [cy, dan, eve] = people
  await ada.press('see-door')
  await knock(ada, 'Eve').locator('[data-action="deny"]').click()
  await eve?.page.locator('main[data-ending="denied"]').waitFor()
  await knock(ada, 'Eve').waitFor({ state: 'detached' })
  // The pressed button is gone, and the focus has a place.
  expect(await ada.page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
  await ada.press('admit-all')
  await cy?.inRoom()
  await dan?.inRoom()
  await ada.sees('Ben', 'Cy', 'Dan')
})

test('D5 D7 all by keyboard: one waits, reloads, keeps the place, and goes', async () => {
  const ada = await here.join('patience', 'Ada', quiet)
  await openDoor(ada)
  await ada.page.locator('[data-action="lobby"]').focus()
  await ada.page.keyboard.press('Space')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  const ben = await comes('patience', 'Ben')
  await inLobby(ben)
  await expect.poll(() => ben.page.evaluate(() => document.activeElement?.tagName), patience).toBe('H1')
  await knock(ada, 'Ben').waitFor()
  await ben.page.reload()
  await inLobby(ben)
  await expect.poll(() => ada.page.locator('[data-knock]').count(), patience).toBe(1)
  await ben.page.locator('[data-action="leave"]').focus()
  await ben.page.keyboard.press('Enter')
  await ben.page.locator('main[data-ending="left"]').waitFor()
  await knock(ada, 'Ben').waitFor({ state: 'detached' })
})

test('R6 R7 a page that is loaded again goes back behind a locked door; where the room is over, one looks at oneself first', async () => {
  const ada = await here.join('again', 'Ada', { ...quiet, ...ENCRYPTED })
  const ben = await here.arrive('Ben')
  await ben.visit(`${here.url}/again?name=Ben&mic=0&cam=0${FRAGMENT}`)
  await ben.press('join')
  await ben.inRoom()
  await ada.sees('Ben')
  const peer = await ada.tile('Ben').getAttribute('data-peer')
  await openDoor(ada)
  await ada.press('lock')
  await ada.page.locator('[data-action="lock"][aria-checked="true"]').waitFor()
  // For longer than a closed tab is waited for.
  const address = ben.page.url()
  await ben.page.goto('about:blank')
  await ada.tile('Ben').waitFor({ state: 'detached' })
  await ben.page.goto(address)
  await ben.page.locator('main[data-view="before"]').waitFor()
  await ben.press('join')
  await ben.inRoom()
  await ben.page.reload()
  await ben.inRoom()
  expect(await ada.tile('Ben').getAttribute('data-peer')).toBe(peer)
  // The room knows nothing of the token any more.
  await ben.page.evaluate(() => {
    const [key] = Object.keys(sessionStorage).filter((each) => each.startsWith('essaim.resume.'))
    if (key) sessionStorage.setItem(key, JSON.stringify({ token: 'x'.repeat(43), seq: 0 }))
  })
  await ben.page.reload()
  await ben.page.locator('main[data-view="before"] [data-action="join"]').waitFor()
  await ben.press('join')
  await ben.page.locator('main[data-ending="room-locked"]').waitFor()
})

test('D3 a password is asked for: a wrong one is told kindly, the right one leads in and is remembered in the tab', async () => {
  const ada = await here.join('secret', 'Ada', { ...quiet, ...ENCRYPTED })
  await setPassword(ada, 'sésame ouvre-toi')
  const ben = await comes('secret', 'Ben', FRAGMENT)
  await ben.page.locator('main[data-reason="password-required"]').waitFor()
  const focused = () => ben.page.evaluate(() => document.activeElement?.getAttribute('name'))
  await expect.poll(focused, patience).toBe('room-password')
  await ben.page.keyboard.type('open sesame')
  await ben.page.keyboard.press('Enter')
  await ben.page.locator('main[data-reason="wrong-password"]').waitFor()
  await expect.poll(focused, patience).toBe('room-password')
  expect(await ben.page.locator('[role="alert"]').textContent()).toContain('That is not the password')
  await typePassword(ben, 'sésame ouvre-toi')
  await ben.inRoom()
  await ada.sees('Ben')
  await ben.press('leave')
  await ben.press('come-back')
  await ben.inRoom()
  const kept = await ben.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(kept).not.toContain('ouvre-toi')
  expect(ben.frames.map(({ text }) => text).join()).not.toContain('ouvre-toi')
})

test('D1 D2 the creator’s rights and the door come back after the room was empty; whoever comes early waits', async () => {
  const ada = await here.join('mine', 'Ada', quiet)
  await setPassword(ada, 'hers')
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await ada.press('leave')
  await ada.page.locator('main[data-ending="left"]').waitFor()
  // Nothing of the tab helps: the key is the browser's.
  await ada.page.evaluate(() => sessionStorage.clear())
  const eve = await comes('mine', 'Eve')
  await eve.page.locator('main[data-reason="password-required"]').waitFor()
  await typePassword(eve, 'hers')
  await inLobby(eve)
  await goTo(ada, 'mine')
  await ada.inRoom()
  await openDoor(ada)
  await knock(ada, 'Eve').locator('[data-action="admit"]').click()
  await eve.inRoom()
  await eve.press('more')
  expect(await eve.page.locator('[data-action="door"]').count()).toBe(0)
})

test('A6 D1 whoever was removed does not come back by forgetting the tab; nobody removes the creator', async () => {
  const ada = await here.join('peace', 'Ada', quiet)
  const eve = await here.join('peace', 'Eve', quiet)
  await ada.sees('Eve')
  await ada.press('more')
  await ada.press('people')
  // One's own row offers nothing: a creator cannot even give the role up.
  expect(await ada.page.locator('[data-person="Ada"] [data-action="person-menu"]').count()).toBe(0)
  const row = ada.page.locator('[data-person="Eve"]')
  for (const action of ['person-menu', 'make-moderator']) {
    await row.locator(`[data-action="${action}"]`).click()
  }
  await eve.press('more')
  await eve.press('people')
  await eve.page.locator('[data-person="Ada"] [data-action="person-menu"]').click()
  await eve.page
    .locator('[data-person="Ada"] [data-action="mute"], [data-person="Ada"] [data-action="ask-unmute"]')
    .waitFor()
  expect(await eve.page.locator('[data-person="Ada"] [data-action="remove"]').count()).toBe(0)
  for (const action of ['remove', 'remove-yes']) await row.locator(`[data-action="${action}"]`).click()
  await eve.page.locator('main[data-ending="removed"]').waitFor()
  await eve.page.evaluate(() => sessionStorage.clear())
  await goTo(eve, 'peace')
  await eve.page.locator('main[data-ending="removed"]').waitFor()
  await ada.sees()
})
