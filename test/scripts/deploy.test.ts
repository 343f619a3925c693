import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import { BUILD_LIST_FILE } from '../../protocol/http/build-name.ts'
import { sha256 } from '../../scripts/page-build/build-list.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { runCommand } from '../../scripts/setup/run-command.mjs'
import { packedSource } from '../../scripts/setup/source-archive.mjs'
import { unpackedSha256 } from '../../scripts/verify-build/unpacked.ts'
import { anotherClone } from './support/another-clone.ts'
import { temporaryFolder } from './support/program.ts'

const Configuration = v.object({
  durable_objects: v.object({ bindings: v.array(v.object({ class_name: v.string() })) }),
  observability: v.looseObject({}),
  logpush: v.boolean(),
  tail_consumers: v.array(v.unknown()),
  streaming_tail_consumers: v.array(v.unknown()),
  analytics_engine_datasets: v.array(v.unknown()),
  env: v.optional(v.record(v.string(), v.unknown()), {}),
  migrations: v.array(v.object({ tag: v.string(), new_sqlite_classes: v.optional(v.array(v.string()), []) })),
})
const configuration = v.parse(
  Configuration,
  unstable_readConfig({ config: path.join(ROOT, 'wrangler.toml') }),
)
const { durable_objects, migrations } = configuration
const classes = durable_objects.bindings.map(({ class_name }) => class_name)

/** What would be uploaded as the Worker. */
let worker: string
let said: string

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'essaim-deploy-'))
  try {
    const env = { ...process.env, HOME: folder, CLOUDFLARE_API_TOKEN: '', NO_COLOR: '1' }
    const args = [path.join(ROOT, 'scripts/deploy.mjs'), '--dry-run', '--outdir', folder]
    said = await runCommand(process.execPath, args, { env })
    worker = await readFile(path.join(folder, 'index.js'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('deploy --dry-run makes the whole upload, without an account or a network', () => {
  for (const binding of ['ROOMS', 'NODES', 'DIRECTORY', 'ASSETS']) expect(said).toContain(`env.${binding}`)
  expect(said).toContain('--dry-run: exiting now.')
  const [, exported = ''] = /export \{([^}]*)\};?\s*(?:\/\/.*\s*)?$/.exec(worker) ?? []
  for (const name of classes) expect(exported).toContain(name)
})

/** Somebody else's machine, as far as one can have it here. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', USER: 'somebody' }

test('H8 two clones build the same page and the same Worker, and pack the same source', async () => {
  const [clone, home] = [await anotherClone(), await temporaryFolder()]
  /** Runs a tool of that clone with the pinned Node, as somebody there would. */
  const build = (tool: string, ...args: string[]) => {
    const command = [process.execPath, path.join(clone, 'node_modules', tool), ...args]
    const env = { ...process.env, ...ELSEWHERE, HOME: home, NODE_ENV: 'production' }
    return runCommand('sh', ['-c', 'umask 077; exec "$@"', 'sh', ...command], { cwd: clone, env })
  }
  await build('vite/bin/vite.js', 'build', 'web', '--config', 'web/vite.config.ts')
  await build('wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--outdir', home)
  const list = (root: string) => readFile(path.join(root, 'web/dist', BUILD_LIST_FILE), 'utf8')
  expect(await list(clone)).toBe(await list(ROOT))
  expect(sha256(await readFile(path.join(home, 'index.js')))).toBe(sha256(worker))
  const source = unpackedSha256(await packedSource(ROOT))
  expect(source).toMatch(/^[0-9a-f]{64}$/)
  expect(unpackedSha256(await packedSource(clone))).toBe(source)
})

test('G4 nothing is kept at Cloudflare, or sent on from there, of who asked for what', () => {
  // Each by name: whatever is left out, the platform may switch on for new Workers.
  expect(configuration).toMatchObject({
    logpush: false,
    tail_consumers: [],
    streaming_tail_consumers: [],
    analytics_engine_datasets: [],
    env: {},
  })
  expect(configuration.observability).toEqual({
    enabled: false,
    logs: { enabled: false, invocation_logs: false, persist: false },
    traces: { enabled: false, persist: false },
    issues: { enabled: false },
  })
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
