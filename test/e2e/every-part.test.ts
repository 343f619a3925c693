import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { Stage } from '../../scripts/stage/stage.ts'
import { newRoomSecret } from '../../web/core/encryption/room-secret.ts'
import { isWithin, readNetworkLog, recordIce } from './support/all-requests.ts'
import { openBrowser } from './support/browser.ts'
import {
  cannotMeet,
  chats,
  comesAndGoes,
  compareWords,
  entersPassword,
  isRefused,
  letsIn,
  meetsEncrypted,
  mindsOthers,
  opens,
  readsAround,
  records,
  sets,
  usesPanels,
} from './support/every-part.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { shareCanvas } from './support/shared-screen.ts'
import { failAtMarkedPictures, markPictures } from './support/unnegotiable.ts'

/** Where media is, and nothing else. */
const NODE = '127.9.9.11'
const PASSWORD = 'bees'

/** What this browser has no use for, and who has. */
const NOT_HERE: readonly (readonly [RegExp, string])[] = [
  [/^page-edge-/, 'a page at an edge of the version before'],
  [/^tampered-notice-/, 'an edge that changes what people say'],
  [/^background-timer-/, 'browsers that do not take a picture apart into frames themselves'],
  [/^rnnoise-\w+\.wasm$|_solution_wasm_bin-/, 'browsers without SIMD, of before 2021'],
]

/** A link or a file of the page that is not of its own host. */
const LEADS_ELSEWHERE = /(?:href|src)="(?!\/[^/])[^"]*"/g

let folder: string
let stage: Stage
let browser: Browser
let mediaPort: number
const people: Person[] = []
/** Every address that a page, a frame or a worker asked for, as Playwright hears of it. */
const asked: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-parts-'))
  stage = await Stage.open()
  await stage.startNode({ address: NODE })
  mediaPort = stage.mediaPort
  browser = await openBrowser({ flags: [`--log-net-log=${path.join(folder, 'net.json')}`] })
})

afterAll(async () => {
  await browser?.close()
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Chromium asks its own machine whether it has a way to IPv6, by a socket on which nothing is sent. */
const IPV6_PROBE = '[2001:4860:4860::8888]:443'

const ownAddresses = new Set(
  Object.values(os.networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
)

/** From where this machine sends. What listens on loopback is somebody to talk to. */
const isOwn = (address: string): boolean => {
  const host = address.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
  return ownAddresses.has(host) && host !== '127.0.0.1'
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

async function arrive(name: string, wishes: JoinWishes = {}): Promise<Person> {
  const person = await Person.arrive(browser, name, { viewport: { width: 1280, height: 800 }, ...wishes })
  person.page.context().on('request', (request) => asked.push(request.url()))
  await person.page.addInitScript(recordIce)
  await person.page.addInitScript(shareCanvas)
  await person.page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
  people.push(person)
  return person
}

/** Longer than others have: it goes through all that there is, in five languages. */
const PATIENCE_MS = 240_000

test('H7 J14 J15 with every part of the page used, it asks nobody but its edge, and its media goes to the node alone', {
  timeout: PATIENCE_MS,
}, async () => {
  const room = `${stage.url}/every-part`
  const link = (name: string) => `${room}?name=${name}&join&mic=1&cam=1`
  const ada = await arrive('Ada', {
    permissions: ['microphone', 'camera', 'notifications'],
    settings: { name: 'Ada', remembersRooms: true },
  })
  const complaints: string[] = []
  ada.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await readsAround(ada, stage.url)
  await opens(ada, room, PASSWORD)
  const ben = await arrive('Ben')
  await ben.page.addInitScript(markPictures)
  await ben.visit(link('Ben'))
  await entersPassword(ben, PASSWORD)
  await ben.inRoom()
  await ada.watches('Ben')
  await chats(ada, ben)
  await usesPanels(ada, ben)
  await records(ada)
  await mindsOthers(ada, ben)
  await sets(ada)
  await isRefused(await arrive('Eve'), `${stage.url}/elsewhere?embed`)
  const cy = await arrive('Cy')
  await cy.page.addInitScript(failAtMarkedPictures)
  await cy.page.goto(`${stage.url}/every-part?name=Cy&join&mic=1&cam=1`)
  await letsIn(ada, cy, PASSWORD)
  await cy.page.locator('[data-withheld]').waitFor()
  await comesAndGoes(ada, room)
  const secret = newRoomSecret()
  const [dan, gil] = [await arrive('Dan'), await arrive('Gil')]
  await meetsEncrypted(dan, `${stage.url}/encrypted`, secret)
  await gil.goInto(stage.url, 'encrypted', { secret, mic: false, cam: false })
  await compareWords(dan, gil)
  await cannotMeet(await arrive('Fay'), `${stage.url}/encrypted`, secret)
  await ada.page.goto(stage.url)
  await ada.page.locator('.recent').waitFor()

  // The ticket of a check that nobody gave out.
  expect(complaints).toEqual([expect.stringContaining('404')])
  const ice = await Promise.all(people.map(({ page }) => page.evaluate(() => window.ice)))
  for (const person of people) {
    expect(person.page.context().serviceWorkers()).toEqual([])
    await person.close()
  }
  await browser.close()
  const log = await readNetworkLog(path.join(folder, 'net.json'))
  const edge = new URL(stage.url).host
  const urls = [...log.urls, ...asked.filter((url) => !isWithin(url))]
  expect([...new Set(urls.map(hostOf))]).toEqual([edge])
  expect
    .soft([...log.hosts].map((host) => host.replace(/^\w+:\/\//, '').split(':')[0]))
    .toEqual([...log.hosts].map(() => '127.0.0.1'))
  const others = [...log.addresses].filter((address) => !isOwn(address) && address !== IPV6_PROBE)
  expect(others.toSorted()).toEqual([edge, `${NODE}:${mediaPort}`].toSorted())
  expect(ice.flatMap(({ servers }) => servers)).toEqual([])
  const tried = ice.flatMap(({ candidates }) => candidates)
  expect(tried.length).toBeGreaterThan(0)
  expect(tried.filter((candidate) => !candidate.includes(` ${NODE} ${mediaPort} typ host`))).toEqual([])

  // A browser under test follows no hints (`dns-prefetch`, `preconnect`), and no policy of the page forbids them.
  const html = await readFile(path.join(ROOT, 'web/dist/index.html'), 'utf8')
  expect(html.match(LEADS_ELSEWHERE)).toBeNull()

  const fetched = new Set(urls.map((url) => /([^/?#]*)(?:[?#].*)?$/.exec(url)?.[1]))
  const files = await readdir(path.join(ROOT, 'web/dist/assets'))
  const wanted = files.filter((file) => !NOT_HERE.some(([name]) => name.test(file)))
  expect(wanted.filter((file) => !fetched.has(file))).toEqual([])
})
