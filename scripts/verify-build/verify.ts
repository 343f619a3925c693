import { randomBytes } from 'node:crypto'
import { BUILD_FILE, BUILD_LIST_FILE, SOURCE_NAME_FILE } from '../../protocol/http/build-name.ts'
import { OWN_SOURCE, type Site } from '../../protocol/http/site.ts'
import { readListText, sha256 } from '../page-build/build-list.ts'
import { askEdge } from './ask-edge.ts'
import type { BuiltPage } from './built-page.ts'
import { compareHeaders } from './compare-headers.ts'
import { compareHtml } from './compare-html.ts'
import { headersAt } from './headers-file.ts'
import { quoted } from './quoted.ts'
import { readSourceName, type SourceName } from './source-name.ts'
import { unpackedSha256 } from './unpacked.ts'

/** No file of the page is nearly as large. */
const FILE_MAX_BYTES = 50_000_000
const TEXT_MAX_BYTES = 1_000_000
/** How many files are asked for at once. */
const AT_ONCE = 6

/** What an edge serves, held against what was built. */
export interface Verdict {
  /** A sentence each; there are none where it serves exactly that. */
  readonly differences: readonly string[]
  readonly remarks: readonly string[]
  /** What it says of itself. */
  readonly source: SourceName
  readonly name: string
  readonly site: Site | null
  readonly embedders: string | null
}

/** Throws a Problem where the edge does not answer. */
export async function verify(origin: URL, built: BuiltPage): Promise<Verdict> {
  const texts = await readTexts(origin)
  const listed = readListText(texts.list)
  const extra = [...(listed?.keys() ?? [])].filter((file) => !built.files.has(file) && !NOT_SERVED.has(file))
  const differences = extra.map((file) => `${quoted(file)} is no file of this build, and the edge lists it`)
  const waiting = [...built.files]
  const compareNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      differences.push(...(await compareFile(origin, built, ...next)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, compareNext))
  differences.push(...(await compareArchive(origin, built)))
  const pages = await comparePages(origin, built)
  return {
    differences: [...differences.toSorted(), ...pages.differences],
    remarks: [...new Set(pages.remarks)],
    source: readSourceName(texts.source),
    name: texts.name,
    site: pages.site,
    embedders: pages.embedders,
  }
}

/** Files of a build that are served at no address of their own. */
const NOT_SERVED = new Set(['_headers', 'index.html'])

/** What the edge says of what it serves. */
async function readTexts(origin: URL) {
  const text = async (file: string) => {
    const { bytes, status } = await askEdge(new URL(`/${file}`, origin), TEXT_MAX_BYTES)
    return status === 200 && bytes ? Buffer.from(bytes).toString() : ''
  }
  const [list, source, name] = [
    await text(BUILD_LIST_FILE),
    await text(SOURCE_NAME_FILE),
    await text(BUILD_FILE),
  ]
  return { list, source, name }
}

async function compareFile(
  origin: URL,
  { headers: rules }: BuiltPage,
  file: string,
  hash: string,
): Promise<readonly string[]> {
  const { status, headers, bytes } = await askEdge(new URL(`/${file}`, origin), FILE_MAX_BYTES)
  if (status !== 200) return [`${file} is missing: the edge answers ${status}`]
  const came = bytes === null ? 'something larger than any file of ours' : sha256(bytes)
  const other = came === hash ? [] : [`${file} is another: its SHA-256 is ${came}; this build has ${hash}`]
  return [...other, ...compareHeaders(file, headers, headersAt(rules, `/${file}`)).differences]
}

/** The source that the edge offers is not only that of the page: what runs behind it is in there, too. */
async function compareArchive(origin: URL, { archive }: BuiltPage): Promise<readonly string[]> {
  const { status, bytes } = await askEdge(new URL(OWN_SOURCE, origin), FILE_MAX_BYTES)
  if (status === 200 && bytes !== null && archive !== null && unpackedSha256(bytes) === archive) return []
  return ['the source that the edge offers (source.tar.gz) is not that of this checkout']
}

interface PagesVerdict {
  readonly differences: readonly string[]
  readonly remarks: readonly string[]
  readonly site: Site | null
  readonly embedders: string | null
}

/** Home, a room that nobody is in, the same embedded, and the pages about the site; to readers of two languages. */
async function comparePages(origin: URL, built: BuiltPage): Promise<PagesVerdict> {
  const room = `verify-${randomBytes(6).toString('hex')}`
  const title = `${room} · essaim`
  const pages = [
    { path: '/', title: 'essaim', language: 'en' },
    { path: '/', title: 'essaim', language: 'fr' },
    { path: '/stats', title: 'essaim', language: 'en' },
    { path: '/swarm', title: 'essaim', language: 'en' },
    { path: '/privacy', title: 'essaim', language: 'en' },
    { path: `/${room}`, title, language: 'en' },
    { path: `/${room}?lang=de&join&name=Ada`, title, language: 'en' },
    { path: `/${room}?embed`, title, language: 'en' },
  ]
  const differences: string[] = []
  const remarks: string[] = []
  let site: Site | null = null
  let embedders: string | null = null
  for (const page of pages) {
    const address = new URL(page.path, origin)
    const accept = { accept: 'text/html', 'accept-language': page.language, 'sec-fetch-dest': 'document' }
    const { status, headers, bytes } = await askEdge(address, TEXT_MAX_BYTES, accept)
    if (status !== 200 || bytes === null) {
      differences.push(`${page.path} is no page: the edge answers ${status}`)
      continue
    }
    const html = compareHtml(Buffer.from(bytes).toString(), built.html, address, page.title)
    const said = compareHeaders(
      page.path,
      headers,
      headersAt(built.headers, '/'),
      address.searchParams.has('embed'),
    )
    differences.push(...html.differences, ...said.differences)
    remarks.push(...said.remarks)
    site = html.site ?? site
    embedders = said.embedders ?? embedders
  }
  return { differences, remarks, site, embedders }
}
