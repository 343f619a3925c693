import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freePorts } from '../../scripts/held-ports.ts'
import type { NodeProcess } from '../../scripts/node-process.ts'
import { Stage } from '../../scripts/stage.ts'
import { readExposition } from '../support/exposition-grammar.ts'
import { openBrowser } from './support/browser.ts'
import { sayMeasured } from './support/measured-nodes.ts'
import { type JoinWishes, Person } from './support/person.ts'

let browser: Browser
let stage: Stage
let near: NodeProcess
let far: NodeProcess
const people: Person[] = []

let metricsPort: number

const HERE = '127.0.0.1'
const THERE = '127.0.0.2'

beforeAll(async () => {
  browser = await openBrowser()
})

beforeEach(async () => {
  stage = await Stage.open()
  metricsPort = await freePorts(1)
  near = await stage.startNode({ further: ['--metrics-port', String(metricsPort)] })
})

afterEach(async () => {
  for (const person of people.splice(0)) await person.close()
  await stage.close()
})

afterAll(async () => {
  await browser?.close()
})

/** Joins as somebody who is near to one node and far from the other. */
async function join(room: string, name: string, nearTo: string, wishes: JoinWishes = {}): Promise<Person> {
  const person = await Person.arrive(browser, name, wishes)
  people.push(person)
  const measured = ['local', 'second'].map((node) => ({ node, roundTripMs: node === nearTo ? 5 : 90 }))
  await person.page.addInitScript(sayMeasured, measured)
  await person.page.goto(
    `${stage.url}/${room}?${new URLSearchParams({ name, join: '', mic: '1', cam: '1' })}`,
  )
  await person.inRoom()
  return person
}

/** Ada and Cy are carried here, Ben there. */
async function meetOnTwoNodes(room: string): Promise<[Person, Person, Person]> {
  const ada = await join(room, 'Ada', 'local')
  far = await stage.startNode({ id: 'second', address: THERE })
  const ben = await join(room, 'Ben', 'second')
  const cy = await join(room, 'Cy', 'local')
  return [ada, ben, cy]
}

const everybodyHears = (people: readonly Person[]) =>
  Promise.all(
    people.flatMap((one) => people.filter((other) => other !== one).map((other) => one.hears(other.name))),
  )

const carriedFrom = (person: Person) => person.page.evaluate(() => window.received.remoteAddresses())

test('X5 people on two nodes hear and see each other, and mute each for all', async () => {
  const [ada, ben, cy] = await meetOnTwoNodes('two')
  await everybodyHears([ada, ben, cy])
  await Promise.all([ada.watches('Ben'), ben.watches('Ada'), ben.watches('Cy')])
  expect(await carriedFrom(ada)).toEqual([HERE])
  expect(await carriedFrom(ben)).toEqual([THERE])
  await ben.press('microphone')
  await ada.stopsHearing('Ben')
  await ben.press('microphone')
  await Promise.all([ada.hears('Ben'), cy.hears('Ben')])
})

test.each(['second', 'local'])(
  'F2 one of two nodes is killed (%s): everybody hears everybody again',
  async (killed) => {
    const [ada, ben, cy] = await meetOnTwoNodes(`kill-${killed}`)
    await everybodyHears([ada, ben, cy])
    const node = killed === 'second' ? far : near
    node.kill('SIGKILL')
    await node.exited
    await everybodyHears([ada, ben, cy])
    await Promise.all([ada.watches('Ben'), ben.watches('Ada')])
    const left = killed === 'second' ? HERE : THERE
    for (const person of [ada, ben, cy]) expect(await carriedFrom(person)).toEqual([left])
  },
)

test('X7 a node is drained: people go on on the other without having lost anything, and its process ends', async () => {
  const [ada, ben, cy] = await meetOnTwoNodes('drain')
  await everybodyHears([ada, ben, cy])
  await Promise.all([ada.watches('Ben'), ben.watches('Ada')])
  const seen = [ada, ben, cy].map((person) => person.frames.length)
  near.kill('SIGTERM')
  expect(await near.exited).toEqual({ code: 0, signal: null })
  await everybodyHears([ada, ben, cy])
  await Promise.all([ada.watches('Ben'), ben.watches('Ada'), cy.watches('Ben')])
  for (const [index, person] of [ada, ben, cy].entries()) {
    expect(await carriedFrom(person)).toEqual([THERE])
    expect(person.frames.slice(seen[index]).filter(({ text }) => text.includes('media-lost'))).toEqual([])
  }
})

/** How much of what pages send to the first node goes on to the other one, 0 to 1. */
async function shareSentOn(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  const metrics = readExposition(await response.text())
  const bits = (way: string, peer: string): number =>
    metrics.get(`essaim_node_${way}_bits_per_second`)?.samples.find(({ labels }) => labels['with'] === peer)
      ?.value ?? 0
  return bits('sent', 'pipes') / bits('received', 'pages')
}

test('X9 a picture that nobody there shows does not go from node to node', async () => {
  const ada = await join('rest', 'Ada', 'local')
  far = await stage.startNode({ id: 'second', address: THERE })
  const audioOnly = { settings: { quality: 'audio' }, viewport: { width: 1280, height: 720 } } as const
  const ben = await join('rest', 'Ben', 'second', audioOnly)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await expect.poll(shareSentOn, { timeout: 30_000, interval: 500 }).toBeLessThan(0.5)
  await ben.hears('Ada')
  await ben.page.keyboard.press('o')
  await ben.page.locator('[data-action="settings"]').click()
  await ben.page.locator('[data-setting="quality"]').selectOption('auto')
  await ben.watches('Ada')
  await expect.poll(shareSentOn, { timeout: 30_000, interval: 500 }).toBeGreaterThan(0.7)
})
