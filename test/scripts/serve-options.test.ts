import { availableParallelism } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readServeOptions } from '../../scripts/serve/serve-options.ts'
import { ROOT } from '../../scripts/setup/places.mjs'

test('without options, everything stays on this machine', () => {
  expect(readServeOptions([])).toEqual({
    port: 8787,
    host: '127.0.0.1',
    behindProxy: false,
    mediaPort: 40_000,
    announce: '127.0.0.1',
    mediaListen: '127.0.0.1',
    dataDir: path.join(ROOT, 'data'),
    open: true,
    node: true,
    workers: availableParallelism(),
  })
})

test('every option is taken', () => {
  const args =
    '--port 1234 --host 192.0.2.1 --media-port 5000 --announce 198.51.100.7 --data /tmp/x --behind-proxy --no-node --no-open'
  expect(readServeOptions(args.split(' '))).toMatchObject({
    port: 1234,
    host: '192.0.2.1',
    mediaPort: 5000,
    announce: '198.51.100.7',
    dataDir: '/tmp/x',
    behindProxy: true,
    open: false,
    node: false,
  })
})

test.each([
  { host: 'localhost', announce: '127.0.0.1' },
  { host: '127.0.0.2', announce: '127.0.0.1' },
  { host: '192.0.2.1', announce: '192.0.2.1' },
])('with --host $host, media goes to $announce', ({ host, announce }) => {
  expect(readServeOptions(['--host', host])).toMatchObject({ announce })
})

test.each([
  { args: '--host ::1', mediaListen: '127.0.0.1' },
  { args: '--announce ::1', mediaListen: '::1' },
  { args: '--announce 127.0.0.2', mediaListen: '127.0.0.2' },
  { args: '--announce 198.51.100.7', mediaListen: '0.0.0.0' },
  { args: '--announce 2001:db8::1', mediaListen: '0.0.0.0' },
])('with $args, media arrives at $mediaListen', ({ args, mediaListen }) => {
  expect(readServeOptions(args.split(' '))).toMatchObject({ mediaListen })
})

test('--help asks for help', () => {
  expect(readServeOptions(['--help'])).toBe('help')
})

test.each([
  { args: ['--port', 'http'], says: /^--port must be a port/ },
  { args: ['--port', '65536'], says: /^--port must be a port/ },
  { args: ['--media-port', '0'], says: /^--media-port must be a port/ },
  { args: ['--media-port', '-1'], says: /media-port/ },
  { args: ['--host', 'example.org'], says: /^--host must be an IP address/ },
  { args: ['--announce', 'me'], says: /^--announce must be an IP address/ },
  { args: ['--data', ''], says: /^--data must be a folder/ },
  { args: ['--colour'], says: /--colour.*See npm start -- --help/ },
  { args: ['here'], says: /here/ },
])('$args is refused with a sentence and code 2', ({ args, says }) => {
  expect(() => readServeOptions(args)).toThrow(
    expect.objectContaining({ name: 'Problem', exitCode: 2, message: expect.stringMatching(says) }),
  )
})
