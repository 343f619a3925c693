import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { SITE_META, type Site } from '../../protocol/http/site.ts'
import html from '../../web/index.html?raw'
import type { Env } from '../../worker/env.ts'
import { page } from '../../worker/http/page.ts'
import { type SiteEnv, siteOf } from '../../worker/http/site.ts'
import { Misconfigured } from '../../worker/misconfigured.ts'

/** The page as Cloudflare serves files: again and again, with a validator, and not at all to who has it. */
const ASSETS: Fetcher = {
  fetch: async (input) => {
    const asked = new Request(input)
    if (asked.headers.get('if-none-match') === '"page"') return new Response(null, { status: 304 })
    const headers = { etag: '"page"', 'content-type': 'text/html', 'content-security-policy': POLICY }
    return new Response(html, { headers })
  },
  connect: () => {
    throw new Error('nobody connects')
  },
}
const POLICY = "default-src 'none'; frame-ancestors 'none'"

const NOBODY: Site = { operator: null, contact: null, source: null, legal: null }

const served = (url: string, site: Partial<Env> = {}, headers: Record<string, string> = {}) =>
  page(new Request(url, { headers }), { ...env, ASSETS, ...site })

/** What the head says, as whoever shows a preview reads it. */
async function headOf(response: Response): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>()
  await new HTMLRewriter()
    .on('meta', {
      element: (meta) => {
        const name = meta.getAttribute('property') ?? meta.getAttribute('name')
        if (name !== null) said.set(name, meta.getAttribute('content') ?? '')
      },
    })
    .on('title', {
      text: ({ text }) => {
        said.set('title', (said.get('title') ?? '') + text)
      },
    })
    .transform(response)
    .arrayBuffer()
  return said
}

const unescaped = (text = ''): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

describe('H5 what a link shows where it is shared', () => {
  test('the room that it leads to, a sentence, and a picture at an absolute address', async () => {
    const response = await served('https://meet.example.org/Salon%20du%20jeudi?name=Ada&join')
    const head = await headOf(response)
    expect(head.get('title')).toBe('salon-du-jeudi · essaim')
    expect(head.get('og:title')).toBe('salon-du-jeudi · essaim')
    expect(head.get('og:description')).toMatch(/^A meeting room\. .*no account/)
    expect(head.get('og:url')).toBe('https://meet.example.org/salon-du-jeudi')
    expect(head.get('og:image')).toBe('https://meet.example.org/icons/shared.png')
    expect(head.get('twitter:card')).toBe('summary_large_image')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
  })

  test.each(['', 'stats', 'swarm', 'a%2Fb', '%ff'])('no room, where it leads to none: /%s', async (path) => {
    const response = await served(`https://meet.example.org/${path}`)
    expect((await headOf(response)).get('og:title')).toBe('essaim')
    expect(response.headers.get('x-robots-tag')).toBeNull()
  })

  test('in the language of the link, or else of whoever asks', async () => {
    const says = async (url: string, accepted: string): Promise<string | undefined> =>
      (await headOf(await served(url, {}, { 'accept-language': accepted }))).get('og:description')
    expect(await says('https://meet.example.org/salon', 'pt-BR, fr-CH;q=0.9, en')).toMatch(/^Un salon/)
    expect(await says('https://meet.example.org/salon?lang=de', 'fr')).toMatch(/^Ein Raum/)
    expect(await says('https://meet.example.org/salon?lang=__proto__', 'constructor,, ;')).toMatch(
      /^A meeting/,
    )
  })

  test('behind a web server that speaks TLS it is https; on one’s own machine it is not', async () => {
    const image = async (url: string) => (await headOf(await served(url))).get('og:image')
    expect(await image('http://meet.example.org:8443/salon')).toMatch(/^https:\/\/meet\.example\.org:8443\//)
    expect(await image('http://127.0.0.1:8787/salon')).toMatch(/^http:\/\/127\.0\.0\.1:8787\//)
  })

  test('it is made anew each time: nobody has an older one for the same', async () => {
    const response = await served('https://meet.example.org/salon', {}, { 'if-none-match': '"page"' })
    expect([response.status, response.headers.get('etag')]).toEqual([200, null])
    expect(await response.text()).toContain('<div id="page"></div>')
  })

  test('a page that is embedded has it, too, and its policy', async () => {
    const response = await served('https://meet.example.org/salon?embed', {
      EMBED_ALLOWED: 'https://a.example',
    })
    expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors https:\/\/a\.example$/)
    expect((await headOf(response)).get('og:title')).toBe('salon · essaim')
  })
})

describe('who runs the edge', () => {
  const GIVEN: SiteEnv = {
    OPERATOR_NAME: 'Bibliothèque "de Lyon" &quot; <script>alert(1)</script>',
    OPERATOR_CONTACT: 'meet+lyon@bibliotheque.example.org',
    SOURCE_URL: 'https://git.example.org/essaim?a=1&b="2"',
    LEGAL_URL: 'http://bibliotheque.example.org/privacy',
  }

  test('comes with the page, as text and nothing else', async () => {
    const response = await served('https://meet.example.org/', GIVEN)
    const text = await response.clone().text()
    expect(text).not.toContain('<script>alert')
    // One element, whose attribute ends where it should.
    const read = JSON.parse(unescaped((await headOf(response)).get(SITE_META)))
    expect(read).toEqual({
      operator: GIVEN.OPERATOR_NAME,
      contact: GIVEN.OPERATOR_CONTACT,
      source: GIVEN.SOURCE_URL,
      legal: GIVEN.LEGAL_URL,
    })
  })

  test('may be left out, or empty', () => {
    expect(siteOf({})).toEqual(NOBODY)
    expect(siteOf({ OPERATOR_NAME: '', OPERATOR_CONTACT: '  ', LEGAL_URL: '' })).toEqual(NOBODY)
    expect(siteOf({ OPERATOR_CONTACT: 'https://example.org/contact' }).contact).toMatch(/^https/)
  })

  test.each<[keyof SiteEnv, string]>([
    ['OPERATOR_NAME', 'x'.repeat(81)],
    ['OPERATOR_NAME', 'a\u202eb'],
    ['OPERATOR_NAME', 'two\nlines'],
    ['OPERATOR_CONTACT', 'javascript:alert(1)'],
    ['OPERATOR_CONTACT', 'http://example.org/contact'],
    ['OPERATOR_CONTACT', 'a@b.example?bcc=c@d.example'],
    ['OPERATOR_CONTACT', 'a@b.example,c@d.example'],
    ['OPERATOR_CONTACT', 'nobody'],
    ['OPERATOR_CONTACT', `https://example.org/${'x'.repeat(500)}`],
    ['SOURCE_URL', 'javascript:alert(1)'],
    ['SOURCE_URL', 'data:text/html,<script>alert(1)</script>'],
    ['SOURCE_URL', '/source.tar.gz'],
    ['LEGAL_URL', 'https://'],
    ['LEGAL_URL', 'https://example.org/\njavascript:alert(1)'],
  ])('makes no sense where %s is %j', (variable, value) => {
    const read = () => siteOf({ [variable]: value })
    expect(read).toThrow(Misconfigured)
    expect(read).toThrow(variable)
  })

  describe('is asked for once in the log', () => {
    afterEach(() => {
      vi.restoreAllMocks()
    })

    test('where others come, and nobody is named', async () => {
      vi.resetModules()
      const { warnUnnamed } = await import('../../worker/http/site.ts')
      const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
      const deployed = new URL('https://meet.example.org/')
      warnUnnamed({}, { ...NOBODY, contact: 'a@b.example' }, deployed)
      warnUnnamed({}, NOBODY, new URL('http://127.0.0.1:8787/'))
      warnUnnamed({ FRONT_DOOR_KEY: 'key' }, NOBODY, deployed)
      expect(warned).not.toHaveBeenCalled()
      warnUnnamed({}, NOBODY, deployed)
      warnUnnamed({}, NOBODY, deployed)
      expect(warned).toHaveBeenCalledOnce()
      expect(warned.mock.lastCall?.[0]).toContain('operator-unnamed')
    })
  })
})
