import { expect, test } from 'vitest'
import { networkOf, siteOf } from '../../protocol/addresses/network.ts'
import { clientNetwork } from '../../worker/http/client-network.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ['1:2:3:4:5:6:7:8:9', null],
  ['1::2::3', null],
  ['1:2:3', null],
  ['g::1', null],
  ['somewhere', null],
  ['', null],
])('D4 %j is in the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('D4 only the header that the edge sets is believed', () => {
  const from = (headers: Record<string, string>) => clientNetwork(new Request('http://edge/', { headers }))
  expect(from({ 'cf-connecting-ip': '192.0.2.7', 'x-forwarded-for': '198.51.100.1' })).toBe('192.0.2.7')
  expect(from({ 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.1' })).toBeNull()
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['::1', '0:0:0::/48'],
  ['192.0.2.7', null],
  ['::ffff:192.0.2.7', null],
  ['somewhere', null],
])('D4 %j is of the site %j', (address, site) => {
  expect(siteOf(address)).toBe(site)
})
