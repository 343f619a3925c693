import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findProgram } from '../../scripts/setup/debian-packages.mjs'
import { ROOT } from '../../scripts/setup/places.mjs'
import { CommandFailed, runCommand } from '../../scripts/setup/run-command.mjs'
import { EXIT_CODES } from '../../sfu-node/problem.ts'
import { temporaryFolder } from './support/program.ts'

const UNIT = path.join(ROOT, 'sfu-node/deploy/essaim-node.service')
const PROGRAM = '/opt/essaim-node/bin/essaim-node'

/** What a service may still do, in systemd's tenths: 0 is nothing at all, 100 everything. The unit had 11 in systemd 252. */
const MOST_EXPOSURE = 15

test('systemd starts a node again but where its exit code says that this makes no sense', async () => {
  const { failed, ...lasting } = EXIT_CODES
  const [, codes = ''] = /^RestartPreventExitStatus=(.*)$/m.exec(await readFile(UNIT, 'utf8')) ?? []
  expect(codes.split(' ').map(Number)).toEqual(Object.values(lasting))
  expect(codes).not.toContain(String(failed))
})

describe.skipIf(!findProgram('systemd-analyze'))('systemd-analyze', () => {
  test('finds nothing to say about the unit', async () => {
    expect(await verify(await unitHere())).toBe('')
  })

  test('would say what is misspelt', async () => {
    const unit = await unitHere((text) => text.replace('ProtectClock=', 'ProtectClok='))
    await expect(verify(unit)).rejects.toThrow(/Unknown key.*ProtectClok/)
  })

  test('finds that the unit may do next to nothing', async () => {
    expect(await security(await unitHere())).toContain('Overall exposure level for essaim-node.service')
  })

  test('would find that it may do more', async () => {
    const unit = await unitHere((text) =>
      text.replace(/^(CapabilityBoundingSet|SystemCallFilter)=.*\n/gm, ''),
    )
    await expect(security(unit)).rejects.toThrow(CommandFailed)
  })
})

/** The unit, changed perhaps, with a program that this machine has. */
async function unitHere(change = (text: string) => text): Promise<string> {
  const file = path.join(await temporaryFolder(), 'essaim-node.service')
  const text = await readFile(UNIT, 'utf8')
  expect(text).toContain(`\nExecStart=${PROGRAM} run `)
  await writeFile(file, change(text).replace(PROGRAM, process.execPath))
  return file
}

/** What is wrong with a unit; nothing is said of a good one. Units that this machine has are none of our business. */
const verify = (unit: string) => analyze(['verify', '--recursive-errors=no', unit])

const security = (unit: string) =>
  analyze(['security', '--offline=true', '--no-pager', `--threshold=${MOST_EXPOSURE}`, unit])

const analyze = (args: string[]) => runCommand('systemd-analyze', args)
