import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { V4WorkerOptions } from 'miniflare'
import { fingerprint } from '../setup/fingerprint.mjs'
import { ROOT } from '../setup/places.mjs'

/** What wrangler.toml says about the Worker, as Miniflare wants to hear it. */
export interface EdgeConfig {
  /** The Worker's main module. */
  readonly main: string
  readonly workerOptions: Omit<V4WorkerOptions, 'script' | 'scriptPath' | 'modules'>
}

/**
 * Reads wrangler.toml, which is what `npm run deploy` goes by, so that the edge is bound alike everywhere: its
 * objects, its date of compatibility, its page, and the values of .dev.vars. Wrangler itself does the reading;
 * loading it takes a second and 200 MB, so what it said is kept until one of its files changes.
 */
export async function readEdgeConfig(configPath: string): Promise<EdgeConfig> {
  const folder = path.dirname(configPath)
  const wrangler = path.join(ROOT, 'node_modules/wrangler/package.json')
  const sources = [configPath, path.join(folder, '.dev.vars'), path.join(folder, '.env'), wrangler]
  const kept = path.join(ROOT, '.cache/edge-config', `${fingerprint(sources)}.json`)
  return (await readKept(kept)) ?? (await keep(kept, await askWrangler(configPath)))
}

async function askWrangler(configPath: string): Promise<EdgeConfig> {
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler')
  const { main, workerOptions } = unstable_getMiniflareWorkerOptions(configPath)
  if (!main) throw new Error(`${configPath} names no main module`)
  return { main, workerOptions }
}

async function readKept(file: string): Promise<EdgeConfig | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function keep(file: string, config: EdgeConfig): Promise<EdgeConfig> {
  const beside = `${file}.${process.pid}`
  await mkdir(path.dirname(file), { recursive: true })
  // The values of .dev.vars may be secrets.
  await writeFile(beside, JSON.stringify(config), { mode: 0o600 })
  await rename(beside, file)
  return config
}
