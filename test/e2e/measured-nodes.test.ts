import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Stage } from '../../scripts/stage/stage.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { sayMeasured } from './support/measured-nodes.ts'
import { byPort, NarrowLink } from './support/narrow-link.ts'
import { type JoinWishes, Person } from './support/person.ts'

const HERE = '127.0.0.1'
const THERE = '127.0.0.2'
/** A binding request of about 100 bytes takes 50 ms each way: more than the 30 ms that decide, in all. */
const BITS_PER_SECOND = 16_000

const PATIENCE = { timeout: 30_000, interval: 150 }

let browser: Browser
let stage: Stage
/** A long way to the first node. */
let link: NarrowLink
const people: Person[] = []

beforeAll(async () => {
  browser = await sharedBrowser()
  stage = await Stage.open()
  await stage.startNode()
  await stage.startNode({ id: 'second', address: THERE })
  link = await NarrowLink.to(stage.mediaPort)
  link.bitsPerSecond = BITS_PER_SECOND
})

afterEach(async () => {
  for (const person of people.splice(0)) await person.close()
})

afterAll(async () => {
  await leaveBrowser(browser)
  await link?.close()
  await stage?.close()
})

interface Wishes extends JoinWishes {
  /** From the first node. */
  readonly far?: boolean
}

/** Somebody who looks at the preview. */
async function arrive(room: string, name: string, { far = false, ...wishes }: Wishes = {}): Promise<Person> {
  const person = await Person.arrive(browser, name, wishes)
  people.push(person)
  if (far) await person.page.addInitScript(byPort, { node: stage.mediaPort, link: link.port })
  await person.page.goto(`${stage.url}/${room}?${new URLSearchParams({ name, mic: '1', cam: '0' })}`)
  await person.page.locator('main[data-view="before"] [data-action="join"]').waitFor()
  return person
}

const probesOf = ({ page }: Person) => page.evaluate(() => window.received.probes())
const carriedFrom = ({ page }: Person) => page.evaluate(() => window.received.remoteAddresses())

/** Waits until the person's page has measured as many nodes, and has closed what it measured with. */
async function hasMeasured(person: Person, nodes: number): Promise<void> {
  await expect.poll(() => probesOf(person), PATIENCE).toEqual({ made: nodes, open: 0 })
}

interface Join {
  readonly params: {
    readonly measuredNodes?: readonly { readonly node: string; readonly roundTripMs: number }[]
  }
}

/** How far the person said that nodes are, by their names; null where nothing was said. */
function saidOf({ frames }: Person): Record<string, number> | null {
  const sent = frames.find(({ from, text }) => from === 'page' && text.includes('"request":"join"'))
  if (!sent) throw new Error('no join was sent')
  const { params }: Join = JSON.parse(sent.text)
  return (
    (params.measuredNodes &&
      Object.fromEntries(params.measuredNodes.map(({ node, roundTripMs }) => [node, roundTripMs]))) ??
    null
  )
}

test('X8 a page measures both nodes while one looks at the preview, and says so when one joins', async () => {
  const ada = await arrive('measured', 'Ada')
  await hasMeasured(ada, 2)
  await ada.press('join')
  await ada.inRoom()
  const said = saidOf(ada)
  expect(Object.keys(said ?? {}).sort()).toEqual(['local', 'second'])
  for (const roundTripMs of Object.values(said ?? {})) {
    expect(roundTripMs).toBeGreaterThanOrEqual(0)
    expect(roundTripMs).toBeLessThan(1_500)
  }
})

test('X5 X8 whoever is near to another node than the room’s is carried there, and they hear each other', async () => {
  const ada = await Person.arrive(browser, 'Ada')
  people.push(ada)
  await ada.page.addInitScript(sayMeasured, [{ node: 'local', roundTripMs: 5 }])
  await ada.visit(`${stage.url}/apart?${new URLSearchParams({ name: 'Ada', join: '', mic: '1', cam: '0' })}`)
  await ada.inRoom()
  const ben = await arrive('apart', 'Ben', { far: true })
  await hasMeasured(ben, 2)
  await ben.press('join')
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(saidOf(ben)?.['local']).toBeGreaterThan(60)
  expect(await carriedFrom(ada)).toEqual([HERE])
  expect(await carriedFrom(ben)).toEqual([THERE])
})

test('X8 where the address is hidden, nothing is asked and nobody is measured', async () => {
  const ada = await arrive('hidden', 'Ada', { settings: { hidesAddress: true } })
  // Whoever does not hide is through by then, as the first test has it.
  await ada.page.waitForTimeout(3_000)
  expect(await probesOf(ada)).toEqual({ made: 0, open: 0 })
  expect(ada.requests.filter((url) => url.includes('/api/candidates'))).toEqual([])
})

test('X8 a link that joins at once measures nothing', async () => {
  const ada = await Person.join(browser, stage.url, 'at-once', 'Ada', { cam: false })
  people.push(ada)
  expect(saidOf(ada)).toBeNull()
  expect(ada.requests.filter((url) => url.includes('/api/candidates'))).toEqual([])
})
