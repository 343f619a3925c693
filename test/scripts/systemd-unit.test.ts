import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { findProgram } from '../../scripts/setup/programs/debian-packages.mjs'
import { CommandFailed, runCommand } from '../../scripts/setup/run-command.mjs'
import { EXIT_CODES } from '../../sfu-node/shared/exit-error.ts'
import { temporaryFolder } from './support/program.ts'

const NODE = { file: 'sfu-node/deploy/essaim-node.service', program: '/opt/essaim-node/bin/essaim-node' }
const EDGE = { file: 'worker/deploy/essaim-edge.service', program: '/opt/essaim-edge/bin/essaim-edge' }

/** What a service may still do, in systemd's tenths: 0 is nothing at all, 100 everything. The units had 11 in systemd 252. */
const MOST_EXPOSURE = 15

test('systemd starts a node again but where its exit code says that this makes no sense', async () => {
  const { failed, ...lasting } = EXIT_CODES
  const [, codes = ''] =
    /^RestartPreventExitStatus=(.*)$/m.exec(await readFile(path.join(ROOT, NODE.file), 'utf8')) ?? []
  expect(codes.split(' ').map(Number)).toEqual(Object.values(lasting))
  expect(codes).not.toContain(String(failed))
})

describe.skipIf(!findProgram('systemd-analyze')).each([
  ['a node', NODE],
  ['an edge', EDGE],
])('systemd-analyze, of the unit of %s,', (_what, unit) => {
  const unitHere = (change?: (text: string) => string) => unitWith(unit, change)

  test('finds nothing to say about it', async () => {
    expect(await verify(await unitHere())).toBe('')
  })

  test('would say what is misspelt', async () => {
    const misspelt = await unitHere((text) => text.replace('ProtectClock=', 'ProtectClok='))
    await expect(verify(misspelt)).rejects.toThrow(/Unknown key.*ProtectClok/)
  })

  test('finds that it may do next to nothing', async () => {
    expect(await security(await unitHere())).toContain(
      `Overall exposure level for ${path.basename(unit.file)}`,
    )
  })

  test('would find that it may do more', async () => {
    const laxer = await unitHere((text) =>
      text.replace(/^(CapabilityBoundingSet|SystemCallFilter)=.*\n/gm, ''),
    )
    await expect(security(laxer)).rejects.toThrow(CommandFailed)
  })
})

/** The unit, changed perhaps, with a program that this machine has. */
async function unitWith({ file, program }: typeof NODE, change = (text: string) => text): Promise<string> {
  const copy = path.join(await temporaryFolder(), path.basename(file))
  const text = await readFile(path.join(ROOT, file), 'utf8')
  expect(text).toContain(`\nExecStart=${program} `)
  await writeFile(copy, change(text).replace(program, process.execPath))
  return copy
}

/** What is wrong with a unit; nothing is said of a good one. Units that this machine has are none of our business. */
const verify = (unit: string) => analyze(['verify', '--recursive-errors=no', unit])

const security = (unit: string) =>
  analyze(['security', '--offline=true', '--no-pager', `--threshold=${MOST_EXPOSURE}`, unit])

const analyze = (args: string[]) => runCommand('systemd-analyze', args)
