import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { defaultAnnounce, reachableHost, urlHost } from '../../scripts/network/local-address.ts'

test('a listener on all addresses is announced at one that others can reach', () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map(({ address }) => address)
  const reachable = outside.length > 0 ? outside : ['127.0.0.1']
  expect(reachable).toContain(defaultAnnounce('0.0.0.0'))
  // Whoever comes through a web server is not on this machine, though the page listens for it alone.
  expect(reachable).toContain(defaultAnnounce('127.0.0.1', true))
  expect(defaultAnnounce('127.0.0.1')).toBe('127.0.0.1')
})

test.each([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '[::1]'],
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '[2001:db8::1]'],
])('what listens on %s is reached at %s', (host, expected) => {
  expect(urlHost(reachableHost(host))).toBe(expected)
})
