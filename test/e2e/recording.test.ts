import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { playRecording } from './support/play-recording.ts'

const here = gather()
const LISTENER = { mic: false, cam: false }
const PATIENCE = { timeout: 30_000, interval: 250 }

/** Ada, who has neither microphone nor camera on, and whose browser keeps recordings in memory; and Ben, who has both. */
async function two(room: string, isEncrypted = false): Promise<[Person, Person]> {
  const ada = await here.arrive('Ada')
  await ada.page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  await ada.visit(`${here.url}/${room}?name=Ada&join&mic=0&cam=0${isEncrypted ? FRAGMENT : ''}`)
  await ada.inRoom()
  const ben = await here.join(room, 'Ben', isEncrypted ? ENCRYPTED : {})
  await ada.watches('Ben')
  await ada.hears('Ben')
  return [ada, ben]
}

async function begin(person: Person, what: 'room' | 'own' = 'room'): Promise<void> {
  await person.press('more')
  await person.press('recording')
  await person.page.locator(`input[value="${what}"]`).check()
  await person.press('start-recording')
  await person.page.keyboard.press('Escape')
  await person.page.locator('[data-notice="own-recording"] [data-action="stop-recording"]').waitFor()
  await spellOut(person, 'own-recording')
}

/** What one makes small and spells out by hand stays spelt out; by itself it becomes small after a while. */
async function spellOut({ page }: Person, which: 'recording' | 'own-recording'): Promise<void> {
  const notice = page.locator(`[data-notice="${which}"]`)
  const small = notice.locator('[data-action="spell-out"]')
  if (!(await small.isVisible())) await notice.locator('[data-action="make-small"]').click()
  await small.click()
}

/** How many seconds somebody's recording runs by now. */
async function recordedSeconds({ page }: Person): Promise<number> {
  const text = await page.locator('[data-notice="own-recording"]').textContent()
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(text ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

/** Lets so many seconds more be recorded. */
async function goesOn(person: Person, seconds: number): Promise<void> {
  const since = await recordedSeconds(person)
  await expect.poll(() => recordedSeconds(person), PATIENCE).toBeGreaterThanOrEqual(since + seconds)
}

/** Stops when all is as it is now for five seconds: nobody knows how long it took to agree. Plays what was recorded. */
async function end(person: Person) {
  await goesOn(person, 5)
  const coming = person.page.waitForEvent('download')
  await person.press('stop-recording')
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/-recording-\d{4}-\d\d-\d\d-\d{4}\.webm$/)
  return playRecording(here.browser, await file.path())
}

const banner = (person: Person) => person.page.locator('[data-notice="recording"]')

test('T6 whoever has not agreed is neither seen nor heard in a recording, and whoever has is', async () => {
  const [ada, ben] = await two('recorded', true)
  await begin(ada)
  await banner(ben).locator('text=Ada is recording').waitFor()
  const without = await end(ada)
  await banner(ben).waitFor({ state: 'detached' })
  expect(without.seconds).toBeGreaterThan(3)
  expect(Math.abs(without.told - without.seconds)).toBeLessThan(0.5)
  expect(without.wound).toBeCloseTo(0.5, 1)
  expect(without.frames).toBeGreaterThan(10)
  expect(without.loudness).toBeLessThan(1e-4)
  expect(without.coloured).toBeLessThan(0.01)

  await begin(ada)
  // What was agreed to before would not hold for this one; and it was not.
  await banner(ben).and(ben.page.locator(':not([data-agreed])')).waitFor()
  await ben.press('agree')
  await ada.page.locator('[data-notice="own-recording"]', { hasText: '1 of 1' }).waitFor()
  const withBen = await end(ada)
  expect(withBen.frames).toBeGreaterThan(10)
  expect(withBen.loudness).toBeGreaterThan(1e-3)
  expect(withBen.coloured).toBeGreaterThan(0.1)
})

test('T5 T6 consent can be taken back; a recording ends with a reload, by a moderator, and with whoever records', async () => {
  const [ada, ben] = await two('ended')
  await begin(ada)
  await ben.press('agree')
  await ada.page.locator('[data-notice="own-recording"]', { hasText: '1 of 1' }).waitFor()
  await ben.press('withdraw')
  await ada.page.locator('[data-notice="own-recording"]', { hasText: '0 of 1' }).waitFor()
  ada.page.on('dialog', (dialog) => void dialog.accept())
  await ada.page.reload()
  await ada.inRoom()
  await banner(ben).waitFor({ state: 'detached' })

  const cy = await here.arrive('Cy')
  // What the picker gives is a file of the browser's own here: the one on the disk takes a person to choose it.
  await cy.page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('recording.webm', { create: true }),
    })
  })
  await cy.visit(`${here.url}/ended?name=Cy&join&mic=0&cam=0`)
  await cy.inRoom()
  await begin(cy, 'own')
  await banner(ben).locator('text=Cy is recording themselves').waitFor()
  expect(await banner(ben).locator('button:not([data-action="make-small"])').count()).toBe(0)
  await spellOut(ada, 'recording')
  await goesOn(cy, 2)
  await ada.press('end-recording')
  await banner(ben).waitFor({ state: 'detached' })
  await cy.press('more')
  await cy.press('recording')
  await cy.page.locator('[data-ended="taken-back"]').waitFor()
  // What went to the disk as it came says how long it is, too.
  const seconds = await cy.page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('recording.webm')
    const video = document.createElement('video')
    video.src = URL.createObjectURL(await handle.getFile())
    await new Promise((resolve) => video.addEventListener('loadedmetadata', resolve, { once: true }))
    return video.duration
  })
  expect(seconds).toBeGreaterThan(1)
  expect(seconds).toBeLessThan(60)

  await cy.press('start-recording')
  await banner(ben).waitFor()
  await cy.press('leave')
  await banner(ben).waitFor({ state: 'detached' })
})

test('T5 a latecomer is told of a recording, and asked', async () => {
  const [ada] = await two('late')
  await begin(ada)
  const cy = await here.join('late', 'Cy', LISTENER)
  await banner(cy).locator('[data-action="agree"]').waitFor()
})
