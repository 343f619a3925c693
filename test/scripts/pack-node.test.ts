import { mkdir, readFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { freePorts } from '../../scripts/network/held-ports.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { runCommand } from '../../scripts/setup/run-command.mjs'
import { hears, LentEdge } from './support/lent-edge.ts'
import { launch, run, temporaryFolder } from './support/program.ts'

const PACK = path.join(ROOT, 'scripts/pack-node.mjs')

const Manifest = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    bin: v.object({ 'essaim-node': v.string() }),
    // None but what was tried: a range would let others in.
    dependencies: v.record(v.string(), v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/))),
  }),
)

/** Installs the package in an empty folder as npm does, but with the checkout's packages for those of the registry. */
async function install(): Promise<string> {
  const folder = await temporaryFolder()
  expect(await run({ args: [PACK, folder] })).toMatchObject({ code: 0 })
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))
  const installed = path.join(folder, 'node_modules/essaim-node')
  await mkdir(installed, { recursive: true })
  const file = path.join(folder, `essaim-node-${version}.tgz`)
  await runCommand('tar', ['--extract', '--strip-components=1', '--file', file, '--directory', installed])
  const { bin, dependencies } = v.parse(
    Manifest,
    await readFile(path.join(installed, 'package.json'), 'utf8'),
  )
  for (const name of Object.keys(dependencies)) {
    await symlink(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  await mkdir(path.join(folder, 'node_modules/.bin'))
  const command = path.join(folder, 'node_modules/.bin/essaim-node')
  await symlink(path.join('../essaim-node', bin['essaim-node']), command)
  return command
}

test('the command that the packing tells is one that npx takes', async () => {
  const folder = await temporaryFolder()
  const { output } = await run({ args: [PACK, folder] })
  const [, packed = ''] = output.match(/; npx (\S+) --help says how/) ?? []
  // It asks before it fetches mediasoup, is told no, and has understood which package is meant.
  const npx = await run({ node: 'npx', args: ['--no', '--', packed, '--help'], cwd: folder })
  expect(npx.output).toContain('npx canceled due to missing packages')
  expect(npx.output).toContain(`["file:${folder}/`)
})

test('a packed node joins and runs without a clone', async () => {
  const command = await install()
  const edge = await LentEdge.start()
  const invitation = await edge.invite('Ada')
  const media = ['--listen', '127.0.0.1', '--media-port', String(await freePorts(1)), '--workers', '1']
  const essaim = (...args: readonly string[]) =>
    launch({
      node: command,
      args: [...args, '--state', path.join(path.dirname(command), 'state')],
      cwd: '/',
    })
  const joined = essaim('join', invitation, ...media)
  await hears(joined, '"event":"node-registered"')
  joined.child.kill('SIGTERM')
  expect(await joined.exited).toBe(0)
  const again = essaim('run')
  await hears(again, '"event":"node-registered"')
  await expect
    .poll(async () => (await edge.say(['nodes'])).output, { timeout: 20_000 })
    .toMatch(/^ada +active +0 +0 .* Ada +all +its ports were not tried yet: that takes another node$/m)
  again.child.kill('SIGTERM')
  expect(await again.exited).toBe(0)
})
