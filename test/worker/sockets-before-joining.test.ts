import { exports } from 'cloudflare:workers'
import { afterEach, expect, test } from 'vitest'
import { MAX_SOCKETS_BEFORE_JOINING } from '../../protocol/limits.ts'
import { NodeClient } from './node-client.ts'
import { PageClient } from './page-client.ts'

afterEach(async () => {
  await PageClient.leaveAll()
  await NodeClient.dropAll()
})

/** Dials the room from that address, as the edge answers it. */
const dial = (address: string): Promise<Response> =>
  exports.default.fetch('http://edge/api/rooms/crowded/socket', {
    headers: { upgrade: 'websocket', 'cf-connecting-ip': address },
  })

/** Sockets that say nothing. */
async function dialOften(count: number, address: (index: number) => string): Promise<WebSocket[]> {
  const answers = await Promise.all(Array.from({ length: count }, (_, index) => dial(address(index))))
  return answers.map(({ status, webSocket }) => {
    expect(status).toBe(101)
    if (!webSocket) throw new Error('no socket')
    webSocket.accept()
    return webSocket
  })
}

test('G6 sockets that do not join are limited by address and by site: they keep nobody else out', async () => {
  await NodeClient.start('crowded-node')
  const { address, site } = MAX_SOCKETS_BEFORE_JOINING
  // Who has joined counts no more.
  const ada = await PageClient.open('crowded', '198.51.100.1')
  await ada.welcome('Ada')
  const silent = await dialOften(address, () => '198.51.100.1')
  const refused = await dial('198.51.100.1')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
  expect(await refused.json()).toMatchObject({ code: 'rate-limited' })
  const ben = await PageClient.open('crowded', '198.51.100.2')
  await ben.welcome('Ben')
  // An IPv6 site has many networks.
  silent.push(...(await dialOften(site, (index) => `2001:db8:1:${(index % 8).toString(16)}::1`)))
  expect((await dial('2001:db8:1:9::1')).status).toBe(429)
  silent.push(...(await dialOften(1, () => '2001:db8:2::1')))
  const [one] = silent
  one?.close(1000)
  await expect.poll(async () => (await dial('198.51.100.1')).status).toBe(101)
  for (const socket of silent) socket.close(1000)
})
