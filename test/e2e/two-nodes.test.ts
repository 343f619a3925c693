import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { freePorts } from '../../scripts/network/held-ports.ts'
import type { NodeLogLine, NodeProcess } from '../../scripts/node-process.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import { readExposition } from '../support/exposition-grammar.ts'
import { ENCRYPTED } from './support/encrypted.ts'
import { type JoinWishes, Person } from './support/person.ts'
import { carriedFrom, everybodyHears, gatherNear, isCarriedFrom } from './support/several-nodes.ts'
import { SleepingBrowser } from './support/sleeping-browser.ts'

const here = gatherNear(() => Stage.open())
let near: NodeProcess
/** What it has logged. */
let nearLog: NodeLogLine[]
let far: NodeProcess
let metricsPort: number

const HERE = '127.0.0.1'
const THERE = '127.0.0.2'

beforeEach(async () => {
  nearLog = []
  metricsPort = await freePorts(1)
  near = await here.stage.startNode({
    further: ['--metrics-port', String(metricsPort)],
    onLog: (line) => nearLog.push(line),
  })
})

/** Ada and Cy are carried here, Ben there. */
async function meetOnTwoNodes(room: string, wishes: JoinWishes = {}): Promise<[Person, Person, Person]> {
  const ada = await here.join(room, 'Ada', 'local', wishes)
  far = await here.stage.startNode({ id: 'second', address: THERE })
  const ben = await here.join(room, 'Ben', 'second', wishes)
  const cy = await here.join(room, 'Cy', 'local', wishes)
  return [ada, ben, cy]
}

test('X5 people on two nodes hear and see each other, and mute each for all', async () => {
  const [ada, ben, cy] = await meetOnTwoNodes('two', ENCRYPTED)
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
    const [ada, ben, cy] = await meetOnTwoNodes(`kill-${killed}`, killed === 'second' ? ENCRYPTED : {})
    await everybodyHears([ada, ben, cy])
    const node = killed === 'second' ? far : near
    node.kill('SIGKILL')
    await node.exited
    await everybodyHears([ada, ben, cy])
    await Promise.all([ada.watches('Ben'), ben.watches('Ada')])
    const left = killed === 'second' ? HERE : THERE
    for (const person of [ada, ben, cy]) await isCarriedFrom(person, left)
  },
)

test('X7 a node is drained: people go on on the other without having lost anything, and its process ends', async () => {
  const [ada, ben, cy] = await meetOnTwoNodes('drain', ENCRYPTED)
  await everybodyHears([ada, ben, cy])
  await Promise.all([ada.watches('Ben'), ben.watches('Ada')])
  const seen = [ada, ben, cy].map((person) => person.frames.length)
  near.kill('SIGTERM')
  expect(await near.exited).toEqual({ code: 0, signal: null })
  await everybodyHears([ada, ben, cy])
  await Promise.all([ada.watches('Ben'), ben.watches('Ada'), cy.watches('Ben')])
  for (const [index, person] of [ada, ben, cy].entries()) {
    await isCarriedFrom(person, THERE)
    expect(person.frames.slice(seen[index]).filter(({ text }) => text.includes('media-lost'))).toEqual([])
  }
})

test('X7 N15 nobody holds a drain up by being idle: alone and silent, asleep, or waiting in the lobby', async () => {
  const silent = { mic: false, cam: false }
  const ada = await Person.join(here.browser, here.stage.url, 'alone', 'Ada', silent)
  const dan = await Person.arrive(here.browser, 'Dan')
  for (const person of [ada, dan]) here.keep(person)
  await ada.press('more')
  await ada.press('door')
  await ada.press('lobby')
  await ada.page.locator('[data-action="lobby"][aria-checked="true"]').waitFor()
  await dan.visit(`${here.stage.url}/alone?name=Dan&join&mic=0&cam=0`)
  await dan.page.locator('main[data-view="lobby"]').waitFor()
  const sleeping = await SleepingBrowser.open()
  onTestFinished(() => sleeping.close())
  const ben = await Person.join(sleeping.browser, here.stage.url, 'asleep', 'Ben', { cam: false })
  const cy = await Person.join(here.browser, here.stage.url, 'asleep', 'Cy', { cam: false })
  here.keep(cy)
  await everybodyHears([ben, cy])
  await sleeping.sleep()
  far = await here.stage.startNode({ id: 'second', address: THERE })
  near.kill('SIGTERM')
  expect(await near.exited).toEqual({ code: 0, signal: null })
  // It did not give up: nobody was left on it. The last line of a process may be read after its end.
  await expect
    .poll(() => nearLog, { timeout: 20_000 })
    .toContainEqual(expect.objectContaining({ event: 'node-drained', rooms: 0 }))
  // There was nothing for Ada to wait for.
  expect(ada.frames.filter(({ text }) => text.includes('finish-migration'))).toHaveLength(1)
  await dan.page.locator('main[data-view="lobby"]').waitFor()
  await sleeping.wake()
  await everybodyHears([ben, cy])
  for (const person of [ben, cy]) await isCarriedFrom(person, THERE)
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
  const ada = await here.join('rest', 'Ada', 'local')
  far = await here.stage.startNode({ id: 'second', address: THERE })
  const audioOnly = { settings: { quality: 'audio' }, viewport: { width: 1280, height: 720 } } as const
  const ben = await here.join('rest', 'Ben', 'second', audioOnly)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await expect.poll(shareSentOn, { timeout: 30_000, interval: 500 }).toBeLessThan(0.5)
  await ben.hears('Ada')
  await ben.page.keyboard.press('o')
  await ben.page.locator('[data-action="settings"]').click()
  await ben.page.locator('[data-setting="quality"]').selectOption('auto')
  await ben.watches('Ada')
  await expect.poll(shareSentOn, { timeout: 30_000, interval: 500 }).toBeGreaterThan(0.7)
})
