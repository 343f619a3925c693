import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePorts } from '../../scripts/held-ports.ts'
import { Stage } from '../../scripts/stage.ts'
import { type Place, TraceHunt } from '../support/traces.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { SAID, WholeMeeting } from './support/whole-meeting.ts'

const OPERATORS = 'only-for-the-operator'
const NODES = { local: '127.9.9.9', second: '127.9.9.10' } as const
const PATIENCE = { timeout: 30_000, interval: 250 }

let folder: string
let stage: Stage
let browser: Browser
let meeting: WholeMeeting
let metricsPorts: [number, number]
const logs: Record<'edge' | 'nodes' | 'door', string[]> = { edge: [], nodes: [], door: [] }

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-kept-'))
  const hash = createHash('sha256').update(OPERATORS).digest('hex')
  stage = await Stage.open({
    dataDir: path.join(folder, 'edge'),
    host: '127.8.8.8',
    behindProxy: true,
    sweepMs: 1_000,
    bindings: {
      METRICS_SECRET_HASH: hash,
      ADMIN_SECRET_HASH: hash,
      SHORTER_WAITS: '{"reportDelayMs":300,"emptyRoomMs":1000}',
    },
    onLog: ({ message }) => logs.edge.push(message),
  })
  metricsPorts = [await freePorts(1), await freePorts(1)]
  browser = await sharedBrowser()
  meeting = new WholeMeeting(browser, stage.url)
})

afterAll(async () => {
  await meeting?.close()
  await leaveBrowser(browser)
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

const startNode = (id: 'local' | 'second') =>
  stage.startNode({
    id,
    address: NODES[id],
    further: [
      ...['--metrics-port', String(metricsPorts[id === 'local' ? 0 : 1])],
      ...['--state', path.join(folder, 'node', id)],
    ],
    onLog: (line) => logs.nodes.push(JSON.stringify(line)),
  })

/** Every file of the edge and the nodes, as its bytes lie on the disk. */
async function files(): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
  return Promise.all(found.map(async (file) => ({ name: path.relative(folder, file), bytes: await readFile(file) })))
}

const logged = (): Place[] =>
  Object.entries(logs).map(([program, lines]) => ({ name: `the log of the ${program}`, bytes: Buffer.from(lines.join('\n')) }))

/** What programs answer whoever asks, and the operator. */
async function answers(nodes: readonly number[]): Promise<Place[]> {
  const paths = ['/', '/stats', '/swarm', '/healthz', '/metrics', '/api/stats', '/api/swarm', '/api/candidates', '/api/admin/nodes', '/api/admin/turn', `/api/rooms/${SAID.room}`, `/api/rooms/${SAID.room}/link`, `/${SAID.room}`]
  const urls = [...paths.map((each) => stage.url + each), ...nodes.map((port) => `http://127.0.0.1:${port}/metrics`)]
  return Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${OPERATORS}` } })
      return { name: url, bytes: Buffer.from(JSON.stringify([...answer.headers]) + (await answer.text())) }
    }),
  )
}

const ROOM_FILE = /in edge\/do\/essaim-RoomObject\/[0-9a-f]{64}\.sqlite(-wal|-shm)?$/

test('L3 L5 G4 of a whole meeting nothing is left', async () => {
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void logs.door.push(words.join(' ')))
  const local = await startNode('local')
  const t0 = performance.now()
  const lap = (w: string) => process.stderr.write(`${w} ${Math.round(performance.now() - t0)}\n`)
  const [ada, ben] = await meeting.talk()
  lap('talk')
  await meeting.door(ada)
  lap('door')
  await startNode('second')
  local.kill('SIGKILL')
  await ada.page.locator('[data-media="waiting"]').waitFor()
  await Promise.all([ada.hears(SAID.ben), ben.hears(SAID.adaLater)])
  lap('failover')
  const rooms = (await readdir(path.join(folder, 'edge/do/essaim-RoomObject'))).filter((n) => /^[0-9a-f]{64}\.sqlite$/.test(n)).map((n) => ({ what: 'the room’s number', text: n.slice(0, 64) }))
  const hunt = new TraceHunt([...meeting.secrets(), ...rooms])
  const during = hunt.in([...(await files()), ...logged(), ...(await answers([metricsPorts[1]]))])
  lap('during')
  process.stderr.write(during.join('\n') + '\n')
  await ada.press('leave')
  await ben.press('leave')
  const left = async () => hunt.in([...(await files()), ...logged(), ...(await answers([metricsPorts[1]]))])
  await new Promise((r) => setTimeout(r, 4000))
  lap('after')
  process.stderr.write((await left()).join('\n') + '\n')
  process.stderr.write((await files()).map((f) => `${f.name} ${f.bytes.length}`).join('\n') + '\n')
  expect(PATIENCE).toBeTruthy()
  expect(ROOM_FILE).toBeTruthy()
})
