import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NodeProcess } from '../../scripts/node-process.ts'
import { Stage } from '../../scripts/stage.ts'
import { openBrowser } from './support/browser.ts'
import { sayMeasured } from './support/measured-nodes.ts'
import { Person } from './support/person.ts'

let browser: Browser
let stage: Stage
let near: NodeProcess
let far: NodeProcess
const people: Person[] = []

const HERE = '127.0.0.1'
const THERE = '127.0.0.2'

beforeAll(async () => {
  browser = await openBrowser()
})

beforeEach(async () => {
  stage = await Stage.open()
  near = await stage.startNode()
})

afterEach(async () => {
  for (const person of people.splice(0)) await person.close()
  await stage.close()
})

afterAll(async () => {
  await browser?.close()
})

/** Joins as somebody who is near to one node and far from the other. */
async function join(room: string, name: string, nearTo: string): Promise<Person> {
  const person = await Person.arrive(browser, name)
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
