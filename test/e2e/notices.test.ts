import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const quiet = { mic: false, cam: false } as const
/** A third of a phone. */
const SHARE = 1 / 3

/** Where the faces are, to the pixel. */
const tiles = (person: Person): Promise<string> =>
  person.page
    .locator('article[data-peer]')
    .evaluateAll((found) => JSON.stringify(found.map((tile) => tile.getBoundingClientRect())))

/** The same, once all of them have come to where they go. */
async function tilesAtRest(person: Person): Promise<string> {
  await person.page.waitForFunction(() =>
    document
      .getAnimations()
      .every((each) => !(each instanceof CSSTransition) || each.playState === 'finished'),
  )
  return tiles(person)
}

/** How far down notices reach, as a share of the window. */
const reach = (person: Person): Promise<number> =>
  person.page.evaluate(() => {
    const feet = [...document.querySelectorAll('.notices :is(.notice, .notices-more)')]
      .filter((card) => card.clientHeight > 1)
      .map((card) => card.getBoundingClientRect().bottom)
    return Math.max(...feet) / innerHeight
  })

const card = (person: Person, which: string) => person.page.locator(`.notices ${which}`)

/** Ada, who opened the room and has somebody wait at its door, and Ben, who asks her something and writes. */
async function host(room: string, viewport: { width: number; height: number }): Promise<[Person, Person]> {
  const ada = await here.join(room, 'Ada', { ...quiet, viewport })
  await ada.press('more')
  await ada.press('door')
  const ben = await here.join(room, 'Ben', quiet)
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await ada.press('close-panel')
  await ada.sees('Ben')
  return [ada, ben]
}

async function ask(person: Person): Promise<void> {
  await person.press('more')
  await person.press('polls')
  await person.press('poll-start')
  await person.page.locator('input[name="question"]').fill('Tea?')
  for (const [index, answer] of ['Yes', 'No'].entries())
    await person.page.locator('input[name="answer"]').nth(index).fill(answer)
  await person.press('poll-ask')
}

async function write(person: Person, text: string): Promise<void> {
  await person.press('chat')
  await person.page.locator('textarea[name="chat"]').fill(text)
  await person.page.keyboard.press('Enter')
}

test.each([
  ['a desk', { width: 1280, height: 800 }, 0],
  ['a phone', { width: 360, height: 740 }, 1],
])('notices float over the faces, which stay where they are, on %s', async (_what, viewport, behind) => {
  const [ada, ben] = await host(`floats-${viewport.width}`, viewport)
  const before = await tilesAtRest(ada)

  await ask(ben)
  await card(ada, '[data-notice="poll"]').waitFor()
  expect(await tiles(ada)).toBe(before)
  const cy = await here.arrive('Cy')
  await cy.visit(`${here.url}/floats-${viewport.width}?name=Cy&join&mic=0&cam=0`)
  await card(ada, '[data-notice="knock"]').waitFor()
  expect(await tiles(ada)).toBe(before)
  await write(ben, 'see https://example.org/a-long-address/of-a-page/that-somebody-sent-to-everybody-here')
  await card(ada, '[data-preview]').waitFor()
  expect(await tiles(ada)).toBe(before)

  // However many there are, the faces keep most of the window.
  expect(await reach(ada)).toBeLessThan(SHARE)
  expect(await card(ada, '[data-behind]').count()).toBe(behind)
  // What is beside a notice is what it covers.
  const beside = await ada.page.evaluate(() => {
    const rect = document.querySelector('.notices [data-notice="knock"]')?.getBoundingClientRect()
    return rect && document.elementFromPoint(rect.left - 4, rect.top + 8)?.closest('.notices') === null
  })
  expect(beside).toBe(true)

  if (behind > 0) {
    // A keyboard comes to what is behind, and then it shows.
    await card(ada, '[data-notice="poll"][data-behind]').waitFor()
    await ada.page.keyboard.press('Shift')
    await card(ada, '[data-action="poll-later"]').focus()
    expect((await card(ada, '[data-notice="poll"]').boundingBox())?.height).toBeGreaterThan(30)
    await ada.page.locator('[data-action="more"]').focus()
    await expect.poll(async () => (await card(ada, '[data-notice="poll"]').boundingBox())?.height).toBe(1)
    await ada.press('more-notices')
  }
  await ada.press('poll-later')
  await cy.press('leave')
  await card(ada, '[data-notice="knock"]').waitFor({ state: 'detached' })
  await ada.press('dismiss-preview')
  await card(ada, '.notice').waitFor({ state: 'detached' })
  expect(await tiles(ada)).toBe(before)
})
