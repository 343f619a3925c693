import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { installsEverything } from '../../scripts/setup/dependencies.mjs'
import { complainAboutNode } from '../../scripts/setup/node-version.mjs'
import { mediasoupVersion, ROOT } from '../../scripts/setup/places.mjs'
import { run, temporaryFolder } from './support/program.ts'

/** A port that nothing listens on: a network that refuses everything. */
const NOWHERE = 'http://127.0.0.1:9'

const WORKER_SETUP = path.join(ROOT, 'scripts/setup/mediasoup/mediasoup-worker.mjs')

/** An environment without a cached worker, without a network, and without any program but what `PATH` holds. */
const bareEnvironment = (cache: string): NodeJS.ProcessEnv => ({
  PATH: cache,
  HOME: cache,
  XDG_CACHE_HOME: cache,
  MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: NOWHERE,
})

test.each(['12.22.0', '14.21.3', '16.20.2', '17.9.1'])('Node %s is said to be too old', (version) => {
  expect(complainAboutNode(version)).toContain(`needs Node 18 or later, and this is Node ${version}`)
})

test.each(['18.0.0', '20.20.2', '24.21.0'])('Node %s will do', (version) => {
  expect(complainAboutNode(version)).toBeUndefined()
})

test('a Node too old ends the start with that sentence before anything else is read', async () => {
  const pretend = 'Object.defineProperty(process.versions, "node", { value: "16.20.2" })'
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`
  const { code, output } = await run({ args: ['--import', preload, path.join(ROOT, 'scripts/start.mjs')] })
  expect(output).toMatch(/^essaim: Essaim's set-up needs Node 18 or later, and this is Node 16\.20\.2: .+\n$/)
  expect(code).toBe(1)
})

test.each([
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.21.0', true],
])('npm on Node %s installs the native half of Vite: %s', (version, expected) => {
  expect(installsEverything(version)).toBe(expected)
})

test('no network: one sentence, and a code that is not 0', async () => {
  const checkout = await temporaryFolder()
  for (const part of ['scripts', 'package.json', 'package-lock.json']) {
    await cp(path.join(ROOT, part), path.join(checkout, part), { recursive: true })
  }
  const env = { ...process.env, npm_config_registry: NOWHERE, npm_config_cache: path.join(checkout, 'npm') }
  const { code, output } = await run({ args: ['scripts/start.mjs'], cwd: checkout, env })
  expect(output).toContain("essaim: npm's registry cannot be reached, and the first start needs it: connect")
  expect(output).not.toContain('    at ')
  expect(code).toBe(1)
})

test('no compiler, and no apt-get to install one: the packages are named', async () => {
  const cache = await temporaryFolder()
  const { code, output } = await run({ args: [WORKER_SETUP], env: bareEnvironment(cache) })
  expect(output).toMatch(
    /^essaim: g\+\+, ninja-build, .+ are needed to build mediasoup's worker, and this system has no apt-get: /,
  )
  expect(code).toBe(1)
})

test('a worker in the cache is taken without a word', async () => {
  const cache = await temporaryFolder()
  const worker = `mediasoup-worker-${mediasoupVersion()}-${process.platform}-${process.arch}`
  await mkdir(path.join(cache, 'essaim'))
  await writeFile(path.join(cache, 'essaim', worker), '#!/bin/sh\nexit 41\n', { mode: 0o755 })
  expect(await run({ args: [WORKER_SETUP], env: bareEnvironment(cache) })).toEqual({ code: 0, output: '' })
})

test('a worker in the cache that does not start here is not taken', async () => {
  const cache = await temporaryFolder()
  const worker = `mediasoup-worker-${mediasoupVersion()}-${process.platform}-${process.arch}`
  await mkdir(path.join(cache, 'essaim'))
  await writeFile(path.join(cache, 'essaim', worker), '#!/bin/sh\nexit 127\n', { mode: 0o755 })
  const { code, output } = await run({ args: [WORKER_SETUP], env: bareEnvironment(cache) })
  expect(output).toContain("are needed to build mediasoup's worker")
  expect(code).toBe(1)
})

test('a build that fails leaves nothing in the cache', async () => {
  const cache = await temporaryFolder()
  await fakeToolchain(cache)
  const { code, output } = await run({ args: [WORKER_SETUP], env: bareEnvironment(cache) })
  expect(output).toContain("mediasoup's worker could not be built")
  expect(code).toBe(1)
  expect(await readdir(cache)).not.toContain('essaim')
})

test('MEDIASOUP_WORKER_BIN that cannot be executed is named', async () => {
  const env = { ...process.env, MEDIASOUP_WORKER_BIN: '/nowhere/worker' }
  const { code, output } = await run({ args: [WORKER_SETUP], env })
  expect(output).toBe(
    'essaim: MEDIASOUP_WORKER_BIN is "/nowhere/worker", which cannot be executed: correct or unset it.\n',
  )
  expect(code).toBe(1)
})

/** Says that all packages are installed, and has a message compiler that fails. */
async function fakeToolchain(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'dpkg-query'), '#!/bin/sh\necho installed\n', { mode: 0o755 })
  await symlink('/bin/false', path.join(folder, 'flatc'))
}
