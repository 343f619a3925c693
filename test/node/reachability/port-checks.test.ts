import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newCheckId } from '../../../protocol/ids.ts'
import type { CheckAnswer, CheckAsk, OpenedPort, TriedPort } from '../../../protocol/node-edge/port-check.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { LoadMeter } from '../../../sfu-node/metrics/load-meter.ts'
import { PortChecks } from '../../../sfu-node/reachability/port-checks.ts'
import { openPool } from '../support/pool.ts'

async function openNode(listen: string, { workers = 1, announce = listen } = {}) {
  const { pool, mediaPort } = await openPool(workers, { listen, announce: [announce] })
  return { checks: new PortChecks(pool, [announce]), pool, mediaPort }
}

type Node = Awaited<ReturnType<typeof openNode>>
type Answered<Kind extends CheckAnswer['answer']> = Extract<CheckAnswer, { answer: Kind }>

async function ask<Kind extends CheckAnswer['answer']>(node: Node, ask: CheckAsk, kind: Kind) {
  const answer = await node.checks.answer(ask)
  const is = (given: CheckAnswer): given is Answered<Kind> => given.answer === kind
  if (is(answer)) return answer
  throw new Error(`answered ${JSON.stringify(answer)}`)
}

/** What the edge does with two nodes. */
async function check(checked: Node, prover: Node, change = (port: OpenedPort): OpenedPort => port) {
  const check = newCheckId()
  const { dtlsParameters } = await ask(prover, { ask: 'get-ready', check }, 'ready')
  const opened = await ask(checked, { ask: 'open-ports', check, dtlsParameters }, 'ports-opened')
  const ports = opened.ports.map(change)
  const { outcomes } = await ask(prover, { ask: 'try-ports', check, ports }, 'ports-tried')
  const { connected } = await ask(checked, { ask: 'close-ports', check }, 'ports-closed')
  const tried = ports.map(({ protocol, address, port }, i) => ({
    protocol,
    address,
    port,
    outcome: outcomes[i],
  }))
  return { tried, connected }
}

const tried = (
  protocol: TriedPort['protocol'],
  port: number,
  outcome: TriedPort['outcome'],
  address = '127.0.0.2',
): TriedPort => ({ protocol, address, port, outcome })

async function listenTcp(address: string, port: number): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()))
  server.listen(port, address)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return server
}

describe('N17 a node’s media ports, tried by another node', () => {
  test('are reached by UDP and TCP at each of its workers, and both ends know', async () => {
    const prover = await openNode('127.0.0.1')
    const checked = await openNode('127.0.0.2', { workers: 2 })
    const { tried: ports, connected } = await check(checked, prover)
    const { mediaPort: port } = checked
    expect(ports.toSorted((a, b) => a.port - b.port)).toEqual([
      tried('udp', port, 'reached'),
      tried('tcp', port, 'reached'),
      tried('udp', port + 1, 'reached'),
      tried('tcp', port + 1, 'reached'),
    ])
    expect(connected).toEqual([true, true, true, true])
  })

  test('are reached by UDP, too, where a machine has several addresses and another one would answer by itself', async () => {
    const prover = await openNode('127.0.0.1')
    // Whoever listens at all addresses answers the prover from 127.0.0.1, and is not heard.
    const checked = await openNode('0.0.0.0', { announce: '127.0.0.2' })
    const { mediaPort: port } = checked
    expect((await check(checked, prover)).tried).toEqual([
      tried('udp', port, 'reached'),
      tried('tcp', port, 'reached'),
    ])
  })

  test('are no load, and nothing of a check stays', async () => {
    const [prover, checked] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
    await check(checked, prover)
    for (const { pool } of [prover, checked]) {
      const { load } = await new LoadMeter().measure(pool.workers, pool.size)
      expect(load).toMatchObject({ rooms: 0, people: 0, routers: 0, transports: 0 })
    }
    const gone = newCheckId()
    expect(await checked.checks.answer({ ask: 'close-ports', check: gone })).toMatchObject({
      answer: 'failed',
      code: 'not-found',
    })
  })

  test('which nobody listens at are refused by TCP, and by UDP where the machine says so', async () => {
    const [prover, checked] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
    const nobody = await freePorts(1)
    const { tried: ports, connected } = await check(checked, prover, (port) => ({ ...port, port: nobody }))
    expect(ports).toEqual([tried('udp', nobody, 'refused'), tried('tcp', nobody, 'refused')])
    expect(connected).toEqual([false, false])
  })

  test('whose TCP does not get through are told apart from UDP, which does', async () => {
    const [prover, checked] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
    const deaf = await freePorts(1)
    await listenTcp('127.0.0.2', deaf)
    const { tried: ports, connected } = await check(checked, prover, (port) =>
      port.protocol === 'tcp' ? { ...port, port: deaf } : port,
    )
    expect(ports).toEqual([tried('udp', checked.mediaPort, 'reached'), tried('tcp', deaf, 'silent')])
    expect(connected).toEqual([true, false])
  })

  test('that answer ICE, and do not come to the end of DTLS, are told apart', async () => {
    const [prover, checked] = [await openNode('127.0.0.1'), await openNode('127.0.0.2')]
    const value = Array.from({ length: 32 }, () => '00').join(':')
    const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256' as const, value }] }
    const { tried: ports } = await check(checked, prover, (port) => ({ ...port, dtlsParameters }))
    const { mediaPort: port } = checked
    expect(ports).toEqual([tried('udp', port, 'unfinished'), tried('tcp', port, 'unfinished')])
  })

  test.each([
    ['one of them twice', [1_000, 1_000], ['127.0.0.2', '127.0.0.2']],
    ['two addresses of a family', [1_000, 1_000], ['127.0.0.2', '127.0.0.3']],
  ])('N19 are not tried where no node has such ones: %s', async (_what, ports, addresses) => {
    const prover = await openNode('127.0.0.1')
    const check = newCheckId()
    const { dtlsParameters } = await ask(prover, { ask: 'get-ready', check }, 'ready')
    const iceParameters = { usernameFragment: 'fragment', password: 'p'.repeat(22) }
    const opened = ports.map((port, i) => ({
      protocol: 'udp' as const,
      address: addresses[i] ?? '',
      port,
      iceParameters,
      dtlsParameters,
    }))
    const answer = await prover.checks.answer({ ask: 'try-ports', check, ports: opened })
    expect(answer).toMatchObject({ answer: 'failed', code: 'bad-message' })
  })

  test('N19 are tried for a few nodes at a time', async () => {
    const prover = await openNode('127.0.0.1')
    const ready = () => prover.checks.answer({ ask: 'get-ready', check: newCheckId() })
    for (let i = 0; i < 8; i += 1) expect(await ready()).toMatchObject({ answer: 'ready' })
    expect(await ready()).toMatchObject({ answer: 'failed', code: 'rate-limited' })
  })

  test('at a private address are not tried from the Internet', async () => {
    const prover = await openNode('127.0.0.1', { announce: '5.9.0.1' })
    const checked = await openNode('127.0.0.2', { announce: '192.168.1.4' })
    const { tried: ports } = await check(checked, prover)
    const { mediaPort: port } = checked
    expect(ports).toEqual([
      tried('udp', port, 'private', '192.168.1.4'),
      tried('tcp', port, 'private', '192.168.1.4'),
    ])
  })
})
