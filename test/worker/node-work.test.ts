import { afterEach, describe, expect, test } from 'vitest'
import { newProducerId } from '../../protocol/ids.ts'
import { MAX_TILES_IN_VIEW, NODE_WORK_RATES } from '../../protocol/limits.ts'
import type { PageParams, PageRequestName, Welcome } from '../../protocol/page-edge/requests.ts'
import { someDtls, someRtp } from '../support/scripted-node.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const eventsOf = (page: PageClient): string[] =>
  page.inbox.rest.flatMap((frame) => ('seq' in frame ? [frame.data.event] : []))

/** Sends a request as often as a page may send anything at all at once, and counts how it is answered. */
async function flood<Name extends PageRequestName>(
  page: PageClient,
  name: Name,
  params: () => PageParams<Name>,
  times = 55,
) {
  const answers = await Promise.all(Array.from({ length: times }, () => page.ask(name, params())))
  const refused = answers.flatMap((answer) => ('refused' in answer ? [answer.refused] : []))
  return { refused, taken: times - refused.length }
}

/** Somebody in a room of that name, and how many batches the node was asked meanwhile. */
async function somebody(room: string) {
  const node = await NodeClient.start(`node-of-${room}`)
  const page = await PageClient.open(room)
  const welcome = await page.welcome('Mallory')
  return { node, page, welcome, generation: welcome.media?.generation ?? 0 }
}

/** What a person may ask at once since `began` (ms since the epoch), and a second more. */
const mostOf = (work: keyof typeof NODE_WORK_RATES, began: number) => {
  const { burst, perSecond } = NODE_WORK_RATES[work].person
  return burst + Math.ceil(((Date.now() - began) / 1_000) * perSecond)
}

describe('G6 what has a node work has a budget for each person', () => {
  test('restart-ice, connect-transport and suspect-node', async () => {
    const began = Date.now()
    const { node, page, generation } = await somebody('flooded')
    const before = node.batches
    const direction = 'send'
    const restarts = await flood(page, 'restart-ice', () => ({ generation, direction }))
    expect(new Set(restarts.refused)).toEqual(new Set(['rate-limited']))
    expect(restarts.taken).toBeLessThanOrEqual(mostOf('restart-ice', began))
    expect(restarts.taken).toBeGreaterThanOrEqual(NODE_WORK_RATES['restart-ice'].person.burst)
    expect(node.batches - before).toBe(restarts.taken)
    const other = await PageClient.open('flooded')
    const { media } = await other.welcome('Trudy')
    const connect = { generation: media?.generation ?? 0, direction, dtlsParameters: someDtls } as const
    const connected = await flood(other, 'connect-transport', () => connect)
    expect(connected.taken).toBeLessThanOrEqual(mostOf('connect-transport', began))
    const suspecting = await PageClient.open('flooded')
    await suspecting.welcome('Eve')
    const suspected = await flood(suspecting, 'suspect-node', () => ({ generation: 1 }))
    expect(suspected.taken).toBeLessThanOrEqual(mostOf('suspect-node', began))
  })

  test('renew-media: the others lose nothing by it, and may renew their own', async () => {
    const { node, page } = await somebody('renewing')
    const ada = await PageClient.open('renewing')
    const { self } = await ada.welcome('Ada')
    let generation = 1
    const answers: object[] = []
    for (let asked = 0; asked < 40; asked += 1) {
      const answer = await page.ask('renew-media', { generation })
      answers.push(answer)
      if ('refused' in answer) continue
      await page.event('media-started')
      generation += 1
    }
    const refused = answers.filter((answer) => 'refused' in answer)
    expect(refused.length).toBeGreaterThan(30)
    expect(refused).toEqual(refused.map(() => ({ refused: 'rate-limited' })))
    expect(node.batches).toBeLessThan(40)
    expect(page.socket.readyState).toBe(WebSocket.READY_STATE_OPEN)
    expect(await ada.ask('renew-media', { generation: 1 })).toEqual({})
    expect((await ada.event('media-started')).data).toMatchObject({ media: { generation: 2 } })
    expect(eventsOf(ada)).not.toContain('media-lost')
    expect(self).toBeDefined()
  })

  test('produce and close-producer in a loop', async () => {
    const { node, page, generation } = await somebody('producing')
    const began = Date.now()
    const before = node.batches
    let taken = 0
    for (let asked = 0; asked < 28; asked += 1) {
      const producer = newProducerId()
      const sent = {
        generation,
        producer,
        source: 'microphone',
        rtpParameters: someRtp,
        paused: false,
      } as const
      const answer = await page.ask('produce', sent)
      if (!('refused' in answer)) taken += 1
      await page.ask('close-producer', { producer })
    }
    expect(taken).toBeLessThanOrEqual(mostOf('produce', began))
    expect(taken).toBeGreaterThanOrEqual(NODE_WORK_RATES.produce.person.burst)
    expect(node.batches - before).toBeLessThanOrEqual(2 * taken)
  })

  test('view is counted by its tiles', async () => {
    const began = Date.now()
    const { page } = await somebody('viewing')
    const tile = () => ({ producer: newProducerId(), width: 100, height: 100, priority: 'other' }) as const
    const tiles = Array.from({ length: MAX_TILES_IN_VIEW / 2 }, tile)
    const views = await flood(page, 'set-view', () => ({ tiles }), 20)
    expect(views.taken * tiles.length).toBeLessThanOrEqual(mostOf('set-view', began))
    expect(views.taken).toBeGreaterThanOrEqual(4)
    expect(views.refused).toContain('rate-limited')
    expect(await page.ask('send-message', chat)).not.toHaveProperty('refused')
  })

  test('whoever resumes has no more of it', async () => {
    const { page, welcome } = await somebody('resuming')
    await flood(page, 'restart-ice', () => ({ generation: 1, direction: 'send' }))
    const again = await PageClient.open('resuming')
    const resume = { token: welcome.resumeToken, seq: welcome.seq, media: 'kept' } as const
    await again.join('Mallory', { resume })
    const more = await flood(again, 'restart-ice', () => ({ generation: 1, direction: 'send' }), 20)
    expect(more.taken).toBeLessThan(5)
  })
})

const chat = {
  kind: 'chat',
  addressee: { to: 'everyone' },
  payload: 'a word',
} as const satisfies PageParams<'send-message'>

describe('F4 a suspected node of which anything is heard lives', () => {
  const suspect = (page: PageClient, { media }: Welcome) =>
    page.ask('suspect-node', { generation: media?.generation ?? 0 })
  /** Longer than a suspicion lasts. */
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('by what it says of its own accord, though it has no time to answer', async () => {
    const node = await NodeClient.start('overworked')
    const ada = await PageClient.open('overworked-room')
    const welcome = await ada.welcome('Ada')
    node.answers = false
    await suspect(ada, welcome)
    await node.inbox.next(({ type }) => type === 'are-you-alive')
    node.send({ type: 'event', event: { event: 'probe-opened', probe: PROBE } })
    await pause(1_400)
    expect(eventsOf(ada)).not.toContain('media-lost')
    node.answers = true
    expect(await ada.ask('restart-ice', { generation: 1, direction: 'send' })).toHaveProperty('iceParameters')
  })

  test('and one of which nothing is heard does not', async () => {
    const node = await NodeClient.start('silent')
    const ada = await PageClient.open('silent-room')
    const welcome = await ada.welcome('Ada')
    node.answers = false
    await suspect(ada, welcome)
    await ada.event('media-lost')
    expect(await node.closed).toMatchObject({ code: 4408, reason: 'ping-timeout' })
  })
})

const PROBE = {
  usernameFragment: 'u'.repeat(16),
  password: 'p'.repeat(32),
  address: '203.0.113.7',
  port: 40_000,
}
