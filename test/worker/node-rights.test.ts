import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MediaRoomId } from '../../protocol/ids.ts'
import { NodeEvent } from '../../protocol/node-edge/events.ts'
import { NodeFrame } from '../../protocol/node-edge/frames.ts'
import { NODE_RIGHTS, type Said } from '../support/rights/node-rights.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'
import { rowsOf } from './room-rows.ts'

/** Which node may say what, about whose room, on real sockets: NODE_RIGHTS has it as data. */

let name: string
let count = 0

beforeEach(() => {
  count += 1
  name = `node-rights-${count}`
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
  vi.useRealTimers()
})

const stub = () => env.ROOMS.get(env.ROOMS.idFromName(name))

/** Ada is in a room that a node carries, through a TURN server; a second node waits. */
async function carried() {
  const node = await NodeClient.start(`${name}-carrier`)
  const other = await NodeClient.start(`${name}-other`)
  const ada = await PageClient.open(name)
  const { self, media } = await ada.welcome('Ada', { preferredNode: node.node })
  expect(media).not.toBeNull()
  await ada.ask('report-path', { generation: 1, viaTurn: true })
  // In less time nothing could have been relayed (M9).
  vi.setSystemTime(Date.now() + 1_000)
  const room = v.parse(MediaRoomId, stub().id.toString())
  const said: Said = { room, transport: `${self}_1_receive` }
  return { node, other, ada, said }
}

const heldAgainst = ({ node }: NodeClient): Promise<string[]> =>
  runInDurableObject(env.NODES.get(env.NODES.idFromName(node)), (_, { storage: { sql } }) =>
    sql
      .exec('SELECT violation FROM violations')
      .toArray()
      .map(({ violation }) => String(violation)),
  )

const rights = Object.entries(NODE_RIGHTS).map(([saying, right]) => [right.rules, saying, right] as const)

test('N7 all that a node can say is in the table of rights', () => {
  const types = NodeFrame.options.map(({ entries }) => entries.type.literal)
  const events: readonly string[] = NodeEvent.options.map(({ entries }) => entries.event.literal)
  const sayings: readonly string[] = types.filter((type) => type !== 'event' && type !== 'register')
  expect(Object.keys(NODE_RIGHTS).sort()).toEqual([...sayings, ...events].sort())
})

describe('a node, about a room that another carries: nobody hears of it, and nothing changes', () => {
  test.each(rights)('%s %s', async (_rules, _saying, { say, foreign }) => {
    const { other, ada, said } = await carried()
    await ada.ask('message-history', { after: 0 })
    const before = [await rowsOf(stub()), [...ada.inbox.rest]]
    other.send(say(said))
    // What it says next is served after that.
    other.send({ type: 'answer', id: 7_777, outcomes: [] })
    const expected = foreign === null ? ['unasked-answer'] : [foreign, 'unasked-answer']
    await expect.poll(() => heldAgainst(other)).toEqual(expected)
    await ada.ask('message-history', { after: 0 })
    expect([await rowsOf(stub()), [...ada.inbox.rest]]).toEqual(before)
  })
})

describe('a node, about a room that it carries', () => {
  test.each(rights)('%s %s', async (_rules, _saying, { say, own, foreign }) => {
    const { node, ada, said } = await carried()
    node.send(say(said))
    if (own !== null) await ada.event(own)
    node.send({ type: 'answer', id: 7_777, outcomes: [] })
    // An answer that nobody asked for is nobody's, whoever it comes from, and so is a place of a stranger.
    const isNobodys = foreign !== null && foreign !== 'unknown-rooms'
    const expected = isNobodys ? [foreign, 'unasked-answer'] : ['unasked-answer']
    await expect.poll(() => heldAgainst(node)).toEqual(expected)
    await ada.ask('message-history', { after: 0 })
    if (own === null) expect(ada.inbox.rest).toEqual([])
  })
})

test('N2 N7 a node that has not said who it is can say nothing else: its socket ends, and nobody hears of it', async () => {
  const { ada, said } = await carried()
  const before = await rowsOf(stub())
  for (const [, saying, { say }] of rights) {
    const stranger = await NodeClient.open(`${name}-carrier`)
    stranger.send(say(said))
    expect([saying, await stranger.closed]).toMatchObject([saying, { code: 4409, reason: 'not-joined' }])
  }
  await ada.ask('message-history', { after: 0 })
  expect(ada.inbox.rest).toEqual([])
  expect(await rowsOf(stub())).toEqual(before)
})

test('N1 N2 a node says once who it is: a second time ends its socket', async () => {
  const node = await NodeClient.open(`${name}-twice`)
  const nonce = await node.challenge()
  await node.register({}, { nonce })
  await node.inbox.next(({ type }) => type === 'registered')
  await node.register({}, { nonce })
  expect(await node.closed).toMatchObject({ reason: 'already-joined' })
})
