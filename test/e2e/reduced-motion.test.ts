import { expect, test } from 'vitest'
import { galleryHere } from './support/gallery-here.ts'

const here = galleryHere()

/** What moves on the page at some moment while a tile reacts, a wait turns and a panel opens. */
async function moving(reducedMotion: 'reduce' | 'no-preference'): Promise<string[]> {
  const page = await here().browser.newPage({ reducedMotion })
  const query = new URLSearchParams({ view: 'room', people: '9', connection: 'reconnecting' })
  // Begun, but not to be over before one has looked.
  await page.addInitScript(() => {
    addEventListener('animationstart', () => {
      for (const animation of document.getAnimations()) animation.pause()
    })
  })
  await page.goto(`${here().gallery.url}?${query}`)
  // A wait is told after a moment only: what turns is not there before that.
  await page.locator('.notice[data-turns]').waitFor()
  await page.locator('[data-action="more"]').click()
  await page.locator('.panel .menu').waitFor()
  const names = await page.evaluate(() =>
    document
      .getAnimations()
      .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'a transition')),
  )
  await page.close()
  return names
}

test('nothing moves for those who asked their system for that', async () => {
  expect(await moving('no-preference')).toEqual(expect.arrayContaining(['slide', 'turn']))
  expect(await moving('reduce')).toEqual([])
})
