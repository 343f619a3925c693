import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { EXPOSITION_TYPE } from '../../../protocol/http/exposition.ts'
import { freePorts } from '../../../scripts/network/held-ports.ts'
import { EventLoopDelay } from '../../../sfu-node/metrics/event-loop-delay.ts'
import { NODE_METRICS } from '../../../sfu-node/metrics/metric-catalogue.ts'
import { serveMetrics } from '../../../sfu-node/metrics/metrics-server.ts'
import { measureTraffic } from '../../../sfu-node/metrics/traffic.ts'
import { type ReadSample, readExposition } from '../../support/exposition-grammar.ts'
import * as ask from '../support/asks.ts'
import { FakeEdge } from '../support/fake-edge.ts'
import { runNode } from '../support/node-program.ts'
import { opus } from '../support/page-media.ts'
import { childrenOf } from '../support/processes.ts'
import { roomWith } from '../support/room.ts'
import { until } from '../support/until.ts'

/** A node of two workers that tells its metrics, and a small edge that it dials. */
async function startMeasured() {
  const edge = await FakeEdge.start()
  const [mediaPort, metricsPort] = [await freePorts(2), await freePorts(1)]
  const node = runNode([
    ...['run', '--edge', edge.url, '--id', 'lent-by-ada', '--region', 'eu-west', '--listen', '127.0.0.1'],
    ...['--media-port', String(mediaPort), '--workers', '2', '--metrics-port', String(metricsPort)],
  ])
  const url = `http://127.0.0.1:${metricsPort}/metrics`
  const read = async () => readExposition(await (await fetch(url)).text())
  const samples = async (name: keyof typeof NODE_METRICS): Promise<readonly ReadSample[]> =>
    (await read()).get(name)?.samples ?? []
  const total = async (name: keyof typeof NODE_METRICS): Promise<number> =>
    (await samples(name)).reduce((sum, { value }) => sum + value, 0)
  const socket = await edge.nextSocket()
  await socket.register()
  return { edge, node, socket, url, mediaPort, read, samples, total }
}

test('who asks by another name than this machine’s own is told nothing', async () => {
  const port = await freePorts(1)
  const server = await serveMetrics(port, async () => 'essaim 1\n')
  const asked = async (host: string): Promise<number | undefined> => {
    const request = get({ port, host: '127.0.0.1', path: '/metrics', headers: { host } })
    const [response]: IncomingMessage[] = await once(request, 'response')
    response?.resume()
    return response?.statusCode
  }
  for (const own of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST', `[::1]:${port}`])
    expect([own, await asked(own)]).toEqual([own, 200])
  for (const other of [
    'rebound.example',
    `rebound.example:${port}`,
    '127.0.0.1.rebound.example',
    '127.0.0.1@x',
  ])
    expect([other, await asked(other)]).toEqual([other, 421])
  server.close()
})

test('a node tells all that it measures, in the format that Prometheus reads', async () => {
  const { node, socket, url, mediaPort, read, samples, total } = await startMeasured()
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toBe(EXPOSITION_TYPE)
  const metrics = await read()
  expect([...metrics.keys()]).toEqual(Object.keys(NODE_METRICS))
  expect(metrics.get('essaim_node_info')?.samples).toEqual([
    { labels: { node: 'lent-by-ada', version: expect.any(String), region: 'eu-west' }, value: 1 },
  ])
  expect(await total('essaim_node_workers')).toBe(2)
  expect(await total('essaim_node_edge_connected')).toBe(1)

  const [room, transport] = [ask.newRoom(), ask.newTransport()]
  await socket.ask(ask.batch(room, ask.openRouter, ask.sending(transport)))
  await socket.ask(ask.batch(room, ask.produce(transport, ask.newProducer(), 'audio', opus(1_234))))
  expect((await samples('essaim_node_routers')).map(({ labels }) => labels['port'])).toEqual([
    String(mediaPort),
    String(mediaPort + 1),
  ])
  expect(await total('essaim_node_routers')).toBe(1)
  expect(await total('essaim_node_rooms')).toBe(1)
  // Somebody has two transports, of which one is here so far.
  expect(await total('essaim_node_people')).toBe(1)
  await socket.ask(ask.batch(room, ask.consume(ask.newTransport(), ask.newProducer())))
  expect(await samples('essaim_node_operation_failures_total')).toEqual([
    { labels: { code: 'stale-media' }, value: 1 },
  ])
  expect(await total('essaim_node_transports')).toBe(1)
  expect(await total('essaim_node_producers')).toBe(1)
  expect(await total('essaim_node_consumers')).toBe(0)
  expect(await total('essaim_node_worker_cpu_seconds_total')).toBeGreaterThan(0)
  expect(await samples('essaim_node_page_transports')).toEqual([
    { labels: { path: 'udp' }, value: 0 },
    { labels: { path: 'tcp' }, value: 0 },
    { labels: { path: 'none' }, value: 1 },
  ])

  for (const pid of childrenOf(node.pid)) process.kill(pid, 'SIGKILL')
  await until(() => node.logged().filter(({ event }) => event === 'worker-replaced').length === 2)
  expect(await total('essaim_node_worker_deaths_total')).toBe(2)
  expect(await total('essaim_node_rooms_lost_total')).toBe(1)
  expect(await total('essaim_node_workers')).toBe(2)

  socket.cut()
  await until(() => node.logged().some(({ event }) => event === 'edge-disconnected'))
  expect(await total('essaim_node_edge_connected')).toBe(0)
})

test('there is nothing but /metrics, and no other way than to read', async () => {
  const { url } = await startMeasured()
  expect((await fetch(new URL('/', url))).status).toBe(404)
  expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  expect((await fetch(`${url}?from=prometheus`)).status).toBe(200)
})

test('a port for metrics that is taken ends the node with 3 and a sentence', async () => {
  const { url } = await startMeasured()
  const { port } = new URL(url)
  const node = runNode([
    ...['run', '--edge', 'http://127.0.0.1:1', '--id', 'n', '--listen', '127.0.0.1', '--workers', '1'],
    ...['--media-port', String(await freePorts(1)), '--metrics-port', port],
  ])
  expect(await node.ended).toEqual({ code: 3, signal: null })
  expect(node.errors).toEqual([
    `TCP port ${port} is taken: end the program that holds it, or choose another with --metrics-port.`,
  ])
})

describe('traffic', () => {
  test('a transport that has closed meanwhile is left out', async () => {
    const { pool } = await roomWith('audio', opus(1_234))
    const open = pool.workers.flatMap(({ counts }) => [...counts.openTransports])
    expect(open).toHaveLength(2)
    open[0]?.close()
    expect((await measureTraffic(open)).paths).toEqual({ udp: 0, tcp: 0, none: 1 })
  })
})

test('the delay of the event loop is what it was held up, and begins anew when it was read', async () => {
  const eventLoop = new EventLoopDelay()
  await delay(50)
  // Longer than a busy machine holds it up by itself.
  const until = performance.now() + 1_000
  while (performance.now() < until);
  await delay(50)
  const { max } = eventLoop.read()
  expect(max).toBeGreaterThan(0.9)
  await delay(100)
  expect(eventLoop.read().max).toBeLessThan(max)
})
