import { expect, test } from 'vitest'
import { PING } from '../../protocol/page-edge/frames.ts'
import { gather } from './support/gathering.ts'

const here = gather()

test('speaking time counts the one who speaks, and nobody is told', async () => {
  const ada = await here.join('times', 'Ada', { mic: false, cam: false })
  const ben = await here.join('times', 'Ben', { cam: false, steadyVoice: true })
  await ada.hears('Ben')
  await ada.press('more')
  // A page asks now and then whether its socket lives: that tells nobody anything.
  const sent = () => ada.frames.filter(({ from, text }) => from === 'page' && text !== PING).length
  const before = sent()
  await ada.press('speaking-time')
  const first = ada.page.locator('[data-speaker]').first()
  await expect
    .poll(() => first.textContent(), { timeout: 30_000, interval: 200 })
    .toMatch(/^Ben([3-9]|\d\d) s · 100\s?%$/)
  expect(await ada.page.locator('[data-speaker]').last().textContent()).toMatch(/^Ada0 s · 0\s?%$/)
  expect(sent()).toBe(before)
  await ben.press('leave')
  await ada.page.locator('[data-speaker]', { hasText: 'has left' }).waitFor()
})
