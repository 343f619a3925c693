import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Edge, startEdge } from '../../scripts/edge/edge.ts'
import { readListText, sha256 } from '../../scripts/page-build/build-list.ts'
import { ROOT } from '../../scripts/setup/places.mjs'
import { ensureSourceArchive } from '../../scripts/setup/source-archive.mjs'
import { type BuiltPage, readBuiltPage } from '../../scripts/verify-build/built-page.ts'
import { headersAt, readHeadersFile } from '../../scripts/verify-build/headers-file.ts'
import { readSourceName } from '../../scripts/verify-build/source-name.ts'
import { tell } from '../../scripts/verify-build/tell.ts'
import { verify } from '../../scripts/verify-build/verify.ts'
import { type Lie, lyingEdge } from './support/lying-edge.ts'
import { run } from './support/program.ts'

const PROGRAM = path.join(ROOT, 'scripts/verify-build.mjs')
const OPERATOR = 'Bibliothèque "de Lyon" <b>&amp;'
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

let edge: Edge
let built: BuiltPage
/** The same, but for most of the files: those that tests lie about are there. */
let small: BuiltPage
let smallList: string

beforeAll(async () => {
  // The program packs what has changed since; then it is to be there before.
  await ensureSourceArchive()
  const bindings = { OPERATOR_NAME: OPERATOR, EMBED_ALLOWED: 'https://a.example, https://*.b.example' }
  ;[edge, built] = await Promise.all([startEdge({ bindings }), readBuiltPage(path.join(ROOT, 'web/dist'))])
  const some = [...built.files].filter(([file]) => /^(?:assets\/(?:index|early)-.*|[^/]*\.svg)$/.test(file))
  smallList = some.map(([file, hash]) => `${hash}  ${file}\n`).join('')
  small = { ...built, files: new Map([...some, ['build-files.txt', sha256(smallList)]]) }
})
afterAll(() => edge?.stop())

/** An edge with few files that lies so. */
const smallEdge = (lie: Lie) =>
  lyingEdge(edge.url, (asked, told) => {
    if (asked === '/build-files.txt') told.body = Buffer.from(smallList)
    lie(asked, told)
  })

/** What is said of an edge that lies so: its differences. */
const differencesWith = async (lie: Lie) => (await verify(await smallEdge(lie), small)).differences

const isPage = (asked: string): boolean => /^\/(?:$|\?|verify-|stats|swarm)/.test(asked)

/** Changes the text of each page. */
const inPages =
  (change: (html: string) => string): Lie =>
  (asked, told) => {
    if (isPage(asked)) told.body = Buffer.from(change(told.body.toString()))
  }

describe('H8 npm run verify-build', () => {
  test('an edge that serves what this checkout builds: a sentence, what its operator has set, and 0', async () => {
    const { code, output } = await run({ args: [PROGRAM, edge.url] })
    expect(output).toContain(`${edge.url} serves exactly what this checkout builds: `)
    expect(output).toContain(`${built.files.size + 1} files, build ${built.name}, version 0.`)
    expect(output).toContain(`operator “${OPERATOR}”`)
    expect(output).toContain('rooms may be embedded by “https://a.example https://*.b.example”')
    expect(code).toBe(0)
  })

  test('an edge that changes one byte of one file: that file is named, and which commit it says it serves; 1', async () => {
    const file = [...built.files.keys()].find((each) => /^assets\/room-code-.*\.js$/.test(each)) ?? ''
    const lying = await lyingEdge(edge.url, (asked, told) => {
      if (asked === `/${file}`) told.body.writeUInt8((told.body.at(-1) ?? 0) ^ 1, told.body.length - 1)
      if (asked === '/source.txt') told.body = Buffer.from(`version 0.3.0\ncommit ${COMMIT}\n`)
    })
    const { code, output } = await run({ args: [PROGRAM, lying.href] })
    expect(output).toContain(`${lying.origin} does not serve what this checkout builds`)
    expect(output.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      expect.stringContaining(`- ${file} is another: its SHA-256 is `),
    ])
    expect(output).toContain(`To compare with that: git checkout ${COMMIT}`)
    expect(code).toBe(1)
  })

  test.each<[string, Lie, string]>([
    [
      'adds a script tag',
      inPages((html) => html.replace('</head>', '<script src="https://evil.example/a.js"></script></head>')),
      '/: differs in line ',
    ],
    ['adds a line at the end', inPages((html) => `${html}<script src="/x.js"></script>`), '/: '],
    [
      'has a second title',
      inPages((html) => html.replace('<title>', '<title>essaim</title><title>')),
      '/: differs in line ',
    ],
    [
      'ends an attribute that the operator fills in',
      inPages((html) => html.replace('&quot;legal&quot;', '"><script src="/x.js"></script>')),
      '/: differs in line ',
    ],
    [
      'says something else of who runs it',
      inPages((html) => html.replace('&quot;legal&quot;:null', '&quot;legal&quot;:&quot;javascript:0&quot;')),
      '/: does not say properly who runs the edge',
    ],
    [
      'shows another picture where a link is shared',
      inPages((html) => html.replace(/http:[^"]*\/icons\/shared\.png/, 'https://evil.example/pixel.png')),
      '/: its og:image is “https://evil.example/pixel.png”',
    ],
    [
      'changes a room’s page alone',
      (asked, told) => {
        if (asked.startsWith('/verify-'))
          told.body = Buffer.from(told.body.toString().replace('"/assets', '"/other'))
      },
      '/verify-',
    ],
    [
      'answers otherwise to whoever reads French',
      (asked, told) => {
        if (asked === '/' && /Nommez/.test(told.body.toString()))
          told.body = Buffer.from(told.body.toString().replace('"/assets', '"/other'))
      },
      '/: differs in line ',
    ],
    [
      'serves another policy',
      (_asked, { headers }) => {
        headers['content-security-policy'] = `${headers['content-security-policy']}`.replace(
          "script-src 'self'",
          "script-src 'self' https://evil.example",
        )
      },
      '/: the header content-security-policy is “',
    ],
    [
      'has more in the policy of what is embedded',
      (asked, { headers }) => {
        if (asked.includes('embed'))
          headers['content-security-policy'] = `${headers['content-security-policy']}; script-src-elem *`
      },
      '?embed: the header content-security-policy is “',
    ],
    [
      'leaves a header out',
      (_asked, { headers }) => {
        delete headers['cross-origin-opener-policy']
      },
      '/: the header cross-origin-opener-policy does not come',
    ],
    [
      'leads elsewhere by a header',
      (_asked, { headers }) => {
        headers['refresh'] = '5; url=https://evil.example'
      },
      '/: comes with a header that the page has not, refresh',
    ],
    [
      'lacks a file',
      (asked, told) => {
        if (asked === '/favicon.svg') told.status = 404
      },
      'favicon.svg is missing: the edge answers 404',
    ],
    [
      'lists a file more',
      (asked, told) => {
        if (asked === '/build-files.txt')
          told.body = Buffer.concat([told.body, Buffer.from(`${'0'.repeat(64)}  assets/evil.js\n`)])
      },
      '“assets/evil.js” is no file of this build, and the edge lists it',
    ],
    [
      'offers another source',
      (asked, told) => {
        if (asked === '/source.tar.gz') told.body = gzipSync('another')
      },
      'the source that the edge offers (source.tar.gz) is not that of this checkout',
    ],
  ])('finds an edge that %s', async (_what, lie, sentence) => {
    expect((await differencesWith(lie)).join('\n')).toContain(sentence)
  })

  test('an edge that is told to be another by nobody is the same', async () => {
    expect(await differencesWith(() => {})).toEqual([])
  })

  test('what an edge says reaches the terminal as text, and reports to others are remarked on', async () => {
    const lying = await smallEdge((asked, { headers }) => {
      headers['nel'] = '{"report_to":"x"}'
      if (isPage(asked)) headers['content-security-policy'] = 'a\u009b31mb'
    })
    const verdict = await verify(lying, small)
    const told = tell(lying, small, verdict)
    expect(told).toContain('Browsers are told to report what happens there to others (nel).')
    expect(told).toContain('“a 31mb”')
    expect(told).not.toContain('\u009b')
  })

  test('what is no address, and what does not answer, is a sentence', async () => {
    const wrong = await run({ args: [PROGRAM, 'meet.example.org'] })
    expect([wrong.code, wrong.output]).toEqual([
      2,
      'essaim: Say one address, such as https://meet.example.org. See --help.\n',
    ])
    const nowhere = await run({ args: [PROGRAM, 'http://127.0.0.1:9'] })
    expect(nowhere.output).toMatch(
      /^essaim: http:\/\/127\.0\.0\.1:9 cannot be reached, or does not answer: .+\n$/,
    )
    expect(nowhere.code).toBe(1)
  })
})

test('H8 rules for headers are read as Cloudflare reads them', () => {
  const rules = readHeadersFile('/*\n  A: 1\n  B: 2\n\n/assets/*\n  ! A\n  A: 3\n  B: 4\n/\n  C: 5\n')
  expect(Object.fromEntries(headersAt(rules, '/'))).toEqual({ a: '1', b: '2', c: '5' })
  expect(Object.fromEntries(headersAt(rules, '/assets/x.js'))).toEqual({ a: '3', b: '2, 4' })
  expect(() => readHeadersFile('/*\n  nonsense\n')).toThrow('nonsense')
})

test('H8 lists and names that are none are not taken for any', () => {
  const hash = 'a'.repeat(64)
  expect(readListText(`${hash}  assets/a-1.js\n`)).toEqual(new Map([['assets/a-1.js', hash]]))
  for (const wrong of ['', '<!doctype html>', `${hash} assets/a.js`, `${hash}  a\u001b.js`, `${hash}  a b`])
    expect(readListText(wrong)).toBeNull()
  expect(readSourceName('<p>\nversion 1\u001b[0m\ncommit main\n')).toEqual({
    version: null,
    commit: null,
    changed: false,
  })
})
