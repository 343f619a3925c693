import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LinkProof } from '../../protocol/page-edge/door.ts'
import type { PageParams, PageRequestName } from '../../protocol/page-edge/requests.ts'
import { Sealed } from '../../protocol/page-edge/sealed.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { sweepAtRest } from '../../scripts/edge/data-sweep.ts'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { Stage } from '../../scripts/stage/stage.ts'
import { type Place, type Secret, TraceHunt } from '../support/traces.ts'
import { leaveBrowser, sharedBrowser } from './support/browser.ts'
import { isCarriedFrom } from './support/several-nodes.ts'
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
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void logs.door.push(words.join(' ')))
})

afterAll(async () => {
  vi.restoreAllMocks()
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
  const found = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  return Promise.all(
    found.map(async (file) => ({ name: path.relative(folder, file), bytes: await readFile(file) })),
  )
}

const logged = (): Place[] =>
  Object.entries(logs).map(([program, lines]) => ({
    name: `the log of the ${program}`,
    bytes: Buffer.from(lines.join('\n')),
  }))

/** What programs answer whoever asks, and the operator. */
async function answers(): Promise<Place[]> {
  const ofRoom = [`/api/rooms/${SAID.room}`, `/api/rooms/${SAID.room}/link`]
  const published = ['/healthz', '/metrics', '/api/stats', '/api/swarm', '/api/candidates']
  const operators = ['/api/admin/nodes', '/api/admin/turn']
  const paths = ['/', '/stats', '/swarm', '/privacy', ...ofRoom, ...published, ...operators]
  const urls = [...paths.map((each) => stage.url + each), `http://127.0.0.1:${metricsPorts[1]}/metrics`]
  return Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${OPERATORS}` } })
      const text = JSON.stringify([...answer.headers]) + (await answer.text())
      return { name: `the answer of ${new URL(url).pathname}`, bytes: Buffer.from(text) }
    }),
  )
}

const everything = async (): Promise<Place[]> => [...(await files()), ...logged(), ...(await answers())]

/** The database of the one room: PRIVACY.md says what is in it, and until when. */
const IN_ROOMS_FILE = /, in edge\/do\/essaim-RoomObject[\w-]*\/[0-9a-f]{64}\.sqlite(-wal)?$/
/** A room's number stays in logs (also where workerd itself has something to say), and in the databases of others until the edge starts anew. */
const NUMBER_ELSEWHERE =
  /^number .*, in (the log of the (edge|nodes|door)|edge\/do\/essaim-(NodeObject|DirectoryObject|RoomObject[\w-]*\/metadata).*)$/
/** From where the node dials; pages come to the edge from other addresses, and to the node from this one. */
const NODES_OWN = /^address 127\.0\.0\.1, .*, in edge\/do\/essaim-NodeObject/
const isElsewhere = (trace: string): boolean => NUMBER_ELSEWHERE.test(trace) || NODES_OWN.test(trace)

/** Every object that is a room has a number, by which its file is called. */
async function roomNumbers(): Promise<Secret[]> {
  const all = (await files()).map(({ name }) => /RoomObject[\w-]*\/([0-9a-f]{64})\.sqlite$/.exec(name)?.[1])
  return all.filter((number) => number !== undefined).map((text) => ({ what: 'number of the room', text }))
}

/** What somebody sealed, as no other text is. */
const SEALED = { name: 'NameThatWasSealed', commit: 'CommitThatWasSealed', info: 'InfoThatWasSealed' }
const sealed = (text: string): Sealed => v.parse(Sealed, `0.${text.repeat(16)}`)

/** Somebody founds and changes the group of an encrypted room, by a client written by hand; answers how they leave. */
async function changeGroup(): Promise<() => void> {
  const socket = new WebSocket(`${stage.url.replace('http', 'ws')}/api/rooms/kept-sealed/socket`)
  const frames: string[] = []
  socket.addEventListener('message', ({ data }) => frames.push(String(data)))
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const ask = async <Name extends PageRequestName>(id: number, request: Name, params: PageParams<Name>) => {
    socket.send(JSON.stringify({ id, request, params }))
    await expect.poll(() => frames.some((frame) => frame.startsWith(`{"id":${id},"result"`))).toBe(true)
  }
  const name = { sealed: sealed(SEALED.name) }
  const linkProof = v.parse(LinkProof, 'r'.repeat(43))
  await ask(1, 'join', { protocol: PAGE_EDGE.newest, name, rtpCapabilities: null, linkProof })
  await ask(2, 'commit', { epoch: 1, commit: null, info: sealed('InfoBeforeThat') })
  await ask(3, 'commit', { epoch: 2, commit: sealed(SEALED.commit), info: sealed(SEALED.info) })
  return () => socket.send(JSON.stringify({ id: 4, request: 'leave', params: {} }))
}

test('L3 L5 K30 of an encrypted room’s group nothing is left, sealed as it was', async () => {
  const leave = await changeGroup()
  const hunt = new TraceHunt(Object.entries(SEALED).map(([what, text]) => ({ what, text })))
  const found = async () => hunt.in([...(await files()), ...logged()])
  const during = await found()
  for (const what of Object.keys(SEALED))
    expect(during.join('\n')).toMatch(new RegExp(`^${what}, as UTF-8${IN_ROOMS_FILE.source}`, 'm'))
  expect(during.filter((trace) => !IN_ROOMS_FILE.test(trace))).toEqual([])
  leave()
  await expect.poll(found, PATIENCE).toEqual([])
})

test('L3 L5 G4 S2 of a whole meeting nothing is left, and while it lasts, in the room alone', async () => {
  const local = await startNode('local')
  const [ada, ben] = await meeting.talk()
  await meeting.door(ada)
  await startNode('second')
  local.kill('SIGKILL')
  await Promise.all([isCarriedFrom(ada, NODES.second), isCarriedFrom(ben, NODES.second)])
  await Promise.all([ada.hears(SAID.ben), ben.hears(SAID.adaLater)])
  const hunt = new TraceHunt([...meeting.secrets(), ...(await roomNumbers())])

  const during = hunt.in(await everything())
  for (const what of ['adaLater', 'eve', 'chat', 'aside', 'fileName', 'question', 'answer'])
    expect(during.join('\n')).toMatch(new RegExp(`^said: ${what}, as UTF-8${IN_ROOMS_FILE.source}`, 'm'))
  expect(during.filter((trace) => !IN_ROOMS_FILE.test(trace) && !isElsewhere(trace))).toEqual([])
  // Neither what the room is called, nor what opens it, nor where anybody is.
  const never = /^said: (room|password)|^address|creatorKey, as (?!SHA)|params\.password/
  expect(during.filter((trace) => never.test(trace) && !NODES_OWN.test(trace))).toEqual([])

  await ada.press('leave')
  await ben.press('leave')
  const roomsFile = async () => (await files()).filter(({ name }) => IN_ROOMS_FILE.test(`, in ${name}`))
  const chat = new TraceHunt([{ what: 'chat', text: SAID.chat }])
  await expect.poll(async () => chat.in(await roomsFile()), PATIENCE).toEqual([])
  // Two have met behind a door that somebody owns: it is kept, with the hash of that key.
  const stays = (traces: string[]) => traces.filter((trace) => !isElsewhere(trace))
  const ownersHash = [
    expect.stringMatching(/creatorKey, as SHA-256 in base64(url)?, in edge\/do\/essaim-RoomObject/),
  ]
  expect(stays(hunt.in(await everything()))).toEqual(ownersHash)

  // What was deleted from databases of others goes when the edge starts anew; the kept door has a time at which it goes, too.
  await stage.stopEdge()
  await sweepAtRest(path.join(folder, 'edge'))
  const doorsAlarm = /^number of the room, as UTF-8, in edge\/do\/essaim-RoomObject[\w-]*\/metadata\.sqlite$/
  const known = (trace: string): boolean => NODES_OWN.test(trace) || doorsAlarm.test(trace)
  expect(hunt.in(await files()).filter((trace) => !known(trace))).toEqual(ownersHash)
})
