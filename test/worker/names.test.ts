import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { PeerId, ResumeToken } from '../../protocol/ids.ts'
import { RENAME_RATE } from '../../protocol/limits.ts'
import { DisplayName } from '../../protocol/names/display-name.ts'
import type { Welcome } from '../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import type { RoomObject } from '../../worker/room/room-object.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

/** Ada, Ben and Eve are in a room. */
interface Scene {
  readonly ada: PageClient
  readonly ben: PageClient
  readonly eve: PageClient
  readonly benId: PeerId
  readonly eveId: PeerId
  readonly eveToken: ResumeToken
}

let room: string
let count = 0

beforeEach(async () => {
  count += 1
  room = `names-${count}`
  await NodeClient.start(`names-node-${count}`)
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const called = (name: string) => v.parse(DisplayName, name)
const roomStub = (): DurableObjectStub<RoomObject> => env.ROOMS.get(env.ROOMS.idFromName(room))
const nameOf = ({ self, peers }: Welcome) => peers.find(({ id }) => id === self)?.name

async function scene(): Promise<Scene> {
  const ada = await PageClient.open(room)
  await ada.welcome('Ada')
  const ben = await PageClient.open(room)
  const { self: benId } = await ben.welcome('Ben')
  const eve = await PageClient.open(room)
  const { self: eveId, resumeToken: eveToken } = await eve.welcome('Eve')
  return { ada, ben, eve, benId, eveId, eveToken }
}

/** All that those two have heard until now: their next answers come after whatever was told them before. */
async function heardBy({ ada, ben }: Scene): Promise<string> {
  for (const page of [ada, ben]) await page.ask('message-history', { after: 0 })
  return JSON.stringify([ada.inbox.rest, ben.inbox.rest])
}

const NO_NAMES = [
  ['of 10,000 characters', 'x'.repeat(10_000)],
  ['of 41 characters', 'x'.repeat(41)],
  ['that turns its surroundings around', '\u202eadA'],
  ['of a blank without width', 'A\u200bda'],
  ['with a blank before it', ' Ada'],
  ['that nobody sees', '\u200d\ufe0f'],
  ['that nobody sees, of letters', '\u3164'],
  ['that is empty', ''],
  ['that is no text', 7],
] as const

test.each(NO_NAMES)('J9 a name %s is refused, and the next one is welcome', async (_what, name) => {
  const ada = await PageClient.open(room)
  await ada.welcome('Ada')
  const eve = await PageClient.open(room)
  const params = { protocol: PAGE_EDGE.newest, name, rtpCapabilities: null }
  expect(await eve.askFor('join', params)).toMatchObject({ error: { code: 'bad-message' } })
  expect((await eve.welcome('👩‍👩‍👧 Eve')).peers.map((peer) => peer.name)).toEqual(['Ada', '👩‍👩‍👧 Eve'])
})

describe('whoever would be called otherwise', () => {
  test.each(NO_NAMES)('A7 J9 is refused a name %s, and nobody hears of it', async (_what, name) => {
    const here = await scene()
    const before = await heardBy(here)
    expect(await here.eve.askFor('rename', { name })).toMatchObject({ error: { code: 'bad-message' } })
    expect(await heardBy(here)).toBe(before)
  })

  test('A7 names nobody else: whom the request says is passed over', async () => {
    const here = await scene()
    const { ben, eve, benId, eveId } = here
    expect(await eve.askFor('rename', { name: 'Ada', peer: benId })).toMatchObject({ result: {} })
    expect((await ben.event('peer-renamed')).data).toEqual({
      event: 'peer-renamed',
      peer: eveId,
      name: 'Ada',
    })
  })

  test('A7 is refused more often than the others would like, on another socket as well, and stays', async () => {
    const here = await scene()
    const { ben, eve } = here
    const names = Array.from({ length: RENAME_RATE.burst }, (_, index) => called(`Eve ${index}`))
    for (const name of names) expect(await eve.ask('rename', { name })).toEqual({})
    const before = await heardBy(here)
    expect(await eve.ask('rename', { name: called('Eve again') })).toEqual({ refused: 'rate-limited' })
    const again = await PageClient.open(room)
    const resume = { token: here.eveToken, seq: 0, media: 'gone' } as const
    const welcomed = await again.welcome('Eve', { resume })
    expect(nameOf(welcomed)).toBe(names.at(-1))
    expect(await again.ask('rename', { name: called('Eve again') })).toEqual({ refused: 'rate-limited' })
    expect(await heardBy(here)).not.toContain('Eve again')
    expect(await ben.ask('rename', { name: called('Benjamin') })).toEqual({})
    expect(before).toContain(names.at(-1))
  })

  test('G8 A7 is told when the next name may come', async () => {
    const { eve } = await scene()
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    for (let i = 0; i < RENAME_RATE.burst; i += 1) await eve.ask('rename', { name: called(`Eve ${i}`) })
    const retryAfterMs = 1_000 / RENAME_RATE.perSecond
    expect(await eve.askFor('rename', { name: 'Eve again' })).toMatchObject({
      error: { code: 'rate-limited', retryAfterMs },
    })
    vi.setSystemTime(Date.now() + retryAfterMs)
    expect(await eve.ask('rename', { name: called('Eve again') })).toEqual({})
  })

  test('A7 E1 E3 is called so by an edge that slept, and by one that was begun anew', async () => {
    const { ben, eve, eveId, eveToken } = await scene()
    await eve.ask('rename', { name: called('Eve L.') })
    await evictAtRest(roomStub())
    await ben.event('peer-renamed')
    const again = await PageClient.open(room)
    const resume = { token: eveToken, seq: 0, media: 'gone' } as const
    const welcomed = await again.welcome('Eve', { resume })
    expect(welcomed.self).toBe(eveId)
    expect(nameOf(welcomed)).toBe('Eve L.')
    await evictAtRest(roomStub(), { webSockets: 'close' })
    const later = await PageClient.open(room)
    expect(nameOf(await later.welcome('Eve', { resume }))).toBe('Eve L.')
  })
})
