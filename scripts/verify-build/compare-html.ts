import * as v from 'valibot'
import { SITE_META, Site } from '../../protocol/http/site.ts'
import { isLoopback } from '../network/local-address.ts'
import { quoted } from './quoted.ts'

/**
 * What the edge writes into the head of a page (worker/http/page.ts): what a link to it shows, and who runs the edge. Values
 * are text within one attribute, or within the title: none can end these.
 */
const FILLED_IN: readonly (readonly [what: string, place: RegExp])[] = [
  ['title', /<title>([^<]*)<\/title>/g],
  ['description', /<meta name="description" content="([^"<]*)" \/>/g],
  ...['title', 'description', 'url', 'image'].map(
    (what) => [`og:${what}`, new RegExp(`<meta property="og:${what}" content="([^"<]*)" />`, 'g')] as const,
  ),
  [SITE_META, new RegExp(`<meta name="${SITE_META}" content="([^"<]*)" />`, 'g')],
]

const Written = v.pipe(v.string(), v.parseJson(), Site)

interface TakenOut {
  /** The page without it. */
  readonly rest: string
  /** What was there, by what it is. */
  readonly values: ReadonlyMap<string, string>
}

/** Takes out what the edge has filled in, each once; where it is not there just once, it stays. */
function takeOut(html: string): TakenOut {
  const values = new Map<string, string>()
  let rest = html
  for (const [what, place] of FILLED_IN) {
    const [found, ...more] = [...rest.matchAll(place)]
    if (found === undefined || more.length > 0) continue
    values.set(what, unescaped(found[1] ?? ''))
    rest = rest.replace(found[0], () => `<!-- ${what} -->`)
  }
  return { rest, values }
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

export interface HtmlVerdict {
  readonly differences: readonly string[]
  /** Who runs the edge, as its page says; null where it says nothing that makes sense. */
  readonly site: Site | null
}

/**
 * Whether a page is the built one, with what the edge fills in and nothing else.
 *
 * @param address - Where it was asked for.
 * @param title - What it is to be called.
 */
export function compareHtml(served: string, built: string, address: URL, title: string): HtmlVerdict {
  const where = address.pathname + address.search
  const [ours, theirs] = [takeOut(built), takeOut(served)]
  const differences =
    ours.rest === theirs.rest ? [] : [`${where}: ${firstDifference(ours.rest, theirs.rest)}`]
  // Where a web server speaks TLS, it is https, however the page was asked for.
  const origin = isLoopback(address.hostname.replaceAll(/[[\]]/g, ''))
    ? address.origin
    : `https://${address.host}`
  const expected = [
    ['title', title],
    ['og:title', title],
    ['og:url', origin + address.pathname],
    ['og:image', `${origin}/icons/shared.png`],
  ] as const
  for (const [what, value] of expected) {
    const said = theirs.values.get(what)
    if (said !== undefined && said !== value)
      differences.push(`${where}: its ${what} is ${quoted(said)}, and not ${quoted(value)}`)
  }
  const site = v.safeParse(Written, theirs.values.get(SITE_META))
  if (!site.success) differences.push(`${where}: does not say properly who runs the edge (${SITE_META})`)
  return { differences, site: site.success ? site.output : null }
}

function firstDifference(ours: string, theirs: string): string {
  const [mine, other] = [ours.split('\n'), theirs.split('\n')]
  const at = mine.findIndex((line, i) => line !== other[i])
  if (at < 0) return `has more after its end: ${quoted(other.slice(mine.length).join(' ').trim())}`
  const [expected = '', came = ''] = [mine[at], other[at]]
  return `differs in line ${at + 1}: ${quoted(came.trim())} instead of ${quoted(expected.trim())}`
}
