import { homedir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { writeInvitation } from '../../../protocol/http/invitation.ts'
import { InvitationCode } from '../../../protocol/http/lending.ts'
import { newNodeKeyPair } from '../../../protocol/node-edge/keys.ts'
import { readCommand } from '../../../sfu-node/cli/command.ts'
import { readMediaOptions } from '../../../sfu-node/cli/options.ts'
import { bindAddress } from '../../../sfu-node/media/workers/bind-address.ts'
import { isInterfaceAddress } from '../../../sfu-node/media/workers/interface-addresses.ts'

const { privateKey: key } = await newNodeKeyPair()
const enough = ['--listen', '127.0.0.1']
const own = ['run', '--edge', 'https://meet.example.org', '--id', 'n-1']
const env = { ESSAIM_NODE_KEY: key }
const invitation = {
  edge: 'https://meet.example.org/',
  code: v.parse(InvitationCode, 'c'.repeat(43)),
}
const word = writeInvitation(invitation)

/** What a command line means, as far as media goes. */
function mediaOptions(args: readonly string[]) {
  const command = readCommand(['run', ...args], {})
  if (command.command === 'help') throw new Error('no help was asked for')
  return readMediaOptions(command.given)
}

const unlimited = { bitsPerSecond: null, bytesPerMonth: null, rooms: null, people: null, hours: null }

test('an address is enough', () => {
  const { workers, ...rest } = mediaOptions(enough)
  expect(workers).toBeGreaterThanOrEqual(1)
  expect(rest).toEqual({
    region: 'local',
    announce: ['127.0.0.1'],
    listen: '127.0.0.1',
    mediaPort: 40_000,
    pipePorts: { from: 41_000, to: 41_099 },
    metricsPort: null,
    limits: unlimited,
  })
})

test('everything can be said', () => {
  const given = [
    ...['--region', 'eu-west', '--announce', '2001:db8::7', '--listen', '::', '--media-port', '50000'],
    ...['--workers', '3', '--pipe-ports', '50100-50199', '--max-bandwidth', '12.5', '--max-transfer', '500'],
    ...[
      '--max-rooms',
      '5',
      '--max-people',
      '40',
      '--metrics-port',
      '9464',
      '--hours',
      '18-23',
      '--hours',
      '0-6',
    ],
  ]
  expect(mediaOptions(given)).toEqual({
    region: 'eu-west',
    announce: ['2001:db8::7'],
    listen: '::',
    mediaPort: 50_000,
    pipePorts: { from: 50_100, to: 50_199 },
    workers: 3,
    metricsPort: 9_464,
    limits: {
      bitsPerSecond: 12_500_000,
      bytesPerMonth: 500_000_000_000,
      rooms: 5,
      people: 40,
      hours: [
        { from: 18, to: 23 },
        { from: 0, to: 6 },
      ],
    },
  })
})

test.each([
  [[], null],
  [['--listen', '::'], null],
  [['--listen', '192.168.1.5'], ['192.168.1.5']],
  [['--announce', '192.0.2.7'], ['192.0.2.7']],
  [['--listen', '192.168.1.5', '--announce', '192.0.2.7'], ['192.0.2.7']],
  [
    ['--announce', '2001:db8::7', '--announce', '192.0.2.7'],
    ['192.0.2.7', '2001:db8::7'],
  ],
])('N16 with %j, browsers are told %j', (args, announce) => {
  expect(mediaOptions(args).announce).toEqual(announce)
})

test('N16 what a node was enrolled with as one word is one address', () => {
  expect(readMediaOptions({ announce: '192.0.2.7' }).announce).toEqual(['192.0.2.7'])
})

test.each([
  ['192.168.1.5', '192.0.2.7', '192.168.1.5'],
  ['2001:db8::5', '2001:db8::7', '2001:db8::5'],
  // This machine's own.
  ['0.0.0.0', '198.51.100.7', '198.51.100.7'],
  ['::', '2001:db8:7::7', '2001:db8:7::7'],
  ['192.168.1.5', '198.51.100.7', '192.168.1.5'],
  // Translated on the way.
  ['0.0.0.0', '192.0.2.7', '0.0.0.0'],
  ['0.0.0.0', '2001:db8::7', '::'],
  ['::', '192.0.2.7', '0.0.0.0'],
  ['::', '2001:db8::7', '::'],
  ['192.168.1.5', '2001:db8::7', null],
  ['2001:db8::5', '192.0.2.7', null],
])('N16 listening at %s, and announced as %s, a node binds %j', (listen, announced, bound) => {
  const isOwn = (address: string) => isInterfaceAddress(address, ['198.51.100.7', '2001:db8:7:0:0::7'])
  expect(bindAddress(listen, announced, isOwn)).toBe(bound)
})

test('what is asked for', () => {
  expect(readCommand(['--help'], {})).toEqual({ command: 'help' })
  expect(readCommand(['join', word, '--state', '/s', '--max-rooms', '2'], {})).toEqual({
    command: 'join',
    invitation,
    state: '/s',
    given: { 'max-rooms': '2' },
  })
  const node = { edge: new URL('https://meet.example.org'), id: 'n-1', key }
  expect(readCommand([...own, '--state', '/s'], env)).toEqual({
    command: 'run',
    own: node,
    state: '/s',
    given: {},
  })
})

test.each([
  [{ STATE_DIRECTORY: '/var/lib/a:/var/lib/b', XDG_STATE_HOME: '/x' }, '/var/lib/a'],
  [{ XDG_STATE_HOME: '/x' }, '/x/essaim-node'],
  [{}, path.join(homedir(), '.local/state/essaim-node')],
])('with %j, the state is in %s', (environment, state) => {
  expect(readCommand(['run'], environment)).toEqual({ command: 'run', own: null, state, given: {} })
})

describe('a wrong option is named in a sentence, with exit code 2', () => {
  test.each([
    [['run', '--id', 'n'], '--edge is needed: the address of the edge, such as https://meet.example.org.'],
    [['run', '--edge', 'meet'], '--edge must be an address, such as https://meet.example.org.'],
    [['run', '--edge', 'ftp://x.org'], '--edge must begin with https:// (or http://, wss://, ws://).'],
    [['run', '--edge', 'http://x.org'], '--id is needed: what the edge calls this node.'],
    [own, 'ESSAIM_NODE_KEY must be the private key of this node.'],
    [[...own, '--id', '-Ada'], "Option '--id' argument is ambiguous."],
    [
      [...own, '--id', 'Ada'],
      '--id must be 1 to 63 small letters, digits and dashes, and not begin with a dash.',
    ],
    [[], 'Say join and the invitation, or run. See --help.'],
    [['walk'], 'Say join and the invitation, or run. See --help.'],
    [['join'], 'Say join and the invitation, or run. See --help.'],
    [['run', 'more'], 'Say join and the invitation, or run. See --help.'],
    [
      ['join', word.slice(0, 40)],
      'That is no invitation: copy all of it, from its first letter to its last.',
    ],
    [['join', 'é'], 'That is no invitation: copy all of it, from its first letter to its last.'],
    [['join', word, '--id', 'n'], 'leave out --edge and --id.'],
    [['run', '--colour'], "Unknown option '--colour'"],
  ])('%j', (args, sentence) => {
    expect(() => readCommand(args, {})).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) }),
    )
  })

  test.each([
    [[...enough, '--region', 'Île'], '--region must be 1 to 32 small letters, digits and dashes.'],
    [
      [...enough, '--announce', '0.0.0.0'],
      '--announce must be an address that browsers can reach, not a wildcard.',
    ],
    [[...enough, '--announce', 'here'], '--announce must be an IP address.'],
    [
      ['--announce', '192.0.2.7', '--announce', '192.0.2.8'],
      '--announce may be said twice: for one IPv4 and one IPv6 address.',
    ],
    [
      ['--announce', '192.0.2.7', '--announce', '2001:db8::7', '--announce', '2001:db8::8'],
      '--announce may be said twice: for one IPv4 and one IPv6 address.',
    ],
    [
      [...enough, '--announce', '2001:db8::7'],
      'What is sent to --announce 2001:db8::7 does not arrive at --listen 127.0.0.1: leave out --listen.',
    ],
    [['--listen', 'here'], '--listen must be an IP address.'],
    [[...enough, '--media-port', '70000'], '--media-port must be a port, 1 to 65535.'],
    [[...enough, '--pipe-ports', '41000'], '--pipe-ports must be a range of ports, such as 41000-41099.'],
    [
      [...enough, '--pipe-ports', '41099-41000'],
      '--pipe-ports must be a range of ports, such as 41000-41099.',
    ],
    [
      [...enough, '--pipe-ports', '65000-65536'],
      '--pipe-ports must be a range of ports, such as 41000-41099.',
    ],
    [[...enough, '--metrics-port', '0'], '--metrics-port must be a port, 1 to 65535.'],
    [[...enough, '--workers', '0'], '--workers must be a number from 1 to 256.'],
    [
      [...enough, '--media-port', '65535', '--workers', '2'],
      '--media-port and --workers together go past port 65535.',
    ],
    [[...enough, '--max-bandwidth', '0'], '--max-bandwidth must be a number of Mbit/s, such as 100.'],
    [[...enough, '--max-transfer', '1e3'], '--max-transfer must be a number of GB, such as 500.'],
    [[...enough, '--max-rooms', '0'], '--max-rooms must be a number of rooms, at least 1.'],
    [[...enough, '--max-people', 'all'], '--max-people must be a number of people, at least 1.'],
    [[...enough, '--hours', '18'], '--hours must be hours of the day, such as 18-23 or 22-6.'],
    [[...enough, '--hours', '8-25'], '--hours must be hours of the day, such as 18-23 or 22-6.'],
    [[...enough, '--hours', '8-8'], '--hours must be hours of the day, such as 18-23 or 22-6.'],
  ])('%j', (args, sentence) => {
    expect(() => mediaOptions(args)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) }),
    )
  })
})
