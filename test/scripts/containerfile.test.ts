import { cp, mkdir, readFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { runCommand } from '../../scripts/setup/run-command.mjs'
import { readMediaOptions } from '../../sfu-node/cli/options.ts'
import { type Instruction, readContainerfile } from './support/containerfile.ts'
import { run, temporaryFolder } from './support/program.ts'

const FILE = path.join(ROOT, 'sfu-node/deploy/Containerfile')
const INSTALLED = '/opt/essaim-node'

const Words = v.pipe(v.string(), v.parseJson(), v.array(v.string()))

const [build = [], image = []] = readContainerfile(await readFile(FILE, 'utf8'))

const all = (stage: readonly Instruction[], name: string) => stage.filter((one) => one.name === name)

function the(stage: readonly Instruction[], name: string): string {
  const [found, ...more] = all(stage, name)
  if (!found || more.length > 0) throw new Error(`not one ${name}`)
  return found.value
}

/** Does what a stage's COPY instructions say, with folders in the place of its own and of `/opt/essaim-node`. */
async function carryOutCopies(stage: readonly Instruction[], from: string, to: string): Promise<void> {
  for (const { value } of all(stage, 'COPY')) {
    const words = value.split(' ').filter((word) => !word.startsWith('--'))
    const target = words.pop() ?? ''
    for (const source of words) {
      const name = target === './' ? path.basename(source) : target
      const there = path.join(from, source.replace(INSTALLED, '.'))
      await cp(there, path.join(to, name), { recursive: true })
    }
  }
}

test('both stages stand on the Node that package.json pins', async () => {
  const { dependencies } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))
  const base = `docker.io/library/node:${dependencies.node}-bookworm-slim`
  expect(the(build, 'FROM')).toBe(`${base} AS build`)
  expect(the(image, 'FROM')).toBe(base)
})

test('what is copied is enough to install from, and what is copied of that is a node', async () => {
  const [checkout, folder] = [await temporaryFolder(), await temporaryFolder()]
  await carryOutCopies(build, ROOT, checkout)
  // The dependencies are those of package-lock.json, as an installation in the image would have them.
  await symlink(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'))
  const installed = path.join(checkout, 'installed')
  const [program, ...args] = v.parse(Words, the(build, 'RUN'))
  expect(program).toBe('node')
  expect(args).toContain(INSTALLED)
  const toHere = args.map((word) => (word === INSTALLED ? installed : word))
  expect(await run({ args: toHere, cwd: checkout })).toMatchObject({ code: 0 })

  await mkdir(path.join(folder, 'image'))
  await carryOutCopies(image, installed, path.join(folder, 'image'))
  const [, ...entry] = v.parse(Words, the(image, 'ENTRYPOINT'))
  const help = { args: [...entry, '--help'], cwd: path.join(folder, 'image'), env: {} }
  expect(await run(help)).toEqual({ code: 0, output: expect.stringContaining('Usage: essaim-node join') })
  const check = all(image, 'RUN').find(({ value }) => value.includes('mediasoup-worker'))?.value ?? 'false'
  await runCommand('sh', ['-c', check], { cwd: help.cwd })
})

describe('the container', () => {
  test('runs as nobody in particular', () => {
    const at = (name: string) => image.findIndex((one) => one.name === name)
    expect(the(image, 'USER')).toBe('10001:10001')
    // Nothing that comes after it may run as root.
    expect(at('USER')).toBeGreaterThan(image.findLastIndex((one) => ['RUN', 'COPY'].includes(one.name)))
    const state = /STATE_DIRECTORY=(\S+)/.exec(the(image, 'ENV'))?.[1]
    expect(the(image, 'VOLUME')).toBe(state)
    expect(all(image, 'RUN').map(({ value }) => value)).toContain(
      `install --directory --owner=10001 --group=10001 --mode=0700 ${state}`,
    )
  })

  test('asks for its health where it answers', () => {
    const entry = v.parse(Words, the(image, 'ENTRYPOINT'))
    const check = v.parse(Words, the(image, 'HEALTHCHECK').replace(/^.* CMD /, ''))
    const port = entry[entry.indexOf('--metrics-port') + 1]
    expect(check).toEqual(['node', 'sfu-node/deploy/health.ts', port])
  })

  test('names the ports that the node takes', () => {
    const workers = 8
    const { mediaPort, pipePorts } = readMediaOptions({ announce: '192.0.2.1', workers: String(workers) })
    const media = `${mediaPort}-${mediaPort + workers - 1}`
    expect(the(image, 'EXPOSE').split(' ')).toEqual([
      `${media}/udp`,
      `${media}/tcp`,
      `${pipePorts.from}-${pipePorts.to}/udp`,
    ])
  })
})
