import { expect, test } from 'vitest'
import { innerHeaders } from '../../scripts/front/forwarded-headers.ts'
import { isOwnHostname, targetOf } from '../../scripts/front/request-target.ts'

test.each([
  ['meet.example.org', '/salon?embed', 'http://meet.example.org/salon?embed'],
  ['127.0.0.1:8787', '/', 'http://127.0.0.1:8787/'],
  ['[::1]:8787', '/%C3%A9', 'http://[::1]:8787/%C3%A9'],
  ['edge', '/a/../cdn-cgi/x', 'http://edge/cdn-cgi/x'],
  ['edge', '//elsewhere/x', 'http://edge//elsewhere/x'],
])('a request of %s for %s goes to %s', (host, target, url) => {
  expect(targetOf(host, target)?.href).toBe(url)
})

test.each([
  [undefined, '/'],
  ['edge', undefined],
  ['edge', '*'],
  ['edge', 'http://x/metrics'],
  ['edge', '/%'],
  ['edge', '/%ff'],
  ['edge/x', '/'],
  ['user@edge', '/'],
  ['edge:99999', '/'],
  ['[::1', '/'],
  ['[:::]', '/'],
  ['a b', '/'],
  ['', '/'],
])('a request of %j for %j goes nowhere', (host, target) => {
  expect(targetOf(host, target)).toBeNull()
})

test.each([
  ['127.0.0.1', true],
  ['192.168.1.5', true],
  ['[fd00::2]', true],
  ['localhost', true],
  ['a.localhost', true],
  ['edge', true],
  ['evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example', false],
])('H1 %s can be nobody else on the Internet: %s', (hostname, own) => {
  expect(isOwnHostname(hostname)).toBe(own)
})

test('D4 what says whose a request is, and what Miniflare obeys, is dropped from outside', () => {
  const raw = [
    ['Host', 'evil.example'],
    ['CF-Connecting-IP', '1.1.1.1'],
    ['cf-ipcountry', 'FR'],
    ['MF-Original-URL', 'http://x/metrics'],
    ['mf-cf-blob', '{}'],
    ['Forwarded', 'for=1.1.1.1'],
    ['X-Forwarded-For', '1.1.1.1'],
    ['X-Forwarded-Proto', 'gopher'],
    ['X-Real-IP', '1.1.1.1'],
    ['Essaim-Front-Door', 'guessed'],
    ['Connection', 'upgrade'],
    ['Upgrade', 'websocket'],
    ['Authorization', 'Bearer x'],
    ['Origin', 'https://meet.example.org'],
  ].flat()
  const own = { host: 'meet.example.org', address: '192.0.2.7', key: 'k' }
  expect(innerHeaders(raw, own)).toEqual([
    ...['host', 'meet.example.org'],
    ...['essaim-front-door', 'k'],
    ...['cf-connecting-ip', '192.0.2.7'],
    ...['Authorization', 'Bearer x'],
    ...['Origin', 'https://meet.example.org'],
  ])
  expect(innerHeaders(raw, { ...own, address: null })).not.toContain('cf-connecting-ip')
})
