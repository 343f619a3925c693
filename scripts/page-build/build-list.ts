import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BUILD_FILE, BUILD_LIST_FILE, BUILD_META, BUILD_NAME_LENGTH } from '../../protocol/http/build-name.ts'

/** The file that the page begins with. */
const PAGE = 'index.html'

/** Of each file its SHA-256 in hex, by its path with slashes, in the order of the paths. */
export type BuildList = ReadonlyMap<string, string>

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** As `sha256sum` writes a list, and `sha256sum --check` takes it (GNU coreutils, "cksum output modes"). */
const listText = (list: BuildList): string => [...list].map(([file, hash]) => `${hash}  ${file}\n`).join('')

/** A list of that form; null where it is of another. */
export function readListText(text: string): BuildList | null {
  const lines = text.split('\n').filter((line) => line !== '')
  const read = lines.map((line) => /^([0-9a-f]{64}) {2}([\w.@/-]+)$/.exec(line))
  const pairs = read.flatMap((match) => (match ? [[match[2] ?? '', match[1] ?? ''] as const] : []))
  return pairs.length === lines.length && pairs.length > 0 ? new Map(pairs) : null
}

/**
 * Gives the build in `folder` its name, which changes with any byte of any of its files: the page has it in its head, and
 * it stands in a file beside it. Then lists all files with their hashes.
 */
export async function nameBuild(folder: string): Promise<void> {
  const list = await listFiles(folder)
  const name = sha256(listText(list)).slice(0, BUILD_NAME_LENGTH)
  const file = path.join(folder, PAGE)
  const unnamed = `<meta name="${BUILD_META}" content="">`
  const [head, rest, ...more] = (await readFile(file, 'utf8')).split(unnamed)
  if (head === undefined || rest === undefined || more.length > 0)
    throw new Error(`the page has not one place for its build's name`)
  await writeFile(file, `${head}<meta name="${BUILD_META}" content="${name}">${rest}`)
  await writeFile(path.join(folder, BUILD_FILE), name)
  await writeFile(path.join(folder, BUILD_LIST_FILE), listText(await listFiles(folder)))
}

async function listFiles(folder: string): Promise<BuildList> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file !== BUILD_LIST_FILE)
  const pairs = files.toSorted().map(async (file) => {
    return [file, sha256(await readFile(path.join(folder, file)))] as const
  })
  return new Map(await Promise.all(pairs))
}
