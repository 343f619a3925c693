import { exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'

test.each([
  ['1.1.1.1', '1.1.1.1'],
  ['::ffff:1.1.1.1', '1.1.1.1'],
  ['2606:4700:4700::1111', '2606:4700:4700::1111'],
  ['192.168.1.5', null],
  ['fd00::2', null],
  ['127.0.0.1', null],
  ['240.0.0.1', null],
  ['1.1.1.1, 8.8.8.8', null],
  ['<script>', null],
])('N16 who comes from %j is told %j', async (from, address) => {
  const headers = { 'cf-connecting-ip': from }
  const response = await exports.default.fetch('http://edge/api/address', { headers })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ address })
})

test('N16 where the edge does not know, whatever others claim, nothing is told', async () => {
  const headers = { 'x-forwarded-for': '1.1.1.1', forwarded: 'for=1.1.1.1', 'x-real-ip': '1.1.1.1' }
  const response = await exports.default.fetch('http://edge/api/address', { headers })
  expect(await response.json()).toEqual({ address: null })
})

test('J10 whether a link may turn devices on is told of rooms’ names, and of nothing else', async () => {
  const asked = await exports.default.fetch('http://edge/api/rooms/Foyer/link?within=https%3A%2F%2Fa.example')
  expect(asked.headers.get('cache-control')).toBe('no-store')
  expect(await asked.json()).toEqual({ turnsDevicesOn: false })
  expect((await exports.default.fetch('http://edge/api/rooms/a%2Fb/link')).status).toBe(400)
})
