import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { BUILD_FILE, BUILD_LIST_FILE, SOURCE_NAME_FILE } from '../../protocol/http/build-name.ts'
import { OWN_SOURCE } from '../../protocol/http/site.ts'
import { type BuildList, readListText, sha256 } from '../page-build/build-list.ts'
import { Problem } from '../setup/problem.mjs'
import { type HeaderRule, readHeadersFile } from './headers-file.ts'
import { readSourceName, type SourceName } from './source-name.ts'
import { unpackedSha256 } from './unpacked.ts'

/** Read by whoever serves the files, and no file itself. */
const HEADERS_FILE = '_headers'
/** Served at the addresses of pages alone, with a head that the edge has filled in. */
const PAGE_FILE = 'index.html'

/** The page as this checkout builds it. */
export interface BuiltPage {
  readonly name: string
  readonly source: SourceName
  /** The files that are served as they are, with their SHA-256. */
  readonly files: BuildList
  /** The file that pages begin with. */
  readonly html: string
  readonly headers: readonly HeaderRule[]
  /** SHA-256 of the source archive, unpacked. */
  readonly archive: string | null
}

/** Reads what was built. Throws a Problem where it was changed since. */
export async function readBuiltPage(folder: string): Promise<BuiltPage> {
  const text = (file: string) => readFile(path.join(folder, file), 'utf8')
  const listText = await text(BUILD_LIST_FILE)
  const list = readListText(listText)
  for (const [file, hash] of list ?? []) {
    if (sha256(await readFile(path.join(folder, file))) === hash) continue
    throw new Problem(`web/dist/${file} was changed since the page was built: delete web/dist, and try again`)
  }
  if (list === null) throw new Error(`${BUILD_LIST_FILE} is no list`)
  const served = [...list].filter(([file]) => file !== HEADERS_FILE && file !== PAGE_FILE)
  return {
    name: await text(BUILD_FILE),
    source: readSourceName(await text(SOURCE_NAME_FILE)),
    files: new Map([...served, [BUILD_LIST_FILE, sha256(listText)]]),
    html: await text(PAGE_FILE),
    headers: readHeadersFile(await text(HEADERS_FILE)),
    archive: unpackedSha256(await readFile(path.join(folder, OWN_SOURCE))),
  }
}
