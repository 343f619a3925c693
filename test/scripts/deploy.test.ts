import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import { ROOT } from '../../scripts/setup/places.mjs'
import { run, temporaryFolder } from './support/program.ts'

const Configuration = v.object({
  durable_objects: v.object({ bindings: v.array(v.object({ class_name: v.string() })) }),
  observability: v.object({
    enabled: v.boolean(),
    logs: v.object({ enabled: v.boolean(), invocation_logs: v.boolean() }),
  }),
  migrations: v.array(v.object({ tag: v.string(), new_sqlite_classes: v.optional(v.array(v.string()), []) })),
})
const { durable_objects, migrations, observability } = v.parse(
  Configuration,
  unstable_readConfig({ config: path.join(ROOT, 'wrangler.toml') }),
)
const classes = durable_objects.bindings.map(({ class_name }) => class_name)

test('deploy --dry-run makes the whole upload, without an account or a network', async () => {
  const folder = await temporaryFolder()
  const env = { ...process.env, HOME: folder, CLOUDFLARE_API_TOKEN: '', NO_COLOR: '1' }
  const args = [path.join(ROOT, 'scripts/deploy.mjs'), '--dry-run', '--outdir', folder]
  const { code, output } = await run({ args, env })
  for (const binding of ['ROOMS', 'NODES', 'DIRECTORY', 'ASSETS']) expect(output).toContain(`env.${binding}`)
  expect(output).toContain('--dry-run: exiting now.')
  expect(code).toBe(0)
  const [, exported = ''] =
    /export \{([^}]*)\};?\s*(?:\/\/.*\s*)?$/.exec(await readFile(path.join(folder, 'index.js'), 'utf8')) ?? []
  for (const name of classes) expect(exported).toContain(name)
})

test('G4 nothing is kept at Cloudflare of who asked for what', () => {
  expect(observability).toEqual({ enabled: false, logs: { enabled: false, invocation_logs: false } })
})

test('each object is made by one migration, with a database of its own', () => {
  // A dry run does not hold them against each other; Cloudflare does, and refuses the upload.
  expect(classes.toSorted()).toEqual(['DirectoryObject', 'NodeObject', 'RoomObject'])
  expect(migrations.flatMap(({ new_sqlite_classes }) => new_sqlite_classes).toSorted()).toEqual(
    classes.toSorted(),
  )
  const tags = migrations.map(({ tag }) => tag)
  expect(new Set(tags).size).toBe(tags.length)
})
