import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../../scripts/setup/places.mjs'

/** Keeps all that a benchmark found, in place of what its last run found; returns where, as one finds it from here. */
export async function keepResult(benchmark: string, found: object): Promise<string> {
  const file = path.join(ROOT, 'bench-results', `${benchmark}.json`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(found, null, 2)}\n`)
  return path.relative(process.cwd(), file)
}
