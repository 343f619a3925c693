import { exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAGE_REQUEST_NAMES } from '../../protocol/page-edge/requests.ts'
import { draws } from '../support/draws.ts'
import { mutated } from '../support/hostile/mutations.ts'
import { inLongRun } from '../support/long-run.ts'
import { HOST, SECRET } from './operator-client.ts'
import { PageClient } from './page-client.ts'

/** What hostile clients send to the Worker itself, by sockets and over HTTP: never does it come to an error of ours. */

const SEED = 1
/** Half of them join, and a room has 200 people at most. */
const SOCKETS = inLongRun(300, 20)
const REQUESTS = inLongRun(8_000, 250)
/** A little more than a page may say at once. */
const MOST = 70_000

/** A long run takes its time. */
const PATIENCE_MS = 600_000

let failed: string[] = []

beforeEach(() => {
  failed = []
  vi.spyOn(console, 'error').mockImplementation((line) => void failed.push(String(line)))
})

afterEach(async () => {
  await PageClient.leaveAll()
  vi.restoreAllMocks()
})

const FRAMES = PAGE_REQUEST_NAMES.map((request) =>
  JSON.stringify({
    id: 7,
    request,
    params: {
      generation: 1,
      protocol: 25,
      name: 'Eve',
      rtpCapabilities: null,
      peer: 'a'.repeat(16),
      tiles: [],
    },
  }),
)

describe('G1 G7 whatever is said to a room', () => {
  test(
    `by sockets that join, and that do not, it goes on (seed ${SEED})`,
    async () => {
      const draw = draws(SEED)
      const ada = await PageClient.open('beset')
      await ada.welcome('Ada')
      for (let i = 0; i < SOCKETS; i += 1) {
        const page = await PageClient.open('beset', `198.51.100.${i % 250}`)
        if (i % 2 === 0) await page.welcome('Eve')
        let text = ''
        for (let said = 0; said < 12 && page.socket.readyState === WebSocket.READY_STATE_OPEN; said += 1) {
          text = mutated(FRAMES, draw, MOST)
          page.socket.send(text)
        }
        // Its answers come after all of that, or its socket is closed.
        if (page.socket.readyState === WebSocket.READY_STATE_OPEN) page.socket.send('{')
        await ada.ask('finish-migration', { generation: 1 })
        expect([i, failed, JSON.stringify(page.inbox.rest).includes('"internal"')]).toEqual([i, [], false])
      }
      expect(await ada.ask('set-locked', { locked: true })).toEqual({})
    },
    PATIENCE_MS,
  )
})

const PATHS = [
  ...[
    '/',
    '/réunion',
    '/api/rooms/réunion/link?within=https://a.example',
    '/api/rooms/a/socket',
    '/api/node/own',
  ],
  ...[
    '/api/stats',
    '/api/swarm',
    '/api/candidates',
    '/api/address',
    '/api/nodes',
    '/api/checks',
    '/metrics',
    '/healthz',
  ],
  ...[
    '/api/checks/outcome',
    '/api/admin/invitations',
    '/api/admin/nodes',
    '/api/admin/turn',
    '/api/admin/nodes/own/pause',
  ],
]
const HEADERS = [
  ...[
    'authorization',
    'origin',
    'cf-connecting-ip',
    'accept-language',
    'upgrade',
    'content-type',
    'content-length',
    'referer',
  ],
]
const VALUES = [
  `Bearer ${SECRET}`,
  'https://elsewhere.example',
  '203.0.113.7',
  'fr, en;q=0.8',
  'websocket',
  '12',
]
const BODIES = [
  '{"lender":{"name":"Lyon","link":null,"place":null,"at":null},"days":7}',
  `{"code":"${'i'.repeat(43)}","publicKey":"${'k'.repeat(43)}","signature":"${'s'.repeat(86)}"}`,
  `{"ticket":"${'c'.repeat(43)}","outcomes":["reached"]}`,
]

/** As HTTP lets a header be. */
const asHeader = (text: string): string => text.replace(/[^\t\x20-\x7e]/g, '?').trim()

describe('N9 H1 whatever is asked over HTTP', () => {
  test(
    `is answered, and never as an error of ours (seed ${SEED})`,
    async () => {
      const draw = draws(SEED)
      const one = <Of>(from: readonly Of[]): Of | undefined => from[Math.floor(draw() * from.length)]
      for (let i = 0; i < REQUESTS; i += 1) {
        const path = draw() < 0.5 ? (one(PATHS) ?? '/') : `/${mutated(PATHS, draw, 4_000)}`
        const url = `http://${HOST}${path}`
        if (!URL.canParse(url) || new URL(url).host !== HOST) continue
        const isPost = draw() < 0.5
        const headers = {
          [one(HEADERS) ?? 'origin']: asHeader(mutated(VALUES, draw, 4_000)),
          ...(draw() < 0.5 && { authorization: `Bearer ${SECRET}` }),
        }
        const init = isPost ? { method: 'POST', body: mutated(BODIES, draw, 20_000) } : { method: 'GET' }
        const response = await exports.default.fetch(url, { ...init, headers })
        expect([i, url, headers, failed, response.status < 500]).toEqual([i, url, headers, [], true])
        response.webSocket?.accept()
        response.webSocket?.close()
        await response.body?.cancel()
      }
    },
    PATIENCE_MS,
  )
})
