import { availableParallelism } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { isRunning } from '../node/support/processes.ts'
import { descendantRunning, descendantsOf } from './support/family.ts'
import { launch, type Program, run, temporaryFolder } from './support/program.ts'

const START = path.join(ROOT, 'scripts/start.mjs')

/** A machine that is busy with other tests is slow to start processes. */
const PATIENTLY = { timeout: 20_000, interval: 50 }

interface Started {
  readonly program: Program
  readonly url: string
  readonly args: readonly string[]
}

/** Starts all of Essaim as `npm start` does, on ports of its own, and waits until it has said that it is ready, and all else. */
async function start(...options: readonly string[]): Promise<Started> {
  const port = await freePorts(1)
  const mediaPort = await freePorts(availableParallelism())
  const ports = ['--port', String(port), '--media-port', String(mediaPort)]
  const args = [START, ...ports, '--data', await temporaryFolder(), '--no-open', ...options]
  const program = launch({ args })
  let ended = false
  void program.exited.finally(() => {
    ended = true
  })
  // Its last line: each may be read by itself.
  while (!program.output().includes('Ctrl-C ends it.')) {
    if (ended) throw new Error(`The start ended: ${program.output()}`)
    await pause(20)
  }
  return { program, url: `http://127.0.0.1:${port}`, args }
}

function pidOf({ child }: Program): number {
  if (child.pid === undefined) throw new Error('it was not started')
  return child.pid
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'one start serves the page and a node; %s leaves nothing',
  async (signal) => {
    const { program, url } = await start()
    expect(program.output()).toContain(url)
    // Nobody comes from elsewhere.
    expect(program.output()).not.toContain('Visitors')

    const page = await fetch(`${url}/salon-du-jeudi`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<!doctype html>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const health = await fetch(`${url}/healthz`)
    expect(await health.json()).toMatchObject({ ok: true, nodes: 1 })

    const family = descendantsOf(pidOf(program))
    // serve/main.ts, workerd, the node, and its workers at least.
    expect(family.length).toBeGreaterThanOrEqual(3 + availableParallelism())
    program.child.kill(signal)
    expect(await program.exited).toBe(0)
    // It was asked to: nothing is wrong, and nothing says so.
    expect(program.output()).not.toContain('"event"')
    expect(family.filter(isRunning)).toEqual([])
  },
)

test('behind a web server, media for this machine alone is complained of, and a site of nobody', async () => {
  const { program } = await start('--behind-proxy', '--announce', '127.0.0.1')
  expect(program.output()).toContain(
    'Visitors are told to send media to 127.0.0.1, which is their own machine: pages open, and nobody hears anybody.',
  )
  expect(program.output()).toContain('Visitors are not told who runs this site: say it in OPERATOR_NAME')
})

test('a start with a TURN that makes no sense ends, and says which variable', async () => {
  const port = await freePorts(1)
  const mediaPort = await freePorts(availableParallelism())
  const ports = ['--port', String(port), '--media-port', String(mediaPort)]
  const { code, output } = await run({
    args: [START, ...ports, '--data', await temporaryFolder(), '--no-open'],
    env: { ...process.env, TURN_PROVIDER: 'coturn', TURN_URLS: 'turn:turn.example.org' },
  })
  expect(output).toMatch(/^essaim: TURN cannot be used as configured: TURN_SECRET is missing\.$/m)
  expect(output).not.toMatch(/^ +at |"event"/m)
  expect(code).toBe(1)
})

test('a start that is killed without a warning leaves nothing either', async () => {
  const { program } = await start()
  const family = descendantsOf(pidOf(program))
  program.child.kill('SIGKILL')
  await expect.poll(() => family.filter(isRunning), PATIENTLY).toEqual([])
})

test('a node that is killed is started again, and registers again', async () => {
  const { program, url } = await start()
  const currentNode = () => descendantRunning(pidOf(program), 'sfu-node/main.ts')
  const first = currentNode()
  if (first === undefined) throw new Error('no process runs the node')
  process.kill(first, 'SIGKILL')
  await expect.poll(() => program.output(), PATIENTLY).toContain('the media node ended (SIGKILL)')
  await expect.poll(currentNode, PATIENTLY).toEqual(expect.any(Number))
  expect(currentNode()).not.toBe(first)
  await expect.poll(async () => (await fetch(`${url}/healthz`)).json(), PATIENTLY).toMatchObject({ nodes: 1 })
})

test('a second start on the same data ends with a sentence and leaves the first alone, which may then be followed', async () => {
  const { program, url, args } = await start()
  const elsewhere = [...args]
  elsewhere[args.indexOf('--port') + 1] = String(await freePorts(1))
  elsewhere[args.indexOf('--media-port') + 1] = String(await freePorts(availableParallelism()))
  const second = await run({ args: elsewhere })
  expect(second.output).toMatch(
    /^essaim: the data folder .+ is in use by another edge: end it, or choose another with --data\.\n$/,
  )
  expect(second.code).toBe(1)
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ nodes: 1 })

  // The system takes the lock off whoever is killed.
  const family = descendantsOf(pidOf(program))
  program.child.kill('SIGKILL')
  await expect.poll(() => family.filter(isRunning), PATIENTLY).toEqual([])
  const third = launch({ args: elsewhere })
  await expect.poll(() => third.output(), { timeout: 60_000 }).toContain('Essaim is ready')
})

test('a second start on the same ports ends with a sentence and leaves the first alone', async () => {
  const { url, args } = await start()
  const second = await run({ args })
  expect(second.output).toMatch(
    /^essaim: TCP port \d+ of 127\.0\.0\.1 is taken by another program: .+ --port\.\n$/,
  )
  expect(second.code).toBe(1)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})
