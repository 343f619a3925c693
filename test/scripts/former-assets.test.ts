import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import {
  assetsOf,
  FORMER_ASSETS_KEPT_MS,
  FORMER_ASSETS_MAX_BYTES,
  keepFormerAssets,
  readFormerAssets,
  sweepFormerAssets,
} from '../../scripts/setup/former-assets.mjs'
import { temporaryFolder } from './support/program.ts'

const NOW = 1_800_000_000_000

let root: string
let before: string

/** What the page that is served can fetch. */
const reachable = async () => (await readdir(assetsOf(root))).sort()

async function write(folder: string, files: Readonly<Record<string, number>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(files))
    await writeFile(path.join(folder, name), Buffer.alloc(bytes))
}

beforeEach(async () => {
  const folder = await temporaryFolder()
  root = path.join(folder, 'checkout')
  before = path.join(folder, 'before')
  await write(assetsOf(root), { 'shared-1.js': 1, 'index-2.js': 1 })
})

test('H6 what a page of the build before may still fetch stays for a day, and no longer', async () => {
  await write(before, { 'shared-1.js': 1, 'index-1.js': 1, 'older-0.js': 1 })
  const replaced = new Map([['older-0.js', NOW - FORMER_ASSETS_KEPT_MS / 2]])
  await keepFormerAssets(root, before, replaced, NOW)
  expect(await reachable()).toEqual(['index-1.js', 'index-2.js', 'older-0.js', 'shared-1.js'])
  await sweepFormerAssets(root, NOW + FORMER_ASSETS_KEPT_MS / 2)
  expect(await reachable()).toEqual(['index-1.js', 'index-2.js', 'shared-1.js'])
  await sweepFormerAssets(root, NOW + FORMER_ASSETS_KEPT_MS)
  expect(await reachable()).toEqual(['index-2.js', 'shared-1.js'])
  expect(await readFormerAssets(root)).toEqual(new Map())
})

test('H6 what comes back with a step back is a former one no more', async () => {
  await write(before, { 'shared-1.js': 1, 'index-2.js': 1 })
  await keepFormerAssets(root, before, new Map([['index-2.js', NOW]]), NOW)
  await sweepFormerAssets(root, NOW + FORMER_ASSETS_KEPT_MS)
  expect(await reachable()).toEqual(['index-2.js', 'shared-1.js'])
})

test('H6 of very many updates in a day, the last ones are kept', async () => {
  const half = FORMER_ASSETS_MAX_BYTES / 2
  await write(before, { 'late-1.js': half, 'late-2.js': half, 'late-3.js': 1 })
  const replaced = new Map([
    ['late-1.js', NOW - 3],
    ['late-2.js', NOW - 2],
    ['late-3.js', NOW - 1],
  ])
  await keepFormerAssets(root, before, replaced, NOW)
  expect(await reachable()).toEqual(['index-2.js', 'late-2.js', 'late-3.js', 'shared-1.js'])
})
