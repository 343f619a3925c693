import { runInDurableObject } from 'cloudflare:test'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { MediaRoomId, type PeerId } from '../../protocol/ids.ts'
import { PAGE_LOOK_MS, PAGE_SILENCE_MAX_MS, VANISHED_AFTER_MS } from '../../protocol/limits.ts'
import { transportId } from '../../worker/room/core/queries.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'
import { RoomOfTwo } from './room-of-two.ts'

const here = RoomOfTwo.ofEachTest('vanishing')

const alarmIn = (): Promise<number> =>
  runInDurableObject(
    here.stub,
    async (_object, { storage }) => ((await storage.getAlarm()) ?? 0) - Date.now(),
  )

const hears = (peer: PeerId, heard: boolean): void =>
  here.node.send({
    type: 'event',
    event: {
      event: 'pages-heard',
      pages: [
        {
          room: v.parse(MediaRoomId, here.stub.id.toString()),
          transport: transportId({ id: peer, generation: 1 }, 'receive'),
          heard,
        },
      ],
    },
  })

/** Lets the alarm ring as if it were that much later. */
const ring = (laterMs: number): Promise<void> =>
  runInDurableObject(here.stub, (object) =>
    object.alarm({ isRetry: false, retryCount: 0, scheduledTime: Date.now() + laterMs }),
  )

describe('R8 somebody who vanishes', () => {
  test('is marked, looked after, and gone within a minute, also across hibernation', async () => {
    const { ada, benIs, ben } = await here.pair()
    hears(benIs.self, false)
    expect((await ada.event('cut-off-changed')).data).toMatchObject({ peers: [benIs.self], cutOff: true })
    expect(await alarmIn()).toBeLessThanOrEqual(PAGE_LOOK_MS)
    await evictAtRest(here.stub)
    ada.socket.send('ping')
    await ring(PAGE_LOOK_MS)
    expect(await ben.closed).toMatchObject({ code: 4408, reason: 'ping-timeout' })
    expect(ada.inbox.rest).toEqual([])
    await ring(VANISHED_AFTER_MS)
    expect((await ada.event('peer-left')).data).toMatchObject({ peer: benIs.self })
  })

  test('stays where the page answers: its media alone is cut, and the mark goes with it', async () => {
    const { ada, ben, benIs } = await here.pair()
    const asked = new Promise<void>((resolve) =>
      ben.socket.addEventListener('message', ({ data }) => {
        if (data === 'ping') resolve()
      }),
    )
    hears(benIs.self, false)
    await asked
    ben.socket.send('ping')
    await ada.event('cut-off-changed')
    await ring(PAGE_LOOK_MS)
    expect(await ben.ask('message-history', { after: 0 })).toHaveProperty('messages')
    hears(benIs.self, true)
    expect((await ada.event('cut-off-changed')).data).toMatchObject({ peers: [benIs.self], cutOff: false })
  })
})

test('E2 a room to whose pages a node listens is not woken to see whether pings are missing', async () => {
  await here.pair()
  const soonest = await alarmIn()
  expect(soonest).toBeGreaterThan(PAGE_SILENCE_MAX_MS - 20_000)
})

test('R8 without a node, a page whose pings are missing is asked before its socket is closed', async () => {
  await NodeClient.dropAll()
  const ada = await PageClient.open(here.name)
  await ada.welcome('Ada', { rtpCapabilities: null })
  expect(await alarmIn()).toBeLessThan(32_000)
  const asked = new Promise<void>((resolve) =>
    ada.socket.addEventListener('message', ({ data }) => {
      if (data === 'ping') resolve()
    }),
  )
  await ring(32_000)
  await asked
  ada.socket.send('ping')
  expect(await ada.ask('message-history', { after: 0 })).toHaveProperty('messages')
})
