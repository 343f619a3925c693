import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { MediaRoomId, newProducerId } from '../../protocol/ids.ts'
import {
  MAX_NODE_VIOLATIONS,
  MAX_UNREGISTERED_NODE_SOCKETS,
  MAX_UNREGISTERED_OF_NETWORK,
  NODE_FRAME_BURST,
  NODE_REQUEST_TIMEOUT_MS,
  NODE_TIMEOUT_MIN_MS,
  PORTS_RETRY_MIN_MS,
} from '../../protocol/limits.ts'
import type { NodeOutcome } from '../../protocol/node-edge/requests.ts'
import { CheckRecords } from '../../worker/directory/reachability/check-records.ts'
import { someRtp } from '../support/scripted-node.ts'
import { directoryStub } from './directory-stub.ts'
import { NodeClient } from './node-client.ts'
import { listed, order } from './operator-client.ts'
import { PageClient } from './page-client.ts'
import { due } from './untried-node.ts'

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const sql = (statement: string, ...values: (string | number)[]) =>
  runInDurableObject(directoryStub(), (_, ctx) => void ctx.storage.sql.exec(statement, ...values))

/** The number of the question that a node is asked next, which it leaves to the test to answer. */
async function nextQuestion(node: NodeClient): Promise<number> {
  const asked = await node.inbox.next(({ type }) => type === 'batch')
  if (asked.type !== 'batch') throw new Error('no batch')
  return asked.batch.id
}

const wordy: NodeOutcome = { outcome: 'failed', code: 'media-failed', message: 'x'.repeat(500) }

describe('N22 what a node says is measured before it is read', () => {
  test('an answer is no longer than what it was asked can cost', async () => {
    const node = await NodeClient.start('long-winded')
    node.serves = false
    const ada = await PageClient.open('long-winded-room')
    const joining = ada.welcome('Ada')
    const id = await nextQuestion(node)
    node.send({ type: 'answer', id, outcomes: Array.from({ length: 1_000 }, () => wordy) })
    expect(await node.closed).toMatchObject({ code: 4413, reason: 'message-too-large' })
    await joining
  })

  test('one that is written in another order, or an event, is short', async () => {
    for (const text of [
      JSON.stringify({ outcomes: Array.from({ length: 40 }, () => wordy), id: 1, type: 'answer' }),
      JSON.stringify({ type: 'event', event: { event: 'draining', padding: 'x'.repeat(17_000) } }),
    ]) {
      const node = await NodeClient.start('long-winded')
      node.sendText(text)
      expect(await node.closed).toMatchObject({ code: 4413, reason: 'message-too-large' })
    }
  })

  test('what nobody waits for is not read at all: not even nonsense in it is seen', async () => {
    const node = await NodeClient.start('babbling')
    for (let id = 1; id < MAX_NODE_VIOLATIONS; id += 1) node.sendText(`{"type":"answer","id":${id},nonsense`)
    const ada = await PageClient.open('babbling-room')
    expect((await ada.welcome('Ada')).media).not.toBeNull()
    node.sendText('{"type":"checked","id":7,nonsense')
    expect(await node.closed).toMatchObject({ reason: 'misbehaved' })
    expect(await listed('babbling')).toMatchObject({
      reason: expect.stringContaining(`${MAX_NODE_VIOLATIONS} answers that nobody asked for`),
    })
  })
})

describe('V2 an event of a later version', () => {
  const told = (event: string) => JSON.stringify({ type: 'event', event: { event, of: 'later' } })

  test('is passed over, and the log says how many there were', async () => {
    const logged = vi.spyOn(console, 'info').mockReturnValue()
    onTestFinished(() => void logged.mockRestore())
    const node = await NodeClient.start('from-tomorrow')
    for (let i = 0; i < 12; i += 1) node.sendText(told('weather-changed'))
    const ada = await PageClient.open('tomorrow-room')
    expect((await ada.welcome('Ada')).media).not.toBeNull()
    const lines = logged.mock.calls.map(([line]) => JSON.parse(String(line)))
    expect(lines.flatMap(({ event: line, count }) => (line === 'node-event-unknown' ? [count] : []))).toEqual(
      [1, 10],
    )
    node.sendText(told('pages-heard'))
    expect(await node.closed).toMatchObject({ code: 4400, reason: 'bad-message' })
  })

  test('costs what each frame costs', async () => {
    const node = await NodeClient.start('gossiping')
    const frames = NODE_FRAME_BURST + 4 * MAX_NODE_VIOLATIONS
    for (let i = 0; i < frames; i += 1) node.sendText(told('weather-changed'))
    expect(await node.closed).toMatchObject({ reason: 'misbehaved' })
  })
})

const mediaRoom = (room: string) => v.parse(MediaRoomId, env.ROOMS.idFromName(room).toString())

async function misbehave(name: string): Promise<void> {
  const node = await NodeClient.start(name)
  for (let id = 1; id <= MAX_NODE_VIOLATIONS; id += 1) node.send({ type: 'answer', id, outcomes: [] })
  expect(await node.closed).toMatchObject({ reason: 'misbehaved' })
}

describe('N13 a node that was cut off for what it said', () => {
  const outFor = async (node: string) => {
    const response = await NodeClient.dial(node)
    const said = await response.json<{ code: string; message: string }>()
    expect([response.status, said.code]).toEqual([403, 'misbehaved'])
    return Date.parse(/before (\S+)$/.exec(said.message)?.[1] ?? '') - Date.now()
  }
  const timeGoesBy = () => sql('UPDATE pauses SET until = until - ?', NODE_TIMEOUT_MIN_MS * 2)

  test('does not even get a socket for a while, and for longer the next time', async () => {
    await misbehave('incorrigible')
    const first = await outFor('incorrigible')
    expect(first).toBeGreaterThan(NODE_TIMEOUT_MIN_MS * 0.9)
    expect(first).toBeLessThanOrEqual(NODE_TIMEOUT_MIN_MS)
    await timeGoesBy()
    // It may come, and stays paused until the operator says otherwise.
    await misbehave('incorrigible')
    expect(await listed('incorrigible')).toMatchObject({ adminState: 'paused' })
    expect(await outFor('incorrigible')).toBeGreaterThan(NODE_TIMEOUT_MIN_MS * 1.9)
  })

  test('is back as soon as the operator says so', async () => {
    await misbehave('forgiven')
    await outFor('forgiven')
    await order('nodes/forgiven/resume')
    await NodeClient.start('forgiven')
    expect(await listed('forgiven')).toMatchObject({ adminState: 'active' })
  })
})

describe('N23 a node that lives, and answers nothing', () => {
  test('is given up within two seconds where there is another, and gets no more rooms', async () => {
    const node = await NodeClient.start('deaf')
    node.serves = false
    await NodeClient.start('hearing')
    const before = performance.now()
    const ada = await PageClient.open('deaf-room')
    expect((await ada.welcome('Ada', { preferredNode: node.node })).media).not.toBeNull()
    expect(performance.now() - before).toBeLessThan(4_000)
    expect(node.batches).toBeGreaterThan(0)
    const asked = node.batches
    expect(await listed('deaf')).toMatchObject({
      adminState: 'active',
      reason: expect.stringContaining('left questions unanswered'),
    })
    const ben = await PageClient.open('later-room')
    expect((await ben.welcome('Ben', { preferredNode: node.node })).media).not.toBeNull()
    expect(node.batches).toBe(asked)
  })

  test('is asked all the same where there is no other, and waited for', async () => {
    const node = await NodeClient.start('slow')
    node.serves = false
    const ada = await PageClient.open('slow-room')
    const joining = ada.welcome('Ada')
    await nextQuestion(node)
    await node.inbox.next(({ type }) => type === 'are-you-alive')
    await scheduler.wait(2_000)
    node.serves = true
    node.catchUp()
    expect((await joining).media).not.toBeNull()
    const ben = await PageClient.open('another-slow-room')
    expect((await ben.welcome('Ben')).media).not.toBeNull()
  })

  test('is blamed for it: at the limit it is paused', async () => {
    const node = await NodeClient.start('dumb')
    node.serves = false
    await NodeClient.start('witness')
    const stub = env.NODES.get(env.NODES.idFromName('dumb'))
    await runInDurableObject(stub, (_, ctx) => {
      for (let i = 1; i < MAX_NODE_VIOLATIONS; i += 1) {
        ctx.storage.sql.exec("INSERT INTO violations (at, violation) VALUES (?, 'unanswered')", Date.now())
      }
    })
    const ada = await PageClient.open('dumb-room')
    await ada.welcome('Ada', { preferredNode: node.node })
    expect(await node.closed).toMatchObject({ reason: 'misbehaved' })
    expect(await listed('dumb')).toMatchObject({
      adminState: 'paused',
      reason: expect.stringContaining('unanswered'),
    })
  })

  test(
    'a busy one, that answers others meanwhile, is waited for',
    async () => {
      const node = await NodeClient.start('busy')
      await NodeClient.start('idle')
      node.keepsWaiting = mediaRoom('busy-room')
      const ada = await PageClient.open('busy-room')
      const joining = ada.welcome('Ada', { preferredNode: node.node })
      for (let i = 0; i < 6; i += 1) {
        await scheduler.wait(500)
        const page = await PageClient.open(`quick-room-${i}`)
        await page.welcome('Ben', { preferredNode: node.node })
      }
      node.catchUp()
      expect((await joining).media).toMatchObject({ generation: 1 })
    },
    NODE_REQUEST_TIMEOUT_MS * 2,
  )
})

const STRANGER = '198.51.100.9'

describe('N24 a node that would send others to a stranger', () => {
  const held = async (node: NodeClient) => {
    const stub = env.NODES.get(env.NODES.idFromName(node.node))
    return runInDurableObject(stub, (_, ctx) =>
      ctx.storage.sql.exec('SELECT violation FROM violations').toArray(),
    )
  }

  test.each([
    ['another address', { protocol: 'udp', address: STRANGER, port: 40_000 }],
    ['another port', { protocol: 'tcp', address: '203.0.113.7', port: 22 }],
  ] as const)('has no prover go to %s', async (_what, port) => {
    const own = await NodeClient.start('own')
    const node = await NodeClient.open(`scanning-${port.port}`)
    node.untried = true
    node.opens = [{ protocol: 'udp', address: '203.0.113.7', port: 40_000 }, port]
    await node.register()
    await expect.poll(() => held(node)).toEqual([{ violation: 'foreign-address' }])
    expect(own.checks.map(({ ask }) => ask)).toEqual(['get-ready'])
  })

  test('N17 is not tried at a part of its ports, nor at one of them twice', async () => {
    const own = await NodeClient.start('own')
    const node = await NodeClient.open('sparing')
    node.untried = true
    const port = { protocol: 'udp', address: '203.0.113.7', port: 40_000 } as const
    node.opens = [port]
    await node.register()
    await expect.poll(() => node.checks.length).toBe(1)
    node.opens = [port, port]
    await due(node)
    await expect.poll(() => held(node)).toEqual([{ violation: 'foreign-address' }])
    expect(own.checks.map(({ ask }) => ask)).toEqual(['get-ready', 'get-ready'])
  })

  test('has no page dial it', async () => {
    const node = await NodeClient.start('pointing')
    node.script.address = STRANGER
    const ada = await PageClient.open('pointing-room')
    expect((await ada.welcome('Ada')).media).toBeNull()
    expect(await held(node)).toEqual([{ violation: 'foreign-address' }])
  })

  test('has no page measure it, from its registration on', async () => {
    const probe = {
      usernameFragment: 'fragment',
      password: 'p'.repeat(22),
      address: STRANGER,
      port: 40_000,
    }
    const node = await NodeClient.open('decoy')
    await node.register({ probe })
    expect(await node.closed).toMatchObject({ reason: 'bad-message' })
    const again = await NodeClient.start('decoy')
    again.send({ type: 'event', event: { event: 'probe-opened', probe } })
    await expect.poll(() => held(again)).toEqual([{ violation: 'foreign-address' }])
  })

  test.each([
    ['an address', STRANGER, 41_000],
    ['a port', '203.0.113.7', 53],
  ])('X1 has no node open a pipe to %s that is not its own', async (_what, address, port) => {
    const honest = await NodeClient.start('honest')
    const node = await NodeClient.start(`diverting-${port}`)
    const ada = await PageClient.open(`diverted-${port}`)
    await ada.welcome('Ada', { preferredNode: honest.node })
    const roundTrips = [
      { node: honest.node, roundTripMs: 200 },
      { node: node.node, roundTripMs: 1 },
    ]
    const ben = await PageClient.open(`diverted-${port}`)
    node.script.pipeAddress = address
    node.script.pipePort = port
    await ben.welcome('Ben', { measuredNodes: roundTrips })
    const rtpParameters = someRtp
    await ben.ask('produce', {
      generation: 1,
      producer: newProducerId(),
      source: 'microphone',
      rtpParameters,
      paused: false,
    })
    await expect.poll(() => held(node)).toEqual([{ violation: 'foreign-address' }])
    const told = honest.inbox.rest.flatMap((frame) => (frame.type === 'batch' ? frame.batch.ops : []))
    expect(told.map(({ op }) => op)).toContain('open-pipe')
    expect(told.map(({ op }) => op)).not.toContain('connect-pipe')
  })

  test.each([
    ['more ports than a node may have', { addresses: ['203.0.113.7'], firstPort: 1, lastPort: 65_535 }],
    ['two addresses of a family', { addresses: ['203.0.113.7', STRANGER], firstPort: 1, lastPort: 2 }],
  ])('registers no %s', async (_what, media) => {
    const node = await NodeClient.open('vast')
    node.untried = true
    await node.register({ media })
    expect(await node.closed).toMatchObject({ reason: 'bad-message' })
  })
})

describe('N18 the ports of a node are tried', () => {
  const dueIn = (node: NodeClient) =>
    runInDurableObject(directoryStub(), (_, { storage }) => {
      return (new CheckRecords(storage.sql).of(node.node)?.dueAt ?? 0) - Date.now()
    })

  test('later and later, however often it comes with others', async () => {
    const waits: number[] = []
    for (let place = 1; place <= 4; place += 1) {
      const node = await NodeClient.open('wandering')
      node.untried = true
      await node.register({
        media: { addresses: [`203.0.113.${place}`], firstPort: 40_000, lastPort: 40_000 },
      })
      await node.inbox.next(({ type }) => type === 'registered')
      await sql(
        "UPDATE checks SET record = json_set(record, '$.triedAt', ?) WHERE node = 'wandering'",
        Date.now(),
      )
      if (place > 1) waits.push(Math.ceil((await dueIn(node)) / PORTS_RETRY_MIN_MS))
      node.drop()
      await node.closed
    }
    expect(waits).toEqual([1, 2, 4])
  })
})

describe('N25 whoever dials under the id of a node', () => {
  /** Never answers the challenge. */
  const dialled = async (count: number, address: (i: number) => string) => {
    const dials = Array.from({ length: count }, (_, i) => NodeClient.dial('besieged', address(i)))
    const answers = await Promise.all(dials)
    for (const { webSocket } of answers) webSocket?.accept()
    return answers.map(({ status }) => status)
  }

  test('from one network keeps nobody else out, and is slowed down', async () => {
    const node = await NodeClient.start('besieged', undefined, '198.51.100.1')
    node.drop()
    await node.closed
    const statuses = await dialled(42, () => '198.51.100.66')
    expect(statuses.filter((status) => status === 101)).toHaveLength(MAX_UNREGISTERED_OF_NETWORK)
    expect(new Set(statuses)).toEqual(new Set([101, 429]))
    // Wherever it is now.
    await NodeClient.start('besieged', undefined, '198.51.100.2')
    const refused = await NodeClient.dial('unknown', '198.51.100.66')
    expect(refused.status).toBe(429)
    // G8: a token comes back within a second.
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ code: 'rate-limited', retryAfterMs: expect.any(Number) })
    expect((await NodeClient.dial('unknown', '198.51.100.2')).status).toBe(401)
  })

  test('from many keeps out nobody who comes from where the node was last', async () => {
    const node = await NodeClient.start('besieged', undefined, '198.51.100.3')
    node.drop()
    await node.closed
    const statuses = await dialled(60, (i) => `203.0.113.${i}`)
    expect(statuses.filter((status) => status === 101).length).toBeLessThanOrEqual(
      MAX_UNREGISTERED_NODE_SOCKETS,
    )
    await NodeClient.start('besieged', undefined, '198.51.100.3')
  })
})
