import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { hears, LentEdge } from './support/lent-edge.ts'
import { launch, run, temporaryFolder } from './support/program.ts'

const INSTALL = path.join(ROOT, 'scripts/install-node.mjs')

/** Within an installation: what asks whether a node lives. */
const HEALTH = 'sfu-node/deploy/health.ts'

/** Nothing of the checkout, and no program but the system's few: what a service is started with. */
const BARE = { PATH: '/usr/bin:/bin' }

test('an installed node needs nothing of the checkout, and its folder holds no more than it needs', async () => {
  const folder = path.join(await temporaryFolder(), 'opt/essaim-node')
  expect(await run({ args: [INSTALL, folder] })).toMatchObject({ code: 0 })
  for (const foreign of ['vite', 'miniflare', 'workerd', 'mediasoup-client', 'typescript']) {
    expect(await readdir(path.join(folder, 'node_modules'))).not.toContain(foreign)
  }
  // A user of the service's own reads it.
  for (const part of ['.', 'bin', 'bin/node', 'bin/essaim-node']) {
    expect((await stat(path.join(folder, part))).mode & 0o777).toBe(0o755)
  }

  const edge = await LentEdge.start()
  const invitation = await edge.invite('Ada')
  const media = ['--listen', '127.0.0.1', '--media-port', String(await freePorts(1)), '--workers', '1']
  const command = (...args: readonly string[]) =>
    launch({
      node: path.join(folder, 'bin/essaim-node'),
      args,
      cwd: '/',
      env: { ...BARE, STATE_DIRECTORY: path.join(folder, '../state') },
    })
  const joined = command('join', invitation, ...media)
  await hears(joined, '"event":"node-registered"')
  joined.child.kill('SIGTERM')
  expect(await joined.exited).toBe(0)

  // Installed again, as for a newer version: the state is elsewhere, and the node comes back.
  expect(await run({ args: [INSTALL, folder] })).toMatchObject({ code: 0 })
  expect(await readdir(path.dirname(folder))).toEqual(['essaim-node', 'state'])
  const metricsPort = String(await freePorts(1))
  const again = command('run', '--metrics-port', metricsPort)
  await hears(again, '"event":"node-registered"')
  const askHealth = { node: path.join(folder, 'bin/node'), args: [HEALTH, metricsPort], cwd: folder }
  // Each time a process is started to ask.
  await expect.poll(async () => (await run(askHealth)).code, { timeout: 20_000 }).toBe(0)
  again.child.kill('SIGTERM')
  expect(await again.exited).toBe(0)
  expect(await run(askHealth)).toEqual({ code: 1, output: expect.stringContaining('ECONNREFUSED') })
})

test('a folder that holds something else is not touched', async () => {
  const folder = path.join(await temporaryFolder(), 'opt')
  await mkdir(folder)
  await writeFile(path.join(folder, 'letter'), 'dear')
  const { code, output } = await run({ args: [INSTALL, folder] })
  expect(output).toContain(
    `essaim: ${folder} holds something else than a node: say a folder that is not there`,
  )
  expect(code).toBe(1)
  expect(await readFile(path.join(folder, 'letter'), 'utf8')).toBe('dear')
})

test.each([
  [[], 'Say one folder.'],
  [['a', 'b'], 'Say one folder.'],
  [['--force', 'a'], "Unknown option '--force'"],
])('install %j is answered in a sentence', async (args, sentence) => {
  const { code, output } = await run({ args: [INSTALL, ...args] })
  expect(output).toContain(sentence)
  expect(code).toBe(2)
})
