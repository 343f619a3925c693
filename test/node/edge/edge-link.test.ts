import * as v from 'valibot'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ProtocolError } from '../../../protocol/errors.ts'
import { NodeId, newCheckId, newNodeSessionId } from '../../../protocol/ids.ts'
import { NODE_REQUEST_TIMEOUT_MS } from '../../../protocol/limits.ts'
import { isSignedBy, newNodeKeyPair } from '../../../protocol/node-edge/keys.ts'
import type { Reachability } from '../../../protocol/node-edge/port-check.ts'
import { registrationText } from '../../../protocol/node-edge/proofs.ts'
import type { NodeBatch, NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import { NODE_EDGE } from '../../../protocol/version.ts'
import { EdgeLink } from '../../../sfu-node/edge/edge-link.ts'
import { edgeUrl } from '../../../sfu-node/edge/edge-url.ts'
import { backoffMs, otherVersionMs, reconnectDelayMs } from '../../../sfu-node/shared/backoff.ts'
import { someRtp } from '../../support/scripted-node.ts'
import * as ask from '../support/asks.ts'
import { Edge24 } from '../support/edge-24.ts'
import { FakeEdge, type FakeEdgeSocket, NONCE } from '../support/fake-edge.ts'

interface LinkOptions {
  heartbeatIntervalMs?: number
  onBatch?: (batch: NodeBatch) => Promise<NodeOutcome[]>
}

/** A link to a small edge, that tells an idle node's load at each heartbeat. */
async function startLink(options: LinkOptions = {}) {
  const edge = await FakeEdge.start()
  return { edge, ...(await linkTo(edge.url, options)) }
}

async function linkTo(
  edge: string,
  { heartbeatIntervalMs = 60_000, onBatch = async () => [] }: LinkOptions = {},
) {
  const { publicKey, privateKey: key } = await newNodeKeyPair()
  const reached = Promise.withResolvers<Reachability>()
  const otherVersions: string[] = []
  const givenUp = Promise.withResolvers<ProtocolError>()
  const waits: number[] = []
  const registration = {
    protocol: NODE_EDGE.newest,
    node: v.parse(NodeId, 'a-node'),
    session: newNodeSessionId(),
    version: '0',
    region: 'local',
    capacity: 1,
    limits: { bitsPerSecond: null, bytesPerMonth: null, rooms: null, people: null, hours: null },
    notAccepting: null,
    media: { addresses: ['127.0.0.1'], firstPort: 40_000, lastPort: 40_000 },
    pipePorts: { firstPort: 41_000, lastPort: 41_099 },
    probe: null,
  }
  const counts = { rooms: 0, people: 0, routers: 0, transports: 0, producers: 0, consumers: 0 }
  const load = { ...counts, cpu: 0, bitsPerSecond: 0, bytesThisMonth: 0 }
  const link: EdgeLink = new EdgeLink(
    {
      edge: new URL(edge),
      node: registration.node,
      key,
      registration: () => registration,
      heartbeatIntervalMs,
      otherVersionMs: (attempt) => {
        waits.push(attempt)
        return 20
      },
    },
    {
      onRegistered: () => {},
      onBatch,
      onCheck: async () => ({ answer: 'ports-closed', connected: [true] }),
      onCheckTicket: () => {},
      onReachability: reached.resolve,
      onDrain: () => undefined,
      onHeartbeat: () => void link.tell({ event: 'heartbeat', load, notAccepting: null }),
      onOtherVersion: (error) => void otherVersions.push(error.message),
      onGivenUp: givenUp.resolve,
    },
  )
  onTestFinished(() => link.stop())
  const start = () => link.start()
  return {
    link,
    registration,
    publicKey,
    givenUp: givenUp.promise,
    reached: reached.promise,
    otherVersions,
    waits,
    start,
  }
}

test.each([
  ['https://meet.example.org', 'wss://meet.example.org/api/node/n'],
  ['http://127.0.0.1:8080/', 'ws://127.0.0.1:8080/api/node/n'],
  ['wss://example.org/meet/?x#y', 'wss://example.org/meet/api/node/n'],
])('the socket of a node at %s is %s', (edge, socket) => {
  expect(edgeUrl(new URL(edge), 'ws', '/api/node/n').href).toBe(socket)
})

test('the delay before a try doubles up to the maximum, and is drawn from all of it', () => {
  const [most, least] = [() => 0.999_999, () => 0]
  expect([0, 1, 2, 5, 6, 2_000].map((attempt) => backoffMs(attempt, most))).toEqual([
    250, 500, 1_000, 8_000, 8_000, 8_000,
  ])
  expect(backoffMs(5, least)).toBe(0)
})

test('E3 however long an edge was away, it is dialled within half of the time that it waits for a node', () => {
  expect([0, 1, 2, 3, 4, 5, 2_000].map((attempt) => reconnectDelayMs(attempt, () => 0.999_999))).toEqual([
    250, 500, 1_000, 2_000, 4_000, 4_000, 4_000,
  ])
  expect(reconnectDelayMs(5, () => 0)).toBe(0)
  expect(reconnectDelayMs(2_000, () => 0.999_999)).toBeLessThanOrEqual(NODE_REQUEST_TIMEOUT_MS / 2)
})

test('N26 an edge of another version is dialled after a minute, and later and later up to half an hour', () => {
  expect([0, 1, 4, 5, 50].map((attempt) => otherVersionMs(attempt, () => 1) / 60_000)).toEqual([
    1, 2, 16, 30, 30,
  ])
  expect(otherVersionMs(0, () => 0)).toBe(30_000)
})

test('N8 registers as soon as it is challenged, with its signature, and says that it is alive', async () => {
  const { edge, registration, publicKey, start } = await startLink()
  start()
  const socket = await edge.nextSocket()
  expect(socket.request.url).toBe('/api/node/a-node')
  const { signature, ...register } = await socket.next('register')
  expect(register).toEqual({ type: 'register', registration })
  const text = registrationText(new URL(edge.url).host, registration.node, registration.session, NONCE)
  expect(await isSignedBy(publicKey, text, signature)).toBe(true)
  socket.send({ type: 'are-you-alive' })
  await socket.next('alive')
})

test('bad frames are ignored: what follows is answered', async () => {
  const { edge, start } = await startLink()
  start()
  const socket = await edge.nextSocket()
  await socket.register()
  socket.sendText('{"type":')
  socket.sendText('{"type":"batch","batch":{"id":0}}')
  socket.send({ type: 'are-you-alive' })
  await socket.next('alive')
})

test('F4 says that it is alive ahead of all that it still has to do', async () => {
  let done = 0
  const onBatch = (): Promise<NodeOutcome[]> => {
    const until = performance.now() + 5
    while (performance.now() < until);
    done += 1
    return Promise.resolve([{ outcome: 'done' }])
  }
  const { edge, start } = await startLink({ onBatch })
  start()
  const socket = await edge.nextSocket()
  await socket.register()
  const batches = Array.from({ length: 300 }, () => ask.batch(ask.newRoom(), ask.openRouter))
  for (const batch of batches) socket.send({ type: 'batch', batch })
  socket.send({ type: 'are-you-alive' })
  await socket.next('alive')
  expect(done).toBeLessThan(batches.length / 2)
  // And does it all the same, in order.
  for (const { id } of batches) expect((await socket.next('answer')).id).toBe(id)
})

test('an answer goes to the socket that asked, never to the one after it', async () => {
  const answering = Promise.withResolvers<NodeOutcome[]>()
  const asked = Promise.withResolvers<void>()
  const onBatch = (batch: NodeBatch): Promise<NodeOutcome[]> => {
    if (batch.ops[0]?.op !== 'open-router') return Promise.resolve([{ outcome: 'done' }])
    asked.resolve()
    return answering.promise
  }
  const { edge, start } = await startLink({ onBatch })
  start()
  const first = await edge.nextSocket()
  await first.register()
  const slow = ask.batch(ask.newRoom(), ask.openRouter)
  first.send({ type: 'batch', batch: slow })
  await asked.promise
  first.cut()
  const second = await edge.nextSocket()
  await second.register()
  answering.resolve([{ outcome: 'done' }])
  // Were the slow answer sent here, it would come before this one.
  const quick = ask.batch(ask.newRoom(), ask.closeRouter)
  expect(await second.ask(quick)).toEqual([{ outcome: 'done' }])
})

describe('an edge that', () => {
  test('falls silent is dialled anew', async () => {
    const { edge, start } = await startLink({ heartbeatIntervalMs: 1_000 })
    start()
    const first = await edge.nextSocket()
    await first.register()
    await first.next('event')
    first.stall()
    await (await edge.nextSocket()).register()
  })

  test('lives keeps its socket over many heartbeats', async () => {
    // Both ends are in this process: where that is held up for so long, the link takes the edge for silent.
    const { edge, start } = await startLink({ heartbeatIntervalMs: 1_000 })
    start()
    const socket = await edge.nextSocket()
    await socket.register()
    for (let i = 0; i < 4; i += 1) await socket.next('event')
  })

  test('does not answer a registration is dialled anew', async () => {
    // Long enough to be challenged and to sign, where a busy machine holds both ends up.
    const { edge, start } = await startLink({ heartbeatIntervalMs: 1_000 })
    start()
    await (await edge.nextSocket()).next('register')
    await (await edge.nextSocket()).next('register')
  })

  test('refuses for now is dialled anew', async () => {
    const { edge, start } = await startLink()
    start()
    const first = await edge.nextSocket()
    await first.next('register')
    first.send({ type: 'error', error: { code: 'node-id-taken', message: 'another node has this id' } })
    expect(await first.closed).toBe(1000)
    await (await edge.nextSocket()).register()
  })

  test('N26 speaks another version is dialled again, rarely, and has the node when it speaks ours again', async () => {
    const { edge, link, otherVersions, waits, start } = await startLink()
    start()
    const error = { code: 'unsupported-protocol', message: 'this edge speaks version 99' } as const
    for (const protocol of [25, 24, 25, 24]) {
      const socket = await edge.nextSocket()
      expect((await socket.next('register')).registration.protocol).toBe(protocol)
      socket.send({ type: 'error', error })
      expect(await socket.closed).toBe(1000)
    }
    edge.refusal = { status: 426, error }
    await edge.refusedOne
    edge.refusal = undefined
    await (await edge.nextSocket()).register()
    expect(link.registered).toBe(true)
    expect(otherVersions.length).toBeGreaterThanOrEqual(2)
    expect(waits).toEqual(otherVersions.map((_, attempt) => attempt))
  })

  test('refuses for good is given up', async () => {
    const { edge, givenUp, start } = await startLink()
    start()
    const socket = await edge.nextSocket()
    await socket.next('register')
    socket.send({ type: 'error', error: { code: 'unauthorised', message: 'another key' } })
    expect((await givenUp).code).toBe('unauthorised')
  })

  test('refuses the upgrade for now is dialled anew', async () => {
    const { edge, start } = await startLink()
    edge.refusal = { status: 503, error: { code: 'no-media', message: 'later' } }
    start()
    await edge.refusedOne
    edge.refusal = undefined
    await (await edge.nextSocket()).register()
  })
})

describe('G8 an edge that says when to come back', () => {
  const slower = { code: 'rate-limited', message: 'slower' } as const
  const otherVersion = { code: 'unsupported-protocol', message: 'this edge speaks version 99' } as const

  test.each<[what: string, refusal: FakeEdge['refusal']]>([
    ['in its refusal', { status: 429, error: { ...slower, retryAfterMs: 1_000 } }],
    ['whatever version it speaks', { status: 426, error: { ...otherVersion, retryAfterMs: 1_000 } }],
    ['behind a proxy that says it in the header alone', { status: 503, retryAfter: '1' }],
  ])('%s is not dialled before', async (_what, refusal) => {
    const { edge, start } = await startLink()
    edge.refusal = refusal
    start()
    await edge.refusedOne
    const since = performance.now()
    edge.refusal = undefined
    await edge.nextSocket()
    expect(performance.now() - since).toBeGreaterThanOrEqual(990)
  })

  test.each<[what: string, refuse: (socket: FakeEdgeSocket) => void]>([
    ['in a frame', (socket) => socket.send({ type: 'error', error: { ...slower, retryAfterMs: 1_000 } })],
    ['as it closes the socket', (socket) => socket.close(4429, 'rate-limited retry-after=1000')],
  ])('%s is not dialled before', async (_what, refuse) => {
    const { edge, start } = await startLink()
    start()
    const first = await edge.nextSocket()
    await first.next('register')
    const since = performance.now()
    refuse(first)
    await edge.nextSocket()
    expect(performance.now() - since).toBeGreaterThanOrEqual(1_000)
  })

  test.each([-1_000, '60000', {}, null])('%j is no time to come back: it is dialled soon', async (said) => {
    const { edge, start } = await startLink()
    start()
    const first = await edge.nextSocket()
    await first.next('register')
    first.sendText(JSON.stringify({ type: 'error', error: { ...slower, retryAfterMs: said } }))
    await edge.nextSocket()
  })
})

test('stop says goodbye with 1000 and dials no more', async () => {
  const { edge, link, start } = await startLink()
  start()
  const socket = await edge.nextSocket()
  await socket.register()
  await link.stop()
  expect(await socket.closed).toBe(1000)
})

test('N17 N18 takes part in checks of ports, and hears what came of its own', async () => {
  const { edge, reached, start } = await startLink()
  start()
  const socket = await edge.nextSocket()
  await socket.register()
  socket.send({ type: 'check', id: 7, ask: { ask: 'close-ports', check: newCheckId() } })
  const { id, answer } = await socket.next('checked')
  expect({ id, answer }).toEqual({ id: 7, answer: { answer: 'ports-closed', connected: [true] } })
  socket.send({ type: 'reachability', reachability: { reachable: true, ports: [] } })
  expect(await reached).toEqual({ reachable: true, ports: [] })
})

describe('V1 an edge that speaks version 24 alone', () => {
  const pipe = ask.newPipe()
  const producer = ask.newProducer()
  const transport = ask.newTransport()

  test('has the node at once, which says and hears all in the words of then', async () => {
    const heard: NodeBatch[] = []
    const edge = await Edge24.start()
    const { link, registration, publicKey, otherVersions, waits, start } = await linkTo(edge.url, {
      onBatch: async (batch) => {
        heard.push(batch)
        return [
          { outcome: 'pipe-consumed', pipe, producer, kind: 'audio', rtpParameters: someRtp, paused: false },
          { outcome: 'failed', code: 'lending-limit', message: 'no more' },
          { outcome: 'done' },
        ]
      },
    })
    start()
    const { signature, ...register } = await edge.next('register')
    expect(register).toEqual({ type: 'register', registration: { ...registration, protocol: 24 } })
    const text = registrationText(new URL(edge.url).host, registration.node, registration.session, NONCE)
    expect(await isSignedBy(publicKey, text, signature)).toBe(true)
    edge.say({ type: 'registered', rooms: [] })
    expect((await edge.next('event')).event.event).toBe('heartbeat')

    const room = ask.newRoom()
    edge.say({
      type: 'batch',
      batch: {
        id: 1,
        room,
        ops: [
          { op: 'send-through', pipe, producer },
          { op: 'rest-through', pipe, producer, rests: true },
          { op: 'prefer-layer', transport, producer, layer: 2, rank: 'speaker' },
        ],
      },
    })
    expect((await edge.next('answer')).outcomes).toEqual([
      { outcome: 'sent-through', pipe, producer, kind: 'audio', rtpParameters: someRtp, paused: false },
      { outcome: 'failed', code: 'media-failed', message: 'no more' },
      { outcome: 'done' },
    ])
    expect(heard.map(({ ops }) => ops)).toEqual([
      [
        { op: 'pipe-consume', pipe, producer },
        { op: 'set-pipe-consumer-paused', pipe, producer, paused: true },
        { op: 'set-preferred-layer', transport, producer, layer: 2, priority: 'speaker' },
      ],
    ])
    link.tell({ event: 'turn-bytes', rooms: [] })
    expect((await edge.next('event')).event).toEqual({ event: 'relayed', rooms: [] })
    edge.say({ type: 'are-you-alive' })
    await edge.next('alive')
    expect({ otherVersions, waits, versions: edge.versions }).toEqual({
      otherVersions: [],
      waits: [],
      versions: [25, 24],
    })
  })

  test('is asked for the newest again once it was away, as it may have been updated', async () => {
    const edge = await Edge24.start()
    const { start } = await linkTo(edge.url)
    start()
    await edge.next('register')
    // It had not taken the node: nothing says that it is another one by now.
    edge.cut()
    await edge.next('register')
    expect(edge.versions).toEqual([25, 24, 24])
    edge.say({ type: 'registered', rooms: [] })
    await edge.next('event')
    edge.cut()
    await edge.next('register')
    expect(edge.versions).toEqual([25, 24, 24, 25, 24])
  })
})
