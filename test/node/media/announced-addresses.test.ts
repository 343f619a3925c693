import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isPublicAddress } from '../../../protocol/addresses/public-address.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import * as ask from '../support/asks.ts'
import { bindingRequest, SUCCESS } from '../support/binding-request.ts'
import { FakeEdge, type FakeEdgeSocket } from '../support/fake-edge.ts'
import { runNode } from '../support/node-program.ts'
import { openPool } from '../support/pool.ts'
import { childrenOf } from '../support/processes.ts'
import { until } from '../support/until.ts'

const [HOME, OTHER_HOME] = ['1.1.1.1', '8.8.8.8']

const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))
/** At least on loopback: some containers have none. */
const hasIpv6 = own.includes('::1')

const LIMIT = { signal: AbortSignal.timeout(60_000) }

/** Sends an ICE binding request; answers with the type of the STUN message that comes back. */
const byUdp = async (request: Buffer, port: number, address: string): Promise<number> => {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  onTestFinished(() => void socket.close())
  socket.send(request, port, address)
  const [answer] = await once(socket, 'message', LIMIT)
  return answer.readUInt16BE(0)
}

/** The same over TCP, where the length of each message goes before it (RFC 4571). */
const byTcp = async (request: Buffer, port: number, address: string): Promise<number> => {
  const socket = connect(port, address)
  onTestFinished(() => void socket.destroy())
  const length = Buffer.alloc(2)
  length.writeUInt16BE(request.length)
  socket.write(Buffer.concat([length, request]))
  const [answer] = await once(socket, 'data', LIMIT)
  return answer.readUInt16BE(2)
}

/** A transport as a page is told it. */
async function transportOf(ops: { run: FakeEdgeSocket['ask'] }) {
  const [, made] = await ops.run(ask.batch(ask.newRoom(), ask.openRouter, ask.sending(ask.newTransport())))
  return ask.the('transport-created', made).transport
}

describe.skipIf(!hasIpv6)('N16 a node with an IPv4 and an IPv6 address', () => {
  test('offers both, UDP first, and answers at both over UDP and TCP', async () => {
    const { rooms, mediaPort } = await openPool(1, { listen: '0.0.0.0', announce: ['127.0.0.1', '::1'] })
    const { iceCandidates, iceParameters } = await transportOf(rooms)
    expect(iceCandidates.map(({ protocol, address, port }) => [protocol, address, port])).toEqual([
      ['udp', '127.0.0.1', mediaPort],
      ['udp', '::1', mediaPort],
      ['tcp', '127.0.0.1', mediaPort],
      ['tcp', '::1', mediaPort],
    ])
    const priorities = iceCandidates.map(({ priority }) => priority)
    expect(priorities).toEqual(priorities.toSorted((one, other) => other - one))
    for (const { protocol, address, port } of iceCandidates) {
      const request = bindingRequest(iceParameters.usernameFragment, iceParameters.password)
      const send = protocol === 'udp' ? byUdp : byTcp
      expect(await send(request, port, address)).toBe(SUCCESS)
    }
  })

  test('has pipes come to the IPv4 one', async () => {
    const { rooms } = await openPool(1, { listen: '::', announce: ['127.0.0.1', '::1'] })
    const [opened] = await rooms.run(ask.batch(ask.newRoom(), { op: 'open-pipe', pipe: ask.newPipe() }))
    expect(ask.the('pipe-opened', opened).address.ip).toBe('127.0.0.1')
  })

  test('has pipes come to the IPv6 one where there is no other', async () => {
    const { rooms } = await openPool(1, { listen: '::', announce: ['::1'] })
    const [opened] = await rooms.run(ask.batch(ask.newRoom(), { op: 'open-pipe', pipe: ask.newPipe() }))
    expect(ask.the('pipe-opened', opened).address.ip).toBe('::1')
  })
})

/** A node that was not told what to announce, and asks a small edge. */
async function startNode(address: string | null, ...options: readonly string[]) {
  const edge = await FakeEdge.start()
  edge.address = address
  const mediaPort = await freePorts(2)
  const media = ['--media-port', String(mediaPort), '--workers', '2']
  const node = runNode(['run', '--edge', edge.url, '--id', 'at-home', ...media, ...options])
  return { edge, node, mediaPort }
}

const addressesOf = async (socket: FakeEdgeSocket) => {
  const { iceCandidates } = await transportOf({ run: (batch) => socket.ask(batch) })
  return iceCandidates.map(({ address }) => address)
}

describe('N16 without --announce', () => {
  test('a node announces what the edge sees, and says what its router has to do', async () => {
    const { edge, node, mediaPort } = await startNode(HOME)
    const socket = await edge.nextSocket()
    await socket.register()
    expect(await addressesOf(socket)).toContain(HOME)
    await until(() => node.errors.length > 0)
    expect(node.errors).toEqual([
      `This machine is reached at ${HOME}, which none of its interfaces has (NAT): let the router forward UDP and TCP ${mediaPort}-${mediaPort + 1} and UDP 41000-41099 to it, all ports unchanged.`,
    ])
  })

  test.skipIf(own.some(isPublicAddress))(
    'a node ends with 2 and a sentence where nobody knows its address',
    async () => {
      const { node } = await startNode(null)
      expect(await node.ended).toEqual({ code: 2, signal: null })
      expect(node.errors).toEqual([
        'Neither the edge nor this machine knows a public address of it: say with --announce where browsers reach it.',
      ])
    },
  )

  test('a node that the edge does not answer waits, and ends when it is asked to', async () => {
    const mediaPort = await freePorts(1)
    const node = runNode([
      ...['run', '--edge', `http://127.0.0.1:${await freePorts(1)}`, '--id', 'n'],
      ...['--media-port', String(mediaPort), '--workers', '1'],
    ])
    await until(() => node.output.length > 0)
    expect(node.logged()).toEqual([
      expect.objectContaining({ event: 'edge-unreachable', reason: 'ECONNREFUSED' }),
    ])
    node.child.kill('SIGTERM')
    expect(await node.ended).toEqual({ code: 0, signal: null })
  })

  test('a node whose line has another address begins anew there, when it has lost the edge', async () => {
    const { edge, node, mediaPort } = await startNode(HOME, '--metrics-port', String(await freePorts(1)))
    const first = await edge.nextSocket()
    const { registration } = await first.register()
    const workers = childrenOf(node.pid)
    edge.address = OTHER_HOME
    first.cut()
    const second = await edge.nextSocket()
    // It asks for its address as soon as it is registered, and may be gone before its first heartbeat.
    expect((await second.admit()).session).toBe(registration.session)
    expect(await second.closed).toBe(1000)
    const third = await edge.nextSocket()
    expect((await third.register()).registration.session).not.toBe(registration.session)
    expect(await addressesOf(third)).toContain(OTHER_HOME)
    expect(childrenOf(node.pid).filter((pid) => workers.includes(pid))).toEqual([])
    await node.logs({ event: 'node-stopping', reason: 'address-changed' })
    await node.logs({
      event: 'node-started',
      port: mediaPort,
      announce: expect.arrayContaining([OTHER_HOME]),
    })
    // At once: this edge moves nobody, and a drain would wait for that.
    node.child.kill('SIGINT')
    expect(await node.ended).toEqual({ code: 0, signal: null })
  })
})

test('N16 with --announce, a node stays where it was told to be, whatever the edge sees', async () => {
  const { edge, node } = await startNode(HOME, '--announce', '192.0.2.7')
  const first = await edge.nextSocket()
  const { registration } = await first.register()
  edge.address = OTHER_HOME
  first.cut()
  const second = await edge.nextSocket()
  expect((await second.register()).registration.session).toBe(registration.session)
  expect(await addressesOf(second)).toEqual(['192.0.2.7', '192.0.2.7'])
  expect(node.errors).toEqual([])
})
