import { ProtocolError } from '../../protocol/errors.ts'
import { SITE_META } from '../../protocol/http/site.ts'
import { choiceOf } from '../../protocol/names/link-choice.ts'
import type { Env } from '../env.ts'
import { embedders } from './origins.ts'
import { type SharedLink, sharedLink } from './shared-link.ts'
import { siteOf, warnUnnamed } from './site.ts'

const CSP = 'content-security-policy'

/** Files of the page, which either are there or are not (H3). */
const FILES = /^\/assets(?:\/|$)/

/** What an answer says of the file that it was made of, and what asks whether that is the same still. */
const OF_THE_FILE = ['etag', 'last-modified', 'content-length']
const CONDITIONS = ['if-none-match', 'if-modified-since', 'range']

/**
 * The page, at home and at an address that is no file of it: a room's, most of all. Its head says what a link to it shows
 * where it is shared (H5), and who runs this edge. A page that is meant to be embedded says so in its
 * address, and may be framed by whom the operator lets (H2); no other may. Throws `not-found` where a file is missing: what
 * browsers keep under that name for a year has to be it.
 */
export async function page(request: Request, env: Env): Promise<Response> {
  const url = new URL(request.url)
  if (FILES.test(url.pathname)) throw new ProtocolError('not-found', 'no such file')
  const site = siteOf(env)
  warnUnnamed(env, site, url)
  const link = sharedLink(url, request.headers.get('accept-language') ?? '')
  const response = withHead(await pageFile(request, env), link, JSON.stringify(site))
  return choiceOf(url.searchParams.get('embed')) === true ? framedBy(embedders(env), response) : response
}

/** The file that the page begins with, whole: what is made of it depends on more than the file. */
function pageFile(request: Request, env: Env): Promise<Response> {
  const headers = new Headers(request.headers)
  for (const name of CONDITIONS) headers.delete(name)
  return env.ASSETS.fetch(new Request(new URL('/', request.url), { headers }))
}

/** HTMLRewriter escapes what would end an attribute, and not what would mean something else within it. */
const inAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An address, and what an operator says of themselves, are text and nothing else: all that is written is escaped. */
function withHead(file: Response, link: SharedLink, site: string): Response {
  const page = new Response(file.body, file)
  for (const name of OF_THE_FILE) page.headers.delete(name)
  page.headers.append('vary', 'accept-language')
  // Rooms are for whoever has the link.
  if (link.room !== null) page.headers.set('x-robots-tag', 'noindex')
  const content = (text: string) => ({
    element: (meta: Element): void => {
      meta.setAttribute('content', inAttribute(text))
    },
  })
  return new HTMLRewriter()
    .on('title', {
      element: (title) => {
        title.setInnerContent(link.title)
      },
    })
    .on('meta[property="og:title"]', content(link.title))
    .on('meta[property="og:description"], meta[name="description"]', content(link.description))
    .on('meta[property="og:url"]', content(link.url))
    .on('meta[property="og:image"]', content(link.image))
    .on(`meta[name="${SITE_META}"]`, content(site))
    .transform(page)
}

function framedBy(ancestors: readonly string[], response: Response): Response {
  const framed = new Response(response.body, response)
  const policy = response.headers.get(CSP)
  if (policy === null) throw new Error('the page has no content security policy')
  const allowed = ancestors.length > 0 ? ancestors.join(' ') : "'none'"
  framed.headers.set(CSP, policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${allowed}`))
  return framed
}
