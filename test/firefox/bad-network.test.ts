import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOfOwnNetwork } from '../../scripts/network/own-network.ts'
import { CuttableProxy } from '../e2e/support/cuttable-proxy.ts'
import { ENCRYPTED } from '../e2e/support/encrypted.ts'
import { byPort, NarrowLink } from '../e2e/support/narrow-link.ts'
import { meet } from '../e2e/support/somebody.ts'
import type { Fox } from './support/fox.ts'
import { gatherWithFirefox } from './support/gathering.ts'

/** Of all packets, each way. */
const LOSS_SHARE = 0.1
/** Each way. */
const DELAY_MS = 100
/** How long they are watched over that way. */
const WATCHED_SECONDS = 8
/** Longer than a page waits before it looks for another way, and than its node does before it says that nothing is heard. */
const CUT_MS = 12_000

const here = gatherWithFirefox()
/** The only way to the edge, and the only one to the node. */
let proxy: CuttableProxy
let link: NarrowLink

beforeAll(async () => {
  proxy = await CuttableProxy.before(here.url)
  link = await NarrowLink.to(here.stage.mediaPort, addressOfOwnNetwork())
})

afterAll(async () => {
  await link?.close()
  await proxy?.close()
})

/** Somebody in Firefox, over both. */
async function foxOverLink(room: string): Promise<Fox> {
  const fox = await here.foxArrives('Fox', { isModest: true })
  await fox.page.evaluateOnNewDocument(byPort, { node: here.stage.mediaPort, link: link.port })
  await fox.enterAtOnce(`${proxy.url}/${room}`, ENCRYPTED.secret)
  return fox
}

/**
 * Whether in each second a voice came, and pictures in most: where a picture is lost for good, others wait for one that needs none, and
 * that takes more than one way there and back.
 */
const goesOn = (seconds: readonly { readonly frames: number; readonly energy: number }[]): boolean =>
  seconds.every(({ energy }) => energy > 1e-5) &&
  seconds.filter(({ frames }) => frames > 0).length >= WATCHED_SECONDS * 0.75

test('K20 over a way that loses a tenth of all packets and takes 100 ms, Firefox hears without a pause in an encrypted room, and sees; and so it is heard and seen', async () => {
  const ada = await here.join('bad', 'Ada', ENCRYPTED)
  const fox = await foxOverLink('bad')
  await meet(fox, ada)
  link.lossShare = LOSS_SHARE
  link.delayMs = DELAY_MS
  const lost = link.lost
  const seconds = await Promise.all([
    fox.secondsOf('Ada', WATCHED_SECONDS),
    ada.secondsOf('Fox', WATCHED_SECONDS),
  ])
  for (const those of seconds) expect(those).toSatisfy(goesOn)
  // It was by that way: some thirty packets a second, of which a tenth was lost.
  expect(link.lost - lost).toBeGreaterThan(WATCHED_SECONDS * 3)
  await fox.press('more')
  await fox.press('connection')
  const delayMs = async () => Number((await fox.texts('[data-figure="delay"]')).join().replaceAll(/\D/g, ''))
  await expect.poll(delayMs, { timeout: 20_000 }).toBeGreaterThanOrEqual(2 * DELAY_MS)
})

test('R1 R8 nothing passes for twelve seconds: Firefox is shown as cut off meanwhile, and then they see and hear each other, over the same bad way', async () => {
  link.lossShare = LOSS_SHARE
  link.delayMs = DELAY_MS
  const ada = await here.join('cut', 'Ada', ENCRYPTED)
  const fox = await foxOverLink('cut')
  await meet(fox, ada)
  const before = await fox.idOf('Fox')
  const seen = ada.frames.length
  const cutOff = ada.page.locator('article[data-name="Fox"][data-cut-off]')
  link.cut = true
  proxy.down = true
  proxy.cut()
  const passesAgain = pause(CUT_MS)
  await cutOff.waitFor()
  await ada.stopsHearing('Fox')
  await passesAgain
  link.cut = false
  proxy.down = false
  await fox.inRoom()
  await cutOff.waitFor({ state: 'detached' })
  await meet(fox, ada)
  expect(await fox.idOf('Fox')).toBe(before)
  expect(ada.frames.slice(seen).filter(({ text }) => text.includes('peer-left'))).toEqual([])
})
