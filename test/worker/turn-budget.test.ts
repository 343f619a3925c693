import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { MediaRoomId, newTurnCountId, type TurnCountId } from '../../protocol/ids.ts'
import type { TurnLevel } from '../../protocol/media/turn.ts'
import { TurnUsage } from '../../protocol/media/turn.ts'
import type { NodeOp } from '../../protocol/node-edge/requests.ts'
import { TurnMonths } from '../../worker/directory/published/turn-months.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

/** As vitest.config.ts has them. */
const ROOM_BUDGET = 100_000
const MONTH_BUDGET = 200_000
const SECRET = 'an-operator-s-secret'
/** Rooms tell what they count after a few seconds. */
const SOON = { timeout: 10_000, interval: 100 }

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const roomStub = (room: string) => env.ROOMS.get(env.ROOMS.idFromName(room))
const nodeStub = (node: string) => env.NODES.get(env.NODES.idFromName(node))
const directoryStub = () => env.DIRECTORY.get(env.DIRECTORY.idFromName('swarm'))
const mediaRoom = (room: string) => v.parse(MediaRoomId, env.ROOMS.idFromName(room).toString())

const askUse = (secret: string): Promise<Response> =>
  exports.default.fetch('http://edge/api/admin/turn', { headers: { authorization: `Bearer ${secret}` } })
const use = async (): Promise<TurnUsage> => v.parse(TurnUsage, await (await askUse(SECRET)).json())

/** What that node is asked next of a transport that is relayed. */
async function nextHeld(node: NodeClient): Promise<NodeOp[]> {
  const isRelayed = (ops: readonly NodeOp[]) => ops.some(({ op }) => op === 'set-turn-level')
  const frame = await node.inbox.next((each) => each.type === 'batch' && isRelayed(each.batch.ops))
  return frame.type === 'batch' ? frame.batch.ops : []
}

const carried = (ops: readonly NodeOp[]): (TurnLevel | null)[] =>
  ops.flatMap((op) => (op.op === 'set-turn-level' ? [op.turnLevel] : []))

/** Somebody enters who is relayed, and has been for so long that a node may have counted what it says. */
async function enterRelayed(room: string, node: NodeClient): Promise<PageClient> {
  const ada = await PageClient.open(room)
  await ada.welcome('Ada')
  await ada.ask('report-path', { generation: 1, viaTurn: true })
  expect(carried(await nextHeld(node))).toEqual(['all', 'all'])
  const since = Date.now()
  while (Date.now() < since + 100) await scheduler.wait(20)
  return ada
}

const tells = (node: NodeClient, room: string, count: TurnCountId, bytes: number): void =>
  node.send({
    type: 'event',
    event: { event: 'turn-bytes', rooms: [{ room: mediaRoom(room), count, bytes }] },
  })

async function levelTold(page: PageClient): Promise<TurnLevel | null> {
  const { data } = await page.event('room-settings-changed')
  return data.event === 'room-settings-changed' ? data.room.turnLevel : null
}

describe('a budget for relayed traffic', () => {
  test('M10 a room that has used up its own keeps its voices, and then nothing', async () => {
    const node = await NodeClient.start('counting')
    const ada = await enterRelayed('spending', node)
    const count = newTurnCountId()
    tells(node, 'spending', count, 0.95 * ROOM_BUDGET)
    expect(await levelTold(ada)).toBe('audio-only')
    expect(carried(await nextHeld(node))).toEqual(['audio-only', 'audio-only'])
    await expect.poll(async () => (await use()).bytes, SOON).toBe(0.95 * ROOM_BUDGET)

    // Told again, by objects that were loaded anew: nothing is more.
    await evictAtRest(roomStub('spending'))
    await evictAtRest(nodeStub('counting'))
    await evictAtRest(directoryStub())
    tells(node, 'spending', count, 0.95 * ROOM_BUDGET)
    tells(node, 'spending', count, ROOM_BUDGET)
    expect(await levelTold(ada)).toBe('nothing')
    await expect.poll(async () => (await use()).bytes, SOON).toBe(ROOM_BUDGET)
    expect(await use()).toMatchObject({ monthBudget: MONTH_BUDGET, roomBudget: ROOM_BUDGET })
  })

  test('M9 a node that does not carry a room says nothing of it', async () => {
    const node = await NodeClient.start('honest')
    await enterRelayed('quiet', node)
    const { bytes } = await use()
    const liar = await NodeClient.start('liar')
    tells(liar, 'quiet', newTurnCountId(), ROOM_BUDGET)
    liar.send({ type: 'event', event: { event: 'turn-bytes', rooms: [] } })
    // What the honest one says comes through, and alone.
    tells(node, 'quiet', newTurnCountId(), 1_000)
    await expect.poll(async () => (await use()).bytes, SOON).toBe(bytes + 1_000)
  })

  test('M10 where the month’s is spent, every room knows, and one that opens is told at once', async () => {
    const node = await NodeClient.start('last')
    const ada = await enterRelayed('another', node)
    const others = 0.9 * MONTH_BUDGET - (await use()).bytes
    const counts = { 'relayed-bytes': others }
    await directoryStub().reportFigures({ id: 'of the others', people: 0, counts })
    expect((await use()).level).toBe('audio-only')
    tells(node, 'another', newTurnCountId(), 1_000)
    expect(await levelTold(ada)).toBe('audio-only')
    const ben = await PageClient.open('later')
    expect((await ben.welcome('Ben')).room.turnLevel).toBe('audio-only')
  })
})

test('M11 how much it is, the operator alone may read', async () => {
  expect((await askUse('wrong')).status).toBe(401)
  expect((await use()).month).toMatch(/^\d{4}-\d\d$/)
})

test('M10 with another month all of its budget is there again', async () => {
  await runInDurableObject(directoryStub(), (_, ctx) => {
    const months = new TurnMonths(ctx.storage.sql, { room: null, month: 1_000 })
    const november = Date.parse('2030-11-30T23:59:59Z')
    months.add(600, november)
    months.add(600, november)
    expect(months.use(november)).toMatchObject({ month: '2030-11', bytes: 1_200, level: 'nothing' })
    expect(months.use(november + 1_000)).toMatchObject({ month: '2030-12', bytes: 0, level: 'all' })
  })
})
