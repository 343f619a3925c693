import type { Browser, WebSocketRoute } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openChromium } from './support/chromium.ts'
import { Person } from './support/person.ts'
import { Stage } from './support/stage.ts'
import { withoutUdp } from './support/without-udp.ts'

let stage: Stage
let browser: Browser
let people: Person[] = []

beforeAll(async () => {
  stage = await Stage.open()
  await stage.startNode()
  browser = await openChromium()
})

afterEach(async () => {
  for (const person of people) await person.close()
  people = []
})

afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const link = (room: string, name: string) => `${stage.url}/${room}?name=${name}&join&mic=1&cam=1`

test('J2 two round trips: after one answer to one request, media flows both ways though nothing else arrives', async () => {
  const ada = await Person.join(browser, stage.url, 'trips', 'Ada')
  const ben = await Person.arrive(browser, 'Ben')
  people.push(ada, ben)
  const held: string[] = []
  let answered = false
  await ben.page.routeWebSocket(/\/socket$/, (page: WebSocketRoute) => {
    const edge = page.connectToServer()
    edge.onMessage((message) => {
      // The second round trip ends with the welcome. Whatever a third would bring stays here.
      if (answered) held.push(String(message))
      else page.send(message)
      answered = true
    })
  })
  await ben.page.goto(link('trips', 'Ben'))
  await ben.inRoom()
  await ben.watches('Ada')
  await ben.hears('Ada')
  await ada.watches('Ben')
  await ada.hears('Ben')
  // What was held back are answers: the page asked for all of it without waiting.
  expect(held.length).toBeGreaterThanOrEqual(4)
})

test('J1 the first message is the join, and the welcome alone answers it', async () => {
  const ada = await Person.join(browser, stage.url, 'first', 'Ada')
  people.push(ada)
  const [asked, answered] = ada.frames
  expect(asked).toMatchObject({ from: 'page' })
  expect(JSON.parse(asked?.text ?? '')).toMatchObject({ id: 1, request: 'join' })
  expect(answered).toMatchObject({ from: 'edge' })
  expect(JSON.parse(answered?.text ?? '')).toMatchObject({ id: 1, result: { kind: 'welcome' } })
})

test('where UDP is blocked, media flows over TCP', async () => {
  for (const name of ['Ada', 'Ben']) {
    const person = await Person.arrive(browser, name)
    people.push(person)
    await person.page.addInitScript(withoutUdp)
    await person.page.goto(link('tcp', name))
    await person.inRoom()
  }
  const [ada, ben] = people
  if (!ada || !ben) throw new Error('not two')
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  expect(await ada.page.evaluate(() => window.received.protocols())).toEqual(['tcp', 'tcp'])
})
