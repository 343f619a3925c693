import { describe, expect, test } from 'vitest'
import { newNodeKeyPair } from '../../protocol/node-key.ts'
import { readOptions } from '../../sfu-node/options.ts'

const { privateKey: key } = await newNodeKeyPair()
const own = ['run', '--id', 'n-1']
const enough = [...own, '--edge', 'https://meet.example.org', '--listen', '127.0.0.1']
const env = { ESSAIM_NODE_KEY: key }

test('an edge, a key, an id and an address are enough', () => {
  const options = readOptions(enough, env)
  if (options === 'help') throw new Error('no help was asked for')
  const { edge, workers, ...rest } = options
  expect(edge.href).toBe('https://meet.example.org/')
  expect(workers).toBeGreaterThanOrEqual(1)
  expect(rest).toEqual({
    key,
    id: 'n-1',
    region: 'local',
    announce: '127.0.0.1',
    listen: '127.0.0.1',
    mediaPort: 40_000,
    pipePorts: { from: 41_000, to: 41_099 },
    metricsPort: null,
  })
})

test('everything can be said', () => {
  const given = [
    ...[...own, '--edge', 'http://[::1]:8787', '--region', 'eu-west'],
    ...['--announce', '2001:db8::7', '--listen', '::', '--media-port', '50000', '--workers', '3'],
    ...['--pipe-ports', '50100-50199', '--metrics-port', '9464'],
  ]
  expect(readOptions(given, env)).toEqual({
    edge: new URL('http://[::1]:8787'),
    key,
    id: 'n-1',
    region: 'eu-west',
    announce: '2001:db8::7',
    listen: '::',
    mediaPort: 50_000,
    pipePorts: { from: 50_100, to: 50_199 },
    workers: 3,
    metricsPort: 9_464,
  })
})

test('help needs nothing else', () => {
  expect(readOptions(['--help'], {})).toBe('help')
})

describe('a wrong option is named in a sentence, with exit code 2', () => {
  test.each([
    [own, env, '--edge is needed: the address of the edge, such as https://meet.example.org.'],
    [[...own, '--edge', 'meet'], env, '--edge must be an address, such as https://meet.example.org.'],
    [[...own, '--edge', 'ftp://x.org'], env, '--edge must begin with https:// (or http://, wss://, ws://).'],
    [enough, {}, 'ESSAIM_NODE_KEY must be the private key of this node.'],
    [enough, { ESSAIM_NODE_KEY: 'x' }, 'ESSAIM_NODE_KEY must be the private key of this node.'],
    [['walk'], env, 'Say run. See --help.'],
    [[...enough, '--id', '-Ada'], env, "Option '--id' argument is ambiguous."],
    [
      [...enough, '--id', 'Ada'],
      env,
      '--id must be 1 to 63 small letters, digits and dashes, and not begin with a dash.',
    ],
    [[...enough, '--region', 'Île'], env, '--region must be 1 to 32 small letters, digits and dashes.'],
    [
      [...own, '--edge', 'https://x.org'],
      env,
      '--announce is needed when --listen is a wildcard: the address at which browsers reach this machine.',
    ],
    [
      [...enough, '--announce', '0.0.0.0'],
      env,
      '--announce must be an address that browsers can reach, not a wildcard.',
    ],
    [[...enough, '--announce', 'here'], env, '--announce must be an IP address.'],
    [[...enough, '--listen', 'here'], env, '--listen must be an IP address.'],
    [[...enough, '--media-port', '70000'], env, '--media-port must be a port, 1 to 65535.'],
    [
      [...enough, '--pipe-ports', '41000'],
      env,
      '--pipe-ports must be a range of ports, such as 41000-41099.',
    ],
    [
      [...enough, '--pipe-ports', '41099-41000'],
      env,
      '--pipe-ports must be a range of ports, such as 41000-41099.',
    ],
    [
      [...enough, '--pipe-ports', '65000-65536'],
      env,
      '--pipe-ports must be a range of ports, such as 41000-41099.',
    ],
    [[...enough, '--metrics-port', '0'], env, '--metrics-port must be a port, 1 to 65535.'],
    [[...enough, '--workers', '0'], env, '--workers must be a number from 1 to 256.'],
    [
      [...enough, '--media-port', '65535', '--workers', '2'],
      env,
      '--media-port and --workers together go past port 65535.',
    ],
    [[...enough, '--colour'], env, "Unknown option '--colour'"],
    [[...enough, 'more'], env, 'Say run. See --help.'],
  ])('%j', (args, environment, sentence) => {
    expect(() => readOptions(args, environment)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) }),
    )
  })
})
