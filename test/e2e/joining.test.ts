import type { WebSocketRoute } from 'playwright-core'
import { expect, test } from 'vitest'
import { ENCRYPTED, FRAGMENT } from './support/encrypted.ts'
import { gather } from './support/gathering.ts'
import { withoutUdp } from './support/without-udp.ts'

const here = gather()

const link = (room: string, name: string) => `${here.url}/${room}?name=${name}&join&mic=1&cam=1`

test.each([
  ['a plain room', 'trips', {}, ''],
  ['an encrypted room', 'sealed-trips', ENCRYPTED, FRAGMENT],
])(
  'J2 K32 two round trips into %s: after one answer to one request, media flows both ways though nothing else arrives',
  async (_kind, room, wishes, fragment) => {
    const ada = await here.join(room, 'Ada', wishes)
    const ben = await here.arrive('Ben')
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
    await ben.visit(link(room, 'Ben') + fragment)
    await ben.inRoom()
    await ben.watches('Ada')
    await ben.hears('Ada')
    await ada.watches('Ben')
    await ada.hears('Ben')
    // What was held back are answers: the page asked for all of it without waiting.
    expect(held.length).toBeGreaterThanOrEqual(4)
  },
)

test('J1 the first message is the join, and the welcome alone answers it', async () => {
  const ada = await here.join('first', 'Ada')
  const [asked, answered] = ada.frames
  expect(asked).toMatchObject({ from: 'page' })
  expect(JSON.parse(asked?.text ?? '')).toMatchObject({ id: 1, request: 'join' })
  expect(answered).toMatchObject({ from: 'edge' })
  expect(JSON.parse(answered?.text ?? '')).toMatchObject({ id: 1, result: { kind: 'welcome' } })
})

test('M1 both ways to the node are open before there is anybody to hear; whoever comes is received over them', async () => {
  const ada = await here.join('early', 'Ada')
  const ways = () => ada.page.evaluate(() => window.received.protocols())
  await expect.poll(ways, { timeout: 30_000 }).toEqual(['udp', 'udp'])
  await ada.page.locator('[data-media="flowing"]').waitFor()
  const connections = () => ada.page.evaluate(() => window.received.connections())
  const before = await connections()
  await here.join('early', 'Ben')
  await ada.hears('Ben')
  await ada.watches('Ben')
  expect(await connections()).toBe(before)
})

test('where UDP is blocked, media flows over TCP', async () => {
  const ada = await here.arrive('Ada')
  const ben = await here.arrive('Ben')
  for (const person of [ada, ben]) {
    await person.page.addInitScript(withoutUdp)
    await person.visit(link('tcp', person.name))
    await person.inRoom()
  }
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  expect(await ada.page.evaluate(() => window.received.protocols())).toEqual(['tcp', 'tcp'])
})
