import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { ListedNode } from '../../protocol/http/lending.ts'
import { NodeId } from '../../protocol/ids.ts'
import { isSignedBy, NodePrivateKey, NodePublicKey, signText } from '../../protocol/node-edge/keys.ts'
import { nodeTable } from '../../scripts/edge-admin/node-table.ts'
import { readCommand } from '../../scripts/edge-admin/options.ts'
import { newOwnNode } from '../../scripts/edge-admin/own-node.ts'

import { turnSummary } from '../../scripts/edge-admin/turn-summary.ts'

const env = { ESSAIM_ADMIN_SECRET: 'secret' }
const access = { edge: new URL('http://127.0.0.1:8787'), secret: 'secret' }

test('what is asked for', () => {
  expect(readCommand(['--help'], {})).toEqual({ command: 'help' })
  expect(readCommand(['secret'], {})).toEqual({ command: 'secret' })
  expect(readCommand(['nodes'], env)).toEqual({ command: 'nodes', access })
  expect(readCommand(['turn'], env)).toEqual({ command: 'turn', access })
  expect(readCommand(['pause', 'lyon', '--edge', 'https://x.org/meet'], env)).toEqual({
    command: 'pause',
    node: 'lyon',
    access: { ...access, edge: new URL('https://x.org/meet') },
  })
  expect(readCommand(['invite', '--name', ' Ada '], { ...env, ESSAIM_EDGE: 'https://y.org' })).toEqual({
    command: 'invite',
    wish: { lender: { name: 'Ada', link: null, place: null, at: null }, days: 7 },
    access: { ...access, edge: new URL('https://y.org') },
  })
  const all = '--name Ada --link https://ada.example.org --place Sydney --at=-33.87,151.21 --days 30'
  expect(readCommand(['own-node', 'ada', '--edge', 'https://x.org'], {})).toEqual({
    command: 'own-node',
    node: 'ada',
    edge: new URL('https://x.org'),
  })
  expect(readCommand(['invite', '--loopback', ...all.split(' ')], env)).toMatchObject({
    wish: {
      lender: {
        link: 'https://ada.example.org',
        place: 'Sydney',
        at: { latitude: -33.87, longitude: 151.21 },
      },
      days: 30,
    },
  })
})

describe('what cannot be right is named in a sentence, with exit code 2', () => {
  test.each([
    [[], env, 'Say one of the commands'],
    [['explode', 'lyon'], env, 'Say one of the commands'],
    [['pause'], env, 'Say one of the commands'],
    [['turn', 'lyon'], env, 'Say one of the commands'],
    [['pause', 'Lyon!'], env, 'Lyon! is no id of a node'],
    [['nodes'], {}, "ESSAIM_ADMIN_SECRET must hold the operator's secret"],
    [['nodes', '--edge', 'meet'], env, '--edge must be an address'],
    [['invite'], env, '--name must be 1 to 80 characters'],
    [['invite', '--name', 'x'.repeat(81)], env, '--name must be 1 to 80 characters'],
    [['invite', '--name', 'A', '--link', 'ada.example.org'], env, '--link must be an address'],
    [['invite', '--name', 'A', '--place', ''], env, '--place must be 1 to 80 characters'],
    [['invite', '--name', 'A', '--at', 'Lyon'], env, '--at must be degrees'],
    [['invite', '--name', 'A', '--at', '91,0'], env, '--at must be degrees'],
    [['invite', '--name', 'A', '--days', '91'], env, '--days must be a number from 1 to 90'],
    [['invite', '--name', 'A', '--days', 'many'], env, '--days must be a number from 1 to 90'],
    [['invite', '--colour'], env, '--colour'],
    [['own-node'], env, 'Say one of the commands'],
    [['own-node', 'Ada L'], env, 'Ada L cannot be an id'],
    ...['127.0.0.1:8787', 'localhost:8787', '127.1.2.3', '[::1]:8787'].map(
      (host): [string[], object, string] => [
        ['invite', '--name', 'A', '--edge', `http://${host}`],
        env,
        'would serve on this machine alone',
      ],
    ),
    [['invite', '--name', 'A'], env, 'would serve on this machine alone'],
  ])('%j', (args, environment, sentence) => {
    expect(() => readCommand(args, environment)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) }),
    )
  })
})

test('N8 the two halves of the key of a node of one’s own fit together', async () => {
  const ada = v.parse(NodeId, 'ada')
  const { lines, explanation } = await newOwnNode(ada, new URL('https://meet.example.org'))
  const [keys = '', key = '', options] = lines
  const publicKey = v.parse(NodePublicKey, keys.slice('NODE_KEYS=ada:'.length))
  const privateKey = v.parse(NodePrivateKey, key.slice('ESSAIM_NODE_KEY='.length))
  expect(await isSignedBy(publicKey, 'text', await signText(privateKey, 'text'))).toBe(true)
  expect(options).toBe('ESSAIM_NODE_OPTIONS="--edge https://meet.example.org/ --id ada"')
  expect(explanation).toContain('npm run node -- run --edge https://meet.example.org/ --id ada')
  expect(explanation).not.toContain(privateKey)
})

test('N18 the table tells of each node how it stands, and why', () => {
  const away: ListedNode = {
    node: v.parse(NodeId, 'lyon'),
    lender: { name: 'Bibliothèque', link: null, place: 'Lyon', at: null },
    adminState: 'paused',
    reason: 'within 10 minutes: 20 answers that nobody asked for',
    reachability: { reachable: false, ports: [] },
    connected: null,
  }
  const limits = {
    bitsPerSecond: 20_500_000,
    bytesPerMonth: 500_000_000_000,
    rooms: 2,
    people: null,
    hours: [
      { from: 17, to: 22.5 },
      { from: 5, to: 6 },
    ],
  }
  const counts = { rooms: 2, people: 9, routers: 2, transports: 18, producers: 9, consumers: 30 }
  const here: ListedNode = {
    node: v.parse(NodeId, 'local'),
    lender: null,
    adminState: 'active',
    reason: null,
    reachability: null,
    connected: {
      region: 'local',
      version: '0.1.0',
      capacity: 500,
      limits,
      load: { ...counts, cpu: 0.1, bitsPerSecond: 12_345_678, bytesThisMonth: 2_500_000_000 },
      notAccepting: 'rooms',
    },
  }
  const silent = (protocol: 'udp' | 'tcp') =>
    ({ protocol, address: '203.0.113.7', port: 40_000, outcome: 'silent' }) as const
  const connected = here.connected && { ...here.connected, notAccepting: null }
  const untried: ListedNode = { ...away, adminState: 'active', reason: null, connected }
  const closed = { ...untried, reachability: { reachable: false, ports: [silent('udp'), silent('tcp')] } }
  const refused = [
    { version: 23, isNewer: false },
    { version: 26, isNewer: true },
    { version: null, isNewer: false },
  ].map((unspoken): ListedNode => ({ ...away, adminState: 'active', reason: null, unspoken }))
  const [headings, ...rows] = nodeTable([away, here, untried, closed, ...refused]).split('\n')
  expect(headings).toMatch(/^NODE +STANDS +ROOMS /)
  const atMost = '20.5 Mbit/s, 500 GB a month, 2 rooms, 17:00-22:30 and 05:00-06:00 UTC'
  const counted = ['2', '9', '12.3', '2.5']
  const unreached = ['lyon', 'active', ...counted, 'no (not reachable)', 'Bibliothèque, Lyon', atMost]
  expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
    ['lyon', 'paused', '-', '-', '-', '-', 'away', 'Bibliothèque, Lyon', '-', String(away.reason)],
    ['local', 'active', ...counted, 'no (rooms)', 'operator', atMost],
    [...unreached, 'its ports were not tried yet: that takes another node'],
    [...unreached, 'UDP 40000 at 203.0.113.7 does not answer: open it in the firewall (and 1 more)'],
    ...[
      'has to be updated (speaks 23)',
      'the edge has to be updated (the node speaks 26)',
      'has to be updated (speaks a version that cannot be read)',
    ].map((why) => ['lyon', 'active', '-', '-', '-', '-', 'away', 'Bibliothèque, Lyon', '-', why]),
  ])
})

test('what was relayed stands beside what may be', () => {
  const use = {
    month: '2026-11',
    bytes: 950_000_000,
    monthBudget: 1e9,
    roomBudget: 5e7,
    level: 'audio-only',
  } as const
  expect(turnSummary(use)).toBe(
    'Relayed in 2026-11 (UTC): 0.950 GB of 1.000 GB (95 %). Voices go through, pictures do not.\nA room may use 0.050 GB while it lives.',
  )
  expect(turnSummary({ ...use, monthBudget: null, roomBudget: null, level: 'all' })).toBe(
    'Relayed in 2026-11 (UTC): 0.950 GB of any amount. Sound and picture go through.\nA room may use any amount while it lives.',
  )
})
