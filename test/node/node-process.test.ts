import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NODE_EDGE } from '../../protocol/version.ts'
import { freePorts, holdTcp, holdUdp } from '../../scripts/network/held-ports.ts'
import * as ask from './support/asks.ts'
import { FakeEdge, type FakeEdgeSocket } from './support/fake-edge.ts'
import { KEYS, runNode } from './support/node-program.ts'
import { childrenOf, isRunning } from './support/processes.ts'
import { until } from './support/until.ts'

/** A node of two workers that dials a small edge. */
async function startNode() {
  const edge = await FakeEdge.start()
  const mediaPort = await freePorts(2)
  const media = ['--listen', '127.0.0.1', '--media-port', String(mediaPort), '--workers', '2']
  const node = runNode(['run', '--edge', edge.url, '--id', 'lent-by-ada', '--region', 'eu-west', ...media])
  return { edge, node, mediaPort }
}

/** Whether the node still holds this transport: it answers with the same ICE parameters as before. */
async function iceOf(socket: FakeEdgeSocket, batch: ReturnType<typeof ask.batch>): Promise<string> {
  const made = (await socket.ask(batch)).find(({ outcome }) => outcome === 'transport-created')
  return ask.the('transport-created', made).transport.iceParameters.usernameFragment
}

test('a node registers, and tells its load at once', async () => {
  const { edge } = await startNode()
  const socket = await edge.nextSocket()
  expect(socket.request.url).toBe('/api/node/lent-by-ada')
  const { registration, event } = await socket.register()
  expect(registration).toMatchObject({
    protocol: NODE_EDGE.newest,
    node: 'lent-by-ada',
    region: 'eu-west',
    capacity: 1_000,
  })
  expect(event).toMatchObject({
    event: 'heartbeat',
    load: { routers: 0, transports: 0, producers: 0, consumers: 0 },
  })
})

test('a cut socket is dialled anew: media goes on in the rooms that the edge lists, and ends in the others', async () => {
  const { edge, node } = await startNode()
  const first = await edge.nextSocket()
  const { registration } = await first.register()
  const [kept, given, transport] = [ask.newRoom(), ask.newRoom(), ask.newTransport()]
  const before = await iceOf(first, ask.batch(kept, ask.openRouter, ask.sending(transport)))
  await iceOf(first, ask.batch(given, ask.openRouter, ask.sending(transport)))
  first.cut()

  const second = await edge.nextSocket()
  const again = await second.register([kept])
  expect(again.registration).toEqual(registration)
  expect(await iceOf(second, ask.batch(kept, ask.sending(transport)))).toBe(before)
  const [gone] = await second.ask(ask.batch(given, ask.sending(transport)))
  expect(ask.the('failed', gone).code).toBe('stale-media')

  // A drain would wait for the room that is left.
  await second.ask(ask.batch(kept, ask.closeRouter))
  node.child.kill('SIGTERM')
  await node.ended
  expect(node.logged().map(({ event }) => event)).toEqual([
    'node-started',
    'node-registered',
    'router-opened',
    'router-opened',
    'edge-disconnected',
    'node-registered',
    'router-closed',
    'router-closed',
    'node-stopping',
    'node-drained',
  ])
  expect(node.output.join('\n')).not.toContain(KEYS.privateKey)
  expect(node.output.join('\n')).not.toContain(before)
})

describe('a mediasoup worker that is killed', () => {
  const killWorkerOf = async (node: { pid: number }) => {
    const workers = childrenOf(node.pid)
    for (const pid of workers) process.kill(pid, 'SIGKILL')
    await until(() => !workers.some((pid) => childrenOf(node.pid).includes(pid)))
  }

  test('has its rooms told to the edge', async () => {
    const { edge, node } = await startNode()
    const socket = await edge.nextSocket()
    await socket.register()
    const room = ask.newRoom()
    await socket.ask(ask.batch(room, ask.openRouter))
    await killWorkerOf(node)
    expect(await socket.next('event')).toEqual({
      type: 'event',
      event: { event: 'routers-lost', rooms: [room] },
    })
  })

  test('while the edge is away: the edge is told once it is back', async () => {
    const { edge, node } = await startNode()
    const first = await edge.nextSocket()
    await first.register()
    const room = ask.newRoom()
    await first.ask(ask.batch(room, ask.openRouter))
    first.cut()
    const second = await edge.nextSocket()
    await second.next('register')
    await killWorkerOf(node)
    await until(() => node.logged().some(({ event }) => event === 'worker-died'))
    second.send({ type: 'registered', rooms: [room] })
    expect((await second.next('event')).event).toEqual({ event: 'routers-lost', rooms: [room] })
  })
})

describe('a node ends', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('on %s with 0, a goodbye, and no worker left', async (signal) => {
    const { edge, node } = await startNode()
    const socket = await edge.nextSocket()
    await socket.register()
    const workers = childrenOf(node.pid)
    expect(workers).toHaveLength(2)
    node.child.kill(signal)
    expect(await socket.closed).toBe(1000)
    expect(await node.ended).toEqual({ code: 0, signal: null })
    expect(workers.filter(isRunning)).toEqual([])
    expect(node.errors).toEqual([])
  })

  test('on SIGTERM while it starts, too', async () => {
    const { node } = await startNode()
    await until(() => childrenOf(node.pid).length > 0)
    const workers = childrenOf(node.pid)
    node.child.kill('SIGTERM')
    expect(await node.ended).toEqual({ code: 0, signal: null })
    await until(() => !workers.some(isRunning))
  })

  test('by SIGKILL without leaving a worker', async () => {
    const { edge, node } = await startNode()
    await (await edge.nextSocket()).register()
    const workers = childrenOf(node.pid)
    node.child.kill('SIGKILL')
    await node.ended
    await until(() => !workers.some(isRunning))
  })

  test('with 4 and a sentence when the edge refuses its key', async () => {
    const edge = await FakeEdge.start()
    edge.refusal = { status: 401, error: { code: 'unauthorised', message: 'unknown key' } }
    const mediaPort = await freePorts(1)
    const node = runNode([
      ...['run', '--edge', edge.url, '--id', 'n', '--listen', '127.0.0.1'],
      ...['--media-port', String(mediaPort), '--workers', '1'],
    ])
    expect(await node.ended).toEqual({ code: 4, signal: null })
    expect(node.errors).toEqual(['The edge refuses this node (unauthorised): unknown key.'])
    expect(node.logged()).toContainEqual(
      expect.objectContaining({ event: 'edge-refused', code: 'unauthorised' }),
    )
  })

  test('with 4 and the reasons in words when the edge has counted what it did against the book (N13)', async () => {
    const { edge, node } = await startNode()
    const socket = await edge.nextSocket()
    await socket.register()
    const message = 'within 10 minutes: 20 frames that make no sense'
    socket.send({ type: 'error', error: { code: 'misbehaved', message } })
    expect(await node.ended).toEqual({ code: 4, signal: null })
    expect(node.errors).toEqual([`The edge refuses this node (misbehaved): ${message}.`])
    expect(node.logged()).toContainEqual(
      expect.objectContaining({ event: 'edge-refused', code: 'misbehaved', reason: message }),
    )
  })

  test.each([
    ['UDP', holdUdp],
    ['TCP', holdTcp],
  ])('with 3 and a sentence when a %s port is taken', async (protocol, hold) => {
    const mediaPort = await freePorts(1)
    const holder = await hold(mediaPort)
    onTestFinished(async () => void (await once(holder.close(), 'close')))
    const media = ['--listen', '127.0.0.1', '--media-port', String(mediaPort), '--workers', '1']
    const node = runNode(['run', '--edge', 'http://127.0.0.1:1', '--id', 'n', ...media])
    expect(await node.ended).toEqual({ code: 3, signal: null })
    expect(node.errors).toEqual([
      `${protocol} port ${mediaPort} is taken: end the program that holds it, or choose others with --media-port.`,
    ])
  })

  test('with 2 and a sentence when an option is wrong', async () => {
    const node = runNode(['run', '--edge', 'http://127.0.0.1:1', '--id', 'n', '--workers', 'many'])
    expect(await node.ended).toEqual({ code: 2, signal: null })
    expect(node.output).toEqual([])
    expect(node.errors).toHaveLength(1)
  })

  test('with 0 after its help', async () => {
    const node = runNode(['--help'], {})
    expect(await node.ended).toEqual({ code: 0, signal: null })
    expect(node.output[0]).toBe('Usage: essaim-node join INVITATION [options]')
  })
})

test('the workers do not inherit the key', async () => {
  const { edge, node } = await startNode()
  await (await edge.nextSocket()).register()
  for (const pid of childrenOf(node.pid)) {
    expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toContain(KEYS.privateKey)
  }
})
