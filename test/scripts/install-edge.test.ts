import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { ROUTER_RTP_CAPABILITIES } from '../../protocol/media/codecs.ts'
import { PAGE_EDGE } from '../../protocol/version.ts'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { PINNED_NODE, ROOT } from '../../scripts/setup/places.mjs'
import { hears } from './support/lent-edge.ts'
import { launch, type Program, run, temporaryFolder } from './support/program.ts'

const INSTALL = path.join(ROOT, 'scripts/install-edge.mjs')
const ADMIN = path.join(ROOT, 'scripts/edge-admin.mjs')

/** Nothing of the checkout, and no program but the system's few: what a service is started with. */
const BARE = { PATH: '/usr/bin:/bin' }

/** What comes after the program in a unit's command line, as systemd would replace its one variable. */
async function argumentsOf(unit: string, variable: string, options: readonly string[]): Promise<string[]> {
  const [, words = ''] = /^ExecStart=\S+(.*)$/m.exec(await readFile(path.join(ROOT, unit), 'utf8')) ?? []
  return words
    .trim()
    .split(' ')
    .flatMap((word) => (word === `$${variable}` ? options : [word]))
}

/** The two halves of a new key, as `npm run edge -- own-node` prints them, by their names. */
async function ownNode(edge: string): Promise<Record<string, string>> {
  const { code, output } = await run({ args: [ADMIN, 'own-node', 'beside', '--edge', edge] })
  expect(code).toBe(0)
  return Object.fromEntries(
    [...output.matchAll(/^([A-Z_]+)="?([^"\n]*)"?$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Somebody who joins, hand-written: only what the edge and the node do is looked at. */
async function join(edge: string, name: string) {
  const socket = new WebSocket(`${edge.replace('http', 'ws')}/api/rooms/the-update/socket`)
  onTestFinished(() => socket.terminate())
  await new Promise((resolve) => socket.once('open', resolve))
  const params = { protocol: PAGE_EDGE.newest, name, rtpCapabilities: ROUTER_RTP_CAPABILITIES }
  socket.send(JSON.stringify({ id: 1, request: 'join', params }))
  return new Promise<{ peers: { name: string }[]; media: { generation: number } | null }>((resolve) => {
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data))
      if (frame.id === 1) resolve(frame.result)
    })
  })
}

/** A file of the page that was served before: somebody may still need it (H6). */
const FORMER_ASSET = 'late-former.js'

/** As another version would stand there, as far as an installation looks at it. */
async function pretendInstalled(folder: string): Promise<void> {
  for (const file of ['bin/essaim-edge', `web/dist/assets/${FORMER_ASSET}`]) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), '')
  }
}

const events = (node: Program, event: string): string[] =>
  node
    .output()
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`))

test('E3 H6 the edge as its unit runs it is started anew, and the node beside it goes on with the call', async () => {
  const folder = path.join(await temporaryFolder(), 'opt/essaim-edge')
  await pretendInstalled(folder)
  expect(await run({ args: [INSTALL, folder] })).toMatchObject({ code: 0 })

  const port = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const { NODE_KEYS = '', ESSAIM_NODE_KEY, ESSAIM_NODE_OPTIONS = '' } = await ownNode(url)
  const edgeArguments = await argumentsOf('worker/deploy/essaim-edge.service', 'ESSAIM_EDGE_OPTIONS', [
    '--port',
    String(port),
  ])
  const startEdge = async (): Promise<Program> => {
    const edge = launch({
      node: path.join(folder, 'bin/essaim-edge'),
      args: edgeArguments,
      cwd: '/',
      env: { ...BARE, STATE_DIRECTORY: path.join(folder, '../state'), NODE_KEYS },
    })
    await hears(edge, 'Essaim is ready')
    return edge
  }
  const edge = await startEdge()

  const media = ['--listen', '127.0.0.1', '--media-port', String(await freePorts(1)), '--workers', '1']
  const node = launch({
    node: PINNED_NODE,
    args: [
      path.join(ROOT, 'sfu-node/main.ts'),
      ...(await argumentsOf('sfu-node/deploy/essaim-node.service', 'ESSAIM_NODE_OPTIONS', [
        ...ESSAIM_NODE_OPTIONS.split(' '),
        ...media,
      ])),
    ],
    cwd: '/',
    env: { ...process.env, ESSAIM_NODE_KEY },
  })
  await hears(node, '"event":"node-registered"')
  expect((await fetch(`${url}/assets/${FORMER_ASSET}`)).status).toBe(200)
  const ada = await join(url, 'Ada')
  const ben = await join(url, 'Ben')
  expect([ada.media, ben.media]).toMatchObject([{ generation: 1 }, { generation: 1 }])

  edge.child.kill('SIGTERM')
  expect(await edge.exited).toBe(0)
  const again = await startEdge()
  await expect.poll(() => events(node, 'node-registered').length, { timeout: 20_000 }).toBe(2)
  expect(events(node, 'node-registered').at(-1)).toContain('"rooms":1')
  // Whoever comes now finds both of them, on the router that was there all along.
  const cy = await join(url, 'Cy')
  expect(cy.peers.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ada', 'Ben']))
  expect(cy.media).toMatchObject({ generation: 1 })
  expect([events(node, 'router-opened').length, events(node, 'router-closed').length]).toEqual([1, 0])

  again.child.kill('SIGTERM')
  expect(await again.exited).toBe(0)
  node.child.kill('SIGINT')
  expect(await node.exited).toBe(0)
})
