import { env } from 'cloudflare:workers'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { afterEach, describe, expect, test } from 'vitest'
import { EXPOSITION_TYPE } from '../../protocol/http/exposition.ts'
import type { NodeLoad } from '../../protocol/node-edge/events.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { EDGE_METRICS } from '../../worker/metrics/metric-catalogue.ts'
import { router } from '../../worker/routes.ts'
import { readExposition } from '../support/exposition-grammar.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

const SECRET = 'of the one who watches'.replaceAll(' ', '-')
const HASH = bytesToHex(sha256(utf8ToBytes(SECRET)))
const LOAD: NodeLoad = {
  rooms: 1,
  people: 2,
  routers: 3,
  transports: 4,
  producers: 5,
  consumers: 6,
  cpu: 0.25,
  bitsPerSecond: 7_000,
  bytesThisMonth: 8,
}

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

const ask = (authorization?: string, hash: string | null = HASH): Promise<Response> =>
  router.fetch(
    new Request('http://edge/metrics', { headers: authorization === undefined ? {} : { authorization } }),
    { ...env, ...(hash !== null && { METRICS_SECRET_HASH: hash }) },
  )

async function metrics() {
  const response = await ask(`Bearer ${SECRET}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(EXPOSITION_TYPE)
  return readExposition(await response.text())
}

async function value(name: keyof typeof EDGE_METRICS, labels: Record<string, string> = {}): Promise<number> {
  const samples = (await metrics()).get(name)?.samples ?? []
  const wanted = JSON.stringify(labels)
  return samples.find((sample) => JSON.stringify(sample.labels) === wanted)?.value ?? 0
}

const SOON = { timeout: 10_000, interval: 100 }

describe('S5 who may read the metrics', () => {
  test('nobody, where the operator gave no secret', async () => {
    expect((await ask(`Bearer ${SECRET}`, null)).status).toBe(404)
  })

  test.each([undefined, 'Bearer', 'Bearer wrong', `Basic ${SECRET}`, SECRET, `Bearer ${HASH}`])(
    'not whoever says %j',
    async (authorization) => {
      const response = await ask(authorization)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(await response.json()).toMatchObject({ code: 'unauthorised' })
    },
  )

  test('nobody, where what was configured is no hash', async () => {
    expect((await ask(`Bearer ${SECRET}`, SECRET)).status).toBe(500)
  })
})

test('S5 all that the edge measures, in the format that Prometheus reads', async () => {
  expect([...(await metrics()).keys()]).toEqual(Object.keys(EDGE_METRICS))
})

test('S5 a node is measured by what it last told', async () => {
  const node = await NodeClient.start('steady')
  const labels = { node: 'steady' }
  expect(await value('essaim_edge_nodes')).toBe(1)
  expect(await value('essaim_edge_node_capacity_consumers', labels)).toBe(1_000)
  node.send({ type: 'event', event: { event: 'heartbeat', load: LOAD, notAccepting: null } })
  await expect.poll(() => value('essaim_edge_node_consumers', labels), SOON).toBe(6)
  expect(await value('essaim_edge_node_rooms', labels)).toBe(1)
  expect(await value('essaim_edge_node_people', labels)).toBe(2)
  expect(await value('essaim_edge_node_routers', labels)).toBe(3)
  expect(await value('essaim_edge_node_transports', labels)).toBe(4)
  expect(await value('essaim_edge_node_producers', labels)).toBe(5)
  expect(await value('essaim_edge_node_cpu_ratio', labels)).toBe(0.25)
  expect(await value('essaim_edge_node_sent_bits_per_second', labels)).toBe(7_000)
  expect(await value('essaim_edge_node_accepting', labels)).toBe(1)
  node.send({ type: 'event', event: { event: 'heartbeat', load: LOAD, notAccepting: 'hours' } })
  await expect.poll(() => value('essaim_edge_node_accepting', labels), SOON).toBe(0)
  node.drop()
  await expect.poll(() => value('essaim_edge_nodes'), SOON).toBe(0)
})

test('S5 rooms are measured by joins, refusals and lost media', async () => {
  const node = await NodeClient.start('frozen')
  await NodeClient.start('freed')
  const ada = await PageClient.open('measured')
  await ada.welcome('Ada')
  const ben = await PageClient.open('measured')
  await ben.welcome('Ben')
  await ben.ask('set-locked', { locked: true })
  await ada.ask('set-locked', { locked: true })
  const eve = await PageClient.open('measured')
  expect(await eve.join('Eve')).toEqual({ refused: 'room-locked' })
  const another = await PageClient.open('measured')
  await another.join('Eve', { protocol: PAGE_EDGE.newest + 1 })
  await expect.poll(() => value('essaim_edge_people'), SOON).toBe(2)
  expect(await value('essaim_edge_rooms')).toBe(1)
  expect(await value('essaim_edge_conferences')).toBe(1)
  expect(await value('essaim_edge_conferences_total')).toBe(1)
  expect(await value('essaim_edge_people_total')).toBe(2)
  expect(await value('essaim_edge_joins_total', { outcome: 'welcome' })).toBe(2)
  await expect.poll(() => value('essaim_edge_joins_total', { outcome: 'room-locked' }), SOON).toBe(1)
  await expect.poll(() => value('essaim_edge_joins_total', { outcome: 'unsupported-protocol' }), SOON).toBe(1)
  expect(await value('essaim_edge_refusals_total', { code: 'not-allowed' })).toBe(1)
  const chat = { kind: 'chat', addressee: { to: 'everyone' }, payload: 'hi' } as const
  const said = await Promise.all(Array.from({ length: 20 }, () => ben.ask('send-message', chat)))
  const refused = said.filter((answer) => 'refused' in answer).length
  expect(refused).toBeGreaterThan(0)
  await expect.poll(() => value('essaim_edge_refusals_total', { code: 'rate-limited' }), SOON).toBe(refused)
  const lost = ada.event('media-lost')
  node.drop()
  await NodeClient.dropAll()
  await lost
  await expect.poll(() => value('essaim_edge_media_lost_total'), SOON).toBe(1)
})
