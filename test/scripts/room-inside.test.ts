import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '../../scripts/setup/places.mjs'
import { CommandFailed, runCommand } from '../../scripts/setup/run-command.mjs'

const Rules = v.looseObject({ overrides: v.array(v.looseObject({ includes: v.array(v.string()) })) })

/** What the linter says of that import in a file at `place`, by the rules of this repository. */
async function lintImport(place: string, imported: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'essaim-lint-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { overrides } = v.parse(Rules, JSON.parse(await readFile(path.join(ROOT, 'biome.json'), 'utf8')))
  await writeFile(path.join(folder, 'biome.json'), JSON.stringify({ overrides }))
  const file = path.join(folder, place)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `import type { Found } from '${imported}'\n\nexport type Again = Found\n`)
  const biome = path.join(ROOT, 'node_modules/.bin/biome')
  try {
    return await runCommand(biome, ['lint', '--only=style/noRestrictedImports', '.'], { cwd: folder })
  } catch (thrown) {
    if (thrown instanceof CommandFailed) return thrown.output
    throw thrown
  }
}

test.each([
  ['worker/node/node-object.ts', '../room/core/state.ts'],
  ['worker/directory/registry/reports.ts', '../../room/door/door.ts'],
  ['worker/placement/place.ts', '../room/nodes/home.ts'],
  ['worker/lending/enrolment.ts', '../room/room-object.ts'],
  ['worker/turn/coturn.ts', '../room/media/ice-servers.ts'],
  ['worker/http/page.ts', '../room/shell/sockets.ts'],
])('%s may not import a room’s inside', async (place, imported) => {
  expect(await lintImport(place, imported)).toContain('noRestrictedImports')
})

test.each([
  ['worker/node/node-object.ts', '../durable-objects.ts'],
  ['worker/durable-objects.ts', './room/room-object.ts'],
])('%s may import %s', async (place, imported) => {
  expect(await lintImport(place, imported)).not.toContain('noRestrictedImports')
})
