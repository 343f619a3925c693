import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'

const here = gather()
const patience = { timeout: 20_000 }
const quiet = { mic: false, cam: false } as const

const question = ({ page }: Person) => page.locator('dialog.question')
const panel = ({ page }: Person) => page.locator('.panel')
const focused = ({ page }: Person) => page.evaluate(() => document.activeElement?.getAttribute('data-action'))

/** From home into a room, by presses. */
async function fromHome(room: string, viewport = { width: 360, height: 740 }): Promise<Person> {
  const ada = await here.arrive('Ada', { ...quiet, viewport })
  await ada.page.goto(here.url)
  await ada.page.getByRole('textbox').fill(room)
  await ada.press('open')
  await ada.press('join')
  await ada.inRoom()
  return ada
}

test('back closes the panel, then asks; staying stays, leaving leaves nothing behind', async () => {
  const ada = await fromHome('backwards')
  const { page } = ada
  await ada.press('chat')
  await panel(ada).waitFor()
  await page.goBack()
  await panel(ada).waitFor({ state: 'detached' })
  expect(await question(ada).count()).toBe(0)

  await page.locator('.bar [data-action="hand"]').focus()
  await page.goBack()
  await question(ada).waitFor()
  await expect.poll(() => focused(ada), patience).toBe('stay')
  // The call goes on, and its keys are still.
  await page.keyboard.press('c')
  expect(await panel(ada).count()).toBe(0)
  await page.keyboard.press('Escape')
  await question(ada).waitFor({ state: 'detached' })
  await expect.poll(() => focused(ada), patience).toBe('hand')
  await ada.inRoom()

  // A panel that is closed by its key leaves no step that does nothing.
  await page.keyboard.press('o')
  await panel(ada).waitFor()
  await page.keyboard.press('Escape')
  await panel(ada).waitFor({ state: 'detached' })
  await page.goBack()
  await question(ada).waitFor()
  await ada.press('leave-now')
  await page.locator('main[data-view="after"]').waitFor()
  await page.goBack()
  await page.locator('main[data-view="home"]').waitFor()
})

test('a second step back leaves; by the button, a panel and the room are taken back with it', async () => {
  const ada = await fromHome('twice')
  const { page } = ada
  await page.goBack()
  await question(ada).waitFor()
  await page.goBack()
  await page.locator('main[data-view="home"]').waitFor()

  await page.goForward()
  await page.locator('main[data-view="before"]').waitFor()
  await ada.press('join')
  await ada.inRoom()
  await ada.press('more')
  await panel(ada).waitFor()
  await ada.press('leave')
  await page.locator('main[data-view="after"]').waitFor()
  await ada.press('come-back')
  await ada.inRoom()
  expect(await panel(ada).count()).toBe(0)
  await page.goBack()
  await question(ada).waitFor()
  await ada.press('stay')
  await ada.press('leave')
  await page.locator('main[data-view="after"]').waitFor()
  await page.goBack()
  await page.locator('main[data-view="home"]').waitFor()
})

test('a page that is loaded again has its way back, and no step for a panel that is closed', async () => {
  const ada = await fromHome('again', { width: 1280, height: 800 })
  const { page } = ada
  await ada.press('people')
  await panel(ada).waitFor()
  await page.reload()
  await ada.inRoom()
  expect(await panel(ada).count()).toBe(0)
  // Its entry is taken away.
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(history.state)), patience)
    .toBe('{"essaim":"room"}')
  await page.goBack()
  await question(ada).waitFor()
  await ada.press('leave-now')
  await page.locator('main[data-view="after"]').waitFor()
})
