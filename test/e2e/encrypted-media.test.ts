import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { normaliseRoomName } from '../../protocol/names/room-name.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import {
  fragmentOf,
  newRoomSecret,
  type RoomSecret,
  readSecret,
} from '../../web/core/encryption/room-secret.ts'
import { TAG_BYTES } from '../../web/core/encryption/sframe/suite.ts'
import { VOICE_BYTES } from '../../web/core/media/encryption/frame-encrypter.ts'
import { readSealedFrame } from '../../web/core/media/encryption/media-frame.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { decodePictures, decodeSounds } from './support/decode-tapped.ts'
import { moderate } from './support/moderate.ts'
import { opensNames } from './support/opened-names.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { isCarriedFrom } from './support/several-nodes.ts'
import { shareCanvas } from './support/shared-screen.ts'
import { goesBy } from './support/shield.ts'
import { withSmallGroups } from './support/small-groups.ts'
import { meet, PATIENCE } from './support/somebody.ts'
import { picturesOf, type Tap, TappedNode } from './support/tapped-node.ts'
import { KeptKeys, noteKeys } from './support/told-keys.ts'
import { reads, writes } from './support/write-and-read.ts'
import { withoutKeys, withWrongKeys } from './support/wrong-keys.ts'

let browser: Browser
let stage: Stage
let node: TappedNode
const people: Person[] = []

/** Of what `steadyVoice` sounds. */
const HERTZ = 300
/** So many pictures and packets tell what they are. */
const ENOUGH = { video: 30, audio: 60 } as const

beforeAll(async () => {
  stage = await Stage.open()
  node = await TappedNode.start(stage)
  browser = await sharedBrowser()
})
afterEach(async () => {
  for (const person of people.splice(0)) await person.close()
  node.taps.splice(0)
})
afterAll(async () => {
  await leaveBrowser(browser)
  await node?.close()
  await stage?.close()
})

async function arrive(name: string, wishes: JoinWishes = {}): Promise<Person> {
  const person = await Person.arrive(browser, name, wishes)
  people.push(person)
  return person
}

async function join(room: string, name: string, wishes: JoinWishes = {}): Promise<Person> {
  const person = await Person.join(browser, stage.url, room, name, { steadyVoice: true, ...wishes })
  people.push(person)
  return person
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** More than a few: speech has almost as many sizes as packets. */
const isSeveral = (sizes: readonly number[]): boolean => sizes.length > 8

/** How large the packets of each voice were before they were encrypted, of those that were tapped for a while. */
const sizesOfVoices = (from = 0): number[][] =>
  node.taps
    .slice(from)
    .filter(({ kind, packets }) => kind === 'audio' && packets.length > ENOUGH.audio)
    .map(({ packets }) => [...new Set(packets.map(({ payload }) => plainSize(payload)))])
    .sort((some, others) => some.length - others.length)

function plainSize(payload: Uint8Array): number {
  const frame = readSealedFrame('audio', Uint8Array.from(payload).buffer)
  return frame === null ? 0 : frame.sealed.length - TAG_BYTES
}

/** What decoders make of that many streams that were tapped. */
async function decodeTaps(kind: Tap['kind'], count: number, { page }: Person) {
  const whole = () => node.taps.filter((tap) => tap.kind === kind && tap.packets.length > ENOUGH[kind])
  await expect.poll(() => whole().length, PATIENCE).toBe(count)
  const taps = whole()
  return Promise.all(
    taps.map((tap) => {
      if (kind === 'video') return page.evaluate(decodePictures, picturesOf(tap).map(base64))
      const packets = tap.packets.map(({ payload }) => base64(payload))
      return page.evaluate(decodeSounds, { packets, hertz: HERTZ })
    }),
  )
}

/** How much of each stream has passed the node. */
type Mark = ReadonlyMap<Tap, number>
const NOTHING: Mark = new Map()
const mark = (): Mark => new Map(node.taps.map((tap) => [tap, tap.packets.length]))

/** Whether these keys open any voice or picture that passed the node meanwhile. */
async function opens(keys: KeptKeys, from: Mark, to: Mark): Promise<boolean> {
  const taps = [...to].map(([tap, end]) => ({ ...tap, packets: tap.packets.slice(from.get(tap) ?? 0, end) }))
  const voices = taps.flatMap(({ kind, packets }) => (kind === 'audio' ? packets : []))
  const pictures = taps.flatMap((tap) => (tap.kind === 'video' ? picturesOf(tap) : []))
  const opened = await Promise.all([
    keys.decrypts(
      'microphone',
      voices.map(({ payload }) => payload),
    ),
    keys.decrypts('camera', pictures),
  ])
  return opened.flat().includes(true)
}

/** Resolves with what has passed by then, when so many streams have gone on for a second and more. */
async function passes(streams: number, from: Mark): Promise<Mark> {
  const goesOn = ({ kind, packets }: Tap, before = 0) => packets.length > before + ENOUGH[kind]
  const many = () => node.taps.filter((tap) => goesOn(tap, from.get(tap))).length
  await expect.poll(many, PATIENCE).toBeGreaterThanOrEqual(streams)
  return mark()
}

test('K20 who listens at the node of a room that is not encrypted sees and hears everybody', async () => {
  const ada = await join('overheard', 'Ada')
  expect(await decodeTaps('video', 1, ada)).toEqual([
    { count: expect.any(Number), likeness: expect.closeTo(1, 0) },
  ])
  expect(await decodeTaps('audio', 1, ada)).toEqual([
    { count: expect.any(Number), likeness: expect.closeTo(1, 1) },
  ])
})

test('K20 K21 K22 K25 K40 D15 people in an encrypted room see, hear, and know who speaks; the node, whoever has other keys or none, or is not there yet, or not any more, nothing, also when they had the link', async () => {
  const secret = newRoomSecret()
  const ada = await join('sealed', 'Ada', { secret, viewport: { width: 1_000, height: 600 } })
  const ben = await arrive('Ben', { steadyVoice: true })
  await ben.page.addInitScript(noteKeys)
  await ben.goInto(stage.url, 'sealed', { secret })
  await meet(ada, ben)
  await ben.tile('Ada').and(ben.page.locator('[data-speaking]')).waitFor()

  for (const kind of ['audio', 'video'] as const)
    for (const { likeness } of await decodeTaps(kind, 2, ada)) expect(likeness).toBeLessThan(0.2)
  const changed = await comesAndIsRemoved(secret, ada, ben)

  const deaf: Person[] = []
  for (const [name, spoil] of [
    ['Eve', withoutKeys],
    ['Mallory', withWrongKeys],
  ] as const) {
    const person = await arrive(name)
    await person.page.addInitScript(spoil)
    await person.goInto(stage.url, 'sealed', { secret: changed, mic: name === 'Mallory', cam: false })
    deaf.push(person)
  }
  const totals = (person: Person) => person.page.evaluate(() => window.received.totals())
  for (const person of deaf) {
    await expect.poll(async () => (await totals(person)).packets, PATIENCE).toBeGreaterThan(200)
    expect(await totals(person)).toMatchObject({ frames: 0, energy: 0 })
  }
  await meet(ada, ben)
  expect(await ada.audioEnergyOf('Mallory')).toBe(0)
  await ben.tile('Mallory').and(ben.page.locator(':not([data-speaking])')).waitFor()
})

/** The secret that stands in the address bar. */
function secretInAddress({ page }: Person): RoomSecret {
  const read = readSecret(new URL(page.url()).hash)
  if (read.is !== 'whole') throw new Error(`no secret in ${page.url()}`)
  return read.secret
}

/**
 * Cy comes, hears the two who are there, and is heard; is removed, and the link is changed: Cy opens nothing more, whatever they try,
 * and nobody comes in by that link; the two go on, and somebody who comes by the new link reads what was said.
 */
async function comesAndIsRemoved(former: RoomSecret, ada: Person, ben: Person): Promise<RoomSecret> {
  const cy = await arrive('Cy', { steadyVoice: true })
  await cy.page.addInitScript(noteKeys)
  const before = mark()
  await cy.goInto(stage.url, 'sealed', { secret: former, cam: false })
  await Promise.all([cy.hears('Ada'), cy.watches('Ben'), ada.hears('Cy'), ben.hears('Cy')])
  const keys = await KeptKeys.of(cy)
  expect(await opens(keys, before, mark())).toBe(true)
  expect(await opens(keys, NOTHING, before)).toBe(false)
  await writes(ada, 'violets')
  await expect.poll(() => reads(cy), PATIENCE).toEqual(['violets'])

  await ben.page.evaluate((peer) => window.received.watchSilence(peer), await ben.idOf('Ada'))
  await moderate(ada, 'Cy', 'remove-change')
  await ada.press('remove-change-yes')
  await cy.page.locator('main[data-ending="removed"]').waitFor()
  for (const { page } of [ada, ben]) await page.locator('[data-notice="keys-new-link"]').waitFor(PATIENCE)
  const secret = secretInAddress(ada)
  await expect.poll(() => secretInAddress(ben), PATIENCE).toBe(secret)
  expect(secret).not.toBe(former)
  const kept = await KeptKeys.of(cy)
  const stillOpens = async () => {
    const from = mark()
    return opens(kept, from, await passes(4, from))
  }
  await expect.poll(stillOpens, PATIENCE).toBe(false)
  const from = mark()
  const to = await passes(4, from)
  expect(await opens(await KeptKeys.of(cy), from, to)).toBe(false)
  expect(await opens(await KeptKeys.of(ben), from, to)).toBe(true)
  expect(await ben.page.evaluate(() => window.received.longestSilence())).toBeLessThan(1_000)
  await isNewRoomFor(secret, former, ada)
  return secret
}

/** By the former link nobody comes in; by the new one somebody does, and knows who is there and what was said. */
async function isNewRoomFor(secret: RoomSecret, former: RoomSecret, ada: Person): Promise<void> {
  await writes(ada, 'hyacinths')
  const late = await arrive('Cyprian')
  await late.visit(`${stage.url}/sealed?name=Cyprian&join&mic=0&cam=0${fragmentOf(former)}`)
  await late.page.locator('main[data-view="link"][data-reason="wrong-link"]').waitFor()

  const dan = await join('sealed', 'Dan', { secret, cam: false })
  await dan.sees('Ada', 'Ben')
  await Promise.all([dan.hears('Ada'), dan.watches('Ben'), ada.hears('Dan')])
  await expect.poll(() => reads(dan), PATIENCE).toEqual(['violets', 'hyacinths'])
  expect(await dan.page.locator('.chat-head .name').allTextContents()).toContain('Ada')
  const room = normaliseRoomName('sealed')
  expect(await opensNames(dan, room, former)).toEqual([0, 3])
  expect(await opensNames(dan, room, secret)).toEqual([3, 3])
  await dan.press('leave')
}

test('K28 of a voice at a constant rate speech and silence have packets of one size, also where that is chosen in the room, or by it', async () => {
  const secret = newRoomSecret()
  const beeping = { secret, cam: false, steadyVoice: false }
  const ada = await join('constant', 'Ada', { ...beeping, settings: { constantRate: true } })
  const ben = await join('constant', 'Ben', beeping)
  await ben.hears('Ada')
  await expect.poll(() => sizesOfVoices(), PATIENCE).toEqual([[VOICE_BYTES], expect.toSatisfy(isSeveral)])
  const before = node.taps.length
  const ownSwitch = ben.page.locator('[role="switch"][data-action="constantRate"]')
  for (const action of ['more', 'settings']) await ben.press(action)
  expect(await ownSwitch.getAttribute('aria-checked')).toBe('false')
  for (const action of ['encryption', 'rate-for-all']) await ada.press(action)
  await expect.poll(() => sizesOfVoices(before), PATIENCE).toEqual([[VOICE_BYTES]])
  await ben.page.locator('[data-notice="rate-constant"]').waitFor()
  await ben.page.locator('[data-action="constantRate"][aria-checked="true"][aria-disabled="true"]').waitFor()
  const cy = await join('constant', 'Cy', { secret, cam: false })
  await Promise.all([ada.hears('Ben'), ada.hears('Cy')])
  await expect.poll(() => sizesOfVoices(before), PATIENCE).toEqual([[VOICE_BYTES], [VOICE_BYTES]])

  const asked = node.taps.length
  await ada.page.evaluate((peer) => window.received.watchSilence(peer), await ada.idOf('Cy'))
  await ada.press('rate-for-all')
  // Those of Ben and Cy; Ada chose it herself.
  await expect
    .poll(() => sizesOfVoices(asked), PATIENCE)
    .toEqual([expect.anything(), expect.toSatisfy(isSeveral)])
  expect(sizesOfVoices(asked)).not.toContainEqual([VOICE_BYTES])
  await cy.press('leave')
  expect(await ada.page.evaluate(() => window.received.longestSilence())).toBeLessThan(500)

  const left = node.taps.length
  await ownSwitch.click()
  await expect.poll(() => sizesOfVoices(left), PATIENCE).toEqual([[VOICE_BYTES]])
  await ada.hears('Ben')
  expect(sizesOfVoices(left)).toEqual([[VOICE_BYTES]])
})

test('K20 an encrypted room goes on at another node, with what is sent after it: muted and back, a screen, a newcomer', async () => {
  const secret = newRoomSecret()
  const wishes = { secret, viewport: { width: 1_000, height: 600 } }
  const ada = await join('moved', 'Ada', wishes)
  const ben = await join('moved', 'Ben', wishes)
  await meet(ada, ben)
  for (const { likeness } of await decodeTaps('audio', 2, ada)) expect(likeness).toBeLessThan(0.2)
  await stage.startNode({ id: 'second', address: '127.0.0.2' })
  await node.close()
  await isCarriedFrom(ada, '127.0.0.2')
  await isCarriedFrom(ben, '127.0.0.2')
  await meet(ada, ben)
  await ben.press('microphone')
  await ada.stopsHearing('Ben')
  await ben.press('microphone')
  await ada.hears('Ben')
  await ada.page.evaluate(shareCanvas)
  await ada.press('share-screen')
  const screen = 'article[data-screen]:not([data-own]) video'
  await ben.page.locator(screen).waitFor()
  const shown = () => ben.page.evaluate((video) => window.received.picture(video, 'framesDecoded'), screen)
  await expect.poll(shown, PATIENCE).toBeGreaterThan(3)
  const cy = await join('moved', 'Cy', { ...wishes, mic: false, cam: false })
  await cy.watches('Ben')
  await cy.hears('Ada')
})

test('K35 past as many as a group has, and back, no second of sound is lost', async () => {
  const secret = newRoomSecret()
  const quiet = { secret, cam: false }
  const come = (name: string) => arrive(name, { steadyVoice: true })
  const [ada, ben, cy] = [await come('Ada'), await come('Ben'), await come('Cy')]
  for (const person of [ada, ben, cy]) await withSmallGroups(person)
  for (const person of [ada, ben]) await person.goInto(stage.url, 'crowd', quiet)
  for (const person of [ada, ben]) await goesBy('encrypted', person)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await ada.page.evaluate((peer) => window.received.watchSilence(peer), await ada.idOf('Ben'))
  await ben.page.evaluate((peer) => window.received.watchSilence(peer), await ben.idOf('Ada'))
  await cy.goInto(stage.url, 'crowd', quiet)
  for (const person of [ada, ben, cy]) await goesBy('byLink', person)
  await Promise.all([cy.hears('Ada'), cy.hears('Ben'), ada.hears('Cy'), ada.hears('Ben'), ben.hears('Ada')])
  await cy.press('leave')
  for (const person of [ada, ben]) await goesBy('encrypted', person)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  for (const { page } of [ada, ben])
    expect(await page.evaluate(() => window.received.longestSilence())).toBeLessThan(1_000)
})

test('K20 a page whose media cannot be encrypted any more says so, and goes no further', async () => {
  const ada = await arrive('Ada')
  await ada.page.route('**/media-worker-*', (route) => route.abort())
  const query = 'name=Ada&join&mic=0&cam=0'
  await ada.visit(`${stage.url}/unable?${query}${fragmentOf(newRoomSecret())}`)
  await ada.page.locator('main[data-ending="internal"]').waitFor()
})
