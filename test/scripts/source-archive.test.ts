import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { runCommand } from '../../scripts/setup/run-command.mjs'
import { SOURCE_PARTS } from '../../scripts/setup/source-archive.mjs'

const listed = async (...args: [string, ...string[]]): Promise<string[]> => {
  const lines: string[] = []
  const [command, ...rest] = args
  await runCommand(command, rest, { onLine: (line) => lines.push(line) })
  return lines
}

// Whoever runs Essaim from the archive has no history; there, the archive was made of the very list.
test.runIf(existsSync(path.join(ROOT, '.git')))(
  'the parts of the source are what is kept in git',
  async () => {
    const tracked = await listed('git', '-C', ROOT, 'ls-files')
    expect([...SOURCE_PARTS].sort()).toEqual([...new Set(tracked.map((file) => file.split('/')[0]))].sort())
  },
)

test('the page carries the source of all that runs, and nothing that was built or is a secret', async () => {
  const files = await listed('tar', '-tzf', path.join(ROOT, 'web/dist/source.tar.gz'))
  for (const file of ['LICENSE', 'worker/index.ts', 'sfu-node/main.ts', 'web/main.tsx', 'package-lock.json'])
    expect(files).toContain(file)
  expect(files.filter((file) => /node_modules|web\/dist|\.dev\.vars|^data|^\.git\//.test(file))).toEqual([])
})

test('the page carries the licences of what others made of it', async () => {
  const licences = await readFile(path.join(ROOT, 'web/dist/licenses.txt'), 'utf8')
  for (const name of ['mediasoup-client', 'preact', 'valibot', 'yjs', '@sapphi-red/web-noise-suppressor'])
    expect(licences).toMatch(new RegExp(`^## ${name} - .*\\n\\n\\S`, 'm'))
})
