import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Edge, type EdgeOptions, startEdge } from '../../scripts/edge/edge.ts'

/** What the Worker logged, and what it failed with. */
const logged: string[] = []
const onLog = ({ message }: { readonly message: string }): void => void logged.push(message)
const open = (options: EdgeOptions = {}): Promise<Edge> => startEdge({ onLog, ...options })

const METRICS_SECRET_HASH = 'a987f88fa5e34dd780fc27d278c46bd1fbdcd62110dff17025a7eeb08c5bfda5'
/** Graces that nobody has to wait for. */
const QUICK = { closeGraceMs: 300, silenceMs: 1_500, unreadMs: 1_000, headersMs: 500, checkMs: 100 }

const portOf = ({ url }: Edge): number => Number(new URL(url).port)

/** A connection without any HTTP of Node's: bytes as they are written, and as they come. */
class Wire {
  readonly socket: Socket
  readonly closed: Promise<unknown>
  text = ''

  constructor(edge: Edge) {
    this.socket = connect(portOf(edge), '127.0.0.1')
    // Whoever goes on writing may be reset: that is an end as well, which `once` of node:events takes for a failure.
    this.closed = new Promise((resolve) => this.socket.once('close', resolve))
    this.socket.on('data', (chunk) => {
      this.text += chunk.toString('latin1')
    })
    this.socket.on('error', () => this.socket.destroy())
  }

  write(bytes: string | Buffer): this {
    this.socket.write(bytes)
    return this
  }

  /** The first line of what comes. */
  async status(): Promise<string> {
    await expect.poll(() => this.text, { timeout: 10_000 }).toContain('\r\n')
    return this.text.slice(0, this.text.indexOf('\r\n'))
  }

  /** Opens a socket into a room. */
  async upgrade(room: string, headers = ''): Promise<this> {
    this.write(
      `GET /api/rooms/${room}/socket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
    )
    expect(await this.status()).toBe('HTTP/1.1 101 Switching Protocols')
    return this
  }
}

const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'))

async function statusOf(edge: Edge, target: string, headers = ''): Promise<string> {
  const wire = new Wire(edge).write(
    `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${headers}\r\n`,
  )
  const status = await wire.status()
  wire.socket.destroy()
  return status
}

/** The address that the edge tells somebody who says these headers, of a request of their own. */
function toldAddress(edge: Edge, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(`${edge.url}/api/address`, { headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => resolve(text))
    })
    asked.on('error', reject).end()
  })
}

/** A text frame of somebody who masks with zeros, and says that it is `length` bytes. */
function frameHead(length: number, first = 0x81): Buffer {
  const head = Buffer.alloc(14)
  head[0] = first
  head[1] = 0xff
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}

const PING_FRAME = Buffer.from([0x81, 0x84, 0, 0, 0, 0, ...Buffer.from('ping')])

describe('an edge that anybody reaches', () => {
  let edge: Edge
  beforeAll(async () => {
    const bindings = { METRICS_SECRET_HASH, OPERATOR_NAME: 'Bibliothèque de Lyon' }
    edge = await open({ limits: QUICK, bindings })
  })
  afterAll(() => edge.stop())

  test('D4 H4 nobody says by a header who they are', async () => {
    const told = await toldAddress(edge, { 'CF-Connecting-IP': '1.1.1.1', 'X-Forwarded-For': '1.1.1.1' })
    expect(JSON.parse(told)).toEqual({ address: null })
  })

  test('H4 what Miniflare obeys is not obeyed from outside', async () => {
    const normal = await statusOf(edge, '/metrics')
    expect(normal).toContain('401')
    expect(await statusOf(edge, '/salon', 'MF-Original-URL: http://x/metrics\r\n')).toContain('200')
    expect(await statusOf(edge, '/salon', 'MF-CF-Blob: nonsense\r\n')).toContain('200')
    expect(await statusOf(edge, '/cdn-cgi/local/platform-proxy')).toContain('404')
  })

  test.each(['/%', '/%ff', '/api/rooms/%/socket', 'http://x/metrics', '*', '/assets/%zz'])(
    'the nonsense URL %s is answered with 400, and nothing is printed',
    async (target) => {
      const before = logged.length
      expect(await statusOf(edge, target)).toContain('400')
      expect(logged.slice(before)).toEqual([])
    },
  )

  test('H4 what is no HTTP is answered with 400', async () => {
    expect(await new Wire(edge).write('hello\r\n\r\n').status()).toContain('400')
  })

  test('H4 a name that could be anybody else’s is not its own (DNS rebinding)', async () => {
    const wire = new Wire(edge).write('GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n')
    expect(await wire.status()).toContain('421')
  })

  test('H4 a connection that says nothing is ended', async () => {
    const wire = new Wire(edge)
    await wire.closed
    expect(wire.text).toContain('408')
  })

  test('H4 headers without an end are ended, and so are too many', async () => {
    const wire = new Wire(edge).write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n')
    await wire.closed
    expect(await statusOf(edge, '/', `X: ${'x'.repeat(20_000)}\r\n`)).toContain('431')
  })

  test('H4 a body beyond 64 KiB is not passed on', async () => {
    const body = 'x'.repeat(100_000)
    const answer = await fetch(`${edge.url}/api/nodes`, { method: 'POST', body })
    expect(answer.status).toBe(413)
  })

  test('G2 H4 a message of a page that is not over at 1 MB ends its socket', async () => {
    const wire = await new Wire(edge).upgrade('too-large')
    wire.write(frameHead(16 * 1024 * 1024)).write(Buffer.alloc(64 * 1024))
    await wire.closed
    // The close frame says 1009.
    expect(wire.text).toContain('\x88\x02\x03\xf1')
    const fragments = await new Wire(edge).upgrade('too-large')
    for (let sent = 0; sent < 20; sent += 1) {
      fragments.write(frameHead(60_000, sent === 0 ? 0x01 : 0x00)).write(Buffer.alloc(60_000))
    }
    await fragments.closed
  })

  test('H4 a close that is not answered ends the connection soon after', async () => {
    const wire = await new Wire(edge).upgrade('unanswered')
    // Three times what makes no sense: the room closes (G1). This client goes on as if nothing were.
    for (let sent = 0; sent < 3; sent += 1) wire.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x78]))
    const goingOn = setInterval(() => wire.socket.writable && wire.write(PING_FRAME), 50)
    await wire.closed
    clearInterval(goingOn)
    expect(wire.text).toContain('bad-message')
  })

  test('H4 a socket that nothing is heard of is ended; one that pings goes on', async () => {
    const silent = await new Wire(edge).upgrade('silent')
    const pinging = await new Wire(edge).upgrade('silent')
    const pings = setInterval(() => pinging.write(PING_FRAME), 200)
    await silent.closed
    expect(pinging.socket.destroyed).toBe(false)
    clearInterval(pings)
    expect(pinging.text).toContain('pong')
    await pinging.closed
  })

  test('H1 a page of another origin gets no socket; a program, and the edge’s own page, do', async () => {
    const socket = (origin?: string) =>
      new Promise<string>((resolve) => {
        const url = `${edge.url.replace('http', 'ws')}/api/rooms/origins/socket`
        const opened = new WebSocket(url, origin === undefined ? {} : { origin })
        opened.on('open', () => {
          resolve('open')
          opened.close()
        })
        opened.on('error', (error) => resolve(error.message))
      })
    expect(await socket('http://evil.example')).toContain('403')
    expect(await socket('null')).toContain('403')
    expect(await socket()).toBe('open')
    expect(await socket(edge.url)).toBe('open')
  })

  test('H3 missing files are missing, HEAD is GET, and files load in a sandboxed frame', async () => {
    const ask = (path: string, method = 'GET') => fetch(edge.url + path, { method, redirect: 'manual' })
    const missing = await ask('/assets/nothing-0123.js')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('cache-control')).toBe('no-store')
    expect((await ask('/assets/nothing-0123.js', 'HEAD')).status).toBe(404)
    for (const path of ['/assets', '/assets/', '/api', '/api/', '/api/nothing']) {
      expect((await ask(path)).status, path).toBe(404)
    }
    const health = await ask('/healthz', 'HEAD')
    expect(health.headers.get('content-type')).toBe('application/json')
    expect((await ask('/metrics', 'HEAD')).status).toBe(401)
    const home = await (await ask('/')).text()
    const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(home) ?? []
    const file = await ask(script)
    expect(file.status).toBe(200)
    expect(file.headers.get('access-control-allow-origin')).toBe('*')
    expect(file.headers.get('cache-control')).toContain('immutable')
    // The same page, but for what its head says of the link (H5).
    const room = await (await ask('/a-room')).text()
    expect(room).toContain(`src="${script}"`)
    expect(bodyOf(room)).toBe(bodyOf(home))
  })

  test('H5 home and rooms say in their heads what a link shows, and whose edge it is', async () => {
    const { host } = new URL(edge.url)
    for (const [path, title] of [
      ['/', 'essaim'],
      ['/salon', 'salon · essaim'],
    ] as const) {
      const text = await (await fetch(edge.url + path)).text()
      expect(text).toContain(`<meta property="og:title" content="${title}" />`)
      expect(text).toContain(`<meta property="og:image" content="http://${host}/icons/shared.png" />`)
      expect(text).toContain('&quot;operator&quot;:&quot;Bibliothèque de Lyon&quot;')
    }
    const picture = await fetch(`${edge.url}/icons/shared.png`)
    expect(picture.headers.get('content-type')).toBe('image/png')
  })

  test('H2 only what is meant to be embedded may be framed', async () => {
    const policy = async (path: string) =>
      (await fetch(edge.url + path)).headers.get('content-security-policy') ?? 'none at all'
    for (const path of ['/', '/salon', '/salon?embed=0', '/?x', '/stats']) {
      expect(await policy(path), path).toMatch(/frame-ancestors 'none'$/)
    }
    expect(await policy('/salon?embed')).toMatch(/frame-ancestors \*$/)
    expect(await policy('/salon?name=Ada&embed=1')).toMatch(/default-src 'none'.*frame-ancestors \*$/)
  })

  test('H7 every kind of answer is strict: pages and files as the page needs them, all else as data', async () => {
    const home = await (await fetch(edge.url)).text()
    const [, script = ''] = /src="(\/assets\/index[^"]+)"/.exec(home) ?? []
    const kinds = {
      page: ['/', '/salon', '/salon?embed', '/stats'],
      asset: [script],
      icon: ['/icons/shared.png'],
    }
    const files = ['/favicon.svg', '/licenses.txt', '/build.txt', '/source.tar.gz']
    const data = ['/healthz', '/api/stats', '/api/address', '/api/nothing', '/assets/nothing.js', '/metrics']
    const headersOf = async (path: string, init?: RequestInit) => (await fetch(edge.url + path, init)).headers
    for (const path of [...kinds.page, ...files, ...kinds.asset, ...kinds.icon]) {
      const headers = await headersOf(path)
      const policy = headers.get('content-security-policy')
      expect(policy, path).toContain("require-trusted-types-for 'script'; trusted-types default;")
      expect(policy?.split("script-src 'self' 'wasm-unsafe-eval'").join(''), path).not.toContain('unsafe')
      const shared = kinds.asset.includes(path) || kinds.icon.includes(path)
      expect(Object.fromEntries(headers), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': shared ? 'cross-origin' : 'same-origin',
        'origin-agent-cluster': '?1',
        'permissions-policy': expect.stringContaining('geolocation=()'),
      })
    }
    for (const path of data)
      expect(Object.fromEntries(await headersOf(path)), path).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
    // What goes no further than the door.
    for (const [path, init] of [['/cdn-cgi/x'], ['/', { method: 'DELETE' }]] as const)
      expect(Object.fromEntries(await headersOf(path, init)), path).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      })
    // That is for whoever speaks TLS: the web server before this edge.
    expect((await headersOf('/')).get('strict-transport-security')).toBeNull()
  })
})

test('H4 connections by address are limited', async () => {
  const edge = await open({ limits: { connectionsPerNetwork: 3 } })
  const wires = Array.from({ length: 3 }, () => new Wire(edge))
  await Promise.all(wires.map((wire) => wire.upgrade('crowd')))
  await new Wire(edge).closed
  wires[0]?.socket.destroy()
  await wires[0]?.closed
  await pause(50)
  await new Wire(edge).upgrade('crowd')
  await edge.stop()
})

describe('an edge behind a web server', () => {
  let edge: Edge
  beforeAll(async () => {
    edge = await open({
      behindProxy: true,
      limits: { ...QUICK, connectionsPerNetwork: 2 },
      bindings: {
        ALLOWED_ORIGINS: 'https://other.example.org',
        EMBED_ALLOWED: 'https://a.example, https://*.b.example',
      },
    })
  })
  afterAll(() => edge.stop())

  test('D4 H4 the web server says whose a request is, by one header', async () => {
    expect(JSON.parse(await toldAddress(edge, { 'CF-Connecting-IP': '1.1.1.1' }))).toEqual({
      address: '1.1.1.1',
    })
    expect(JSON.parse(await toldAddress(edge, { 'X-Forwarded-For': '1.1.1.1' }))).toEqual({ address: null })
    expect(JSON.parse(await toldAddress(edge, { 'CF-Connecting-IP': 'me, you' }))).toEqual({ address: null })
  })

  test('H4 sockets count by the visitor that it names', async () => {
    const from = (address: string) => `CF-Connecting-IP: ${address}\r\n`
    const first = [
      await new Wire(edge).upgrade('x', from('1.1.1.1')),
      await new Wire(edge).upgrade('x', from('1.1.1.1')),
    ]
    await expect(new Wire(edge).upgrade('x', from('1.1.1.1'))).rejects.toThrow('429')
    await new Wire(edge).upgrade('x', from('1.1.1.2'))
    for (const wire of first) wire.socket.destroy()
  })

  test('H1 its name is the web server’s, and the operator’s other pages may', async () => {
    const ask = (origin: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { host: 'meet.example.org', origin }
        request(`${edge.url}/api/candidates`, { headers }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
          .on('error', reject)
          .end()
      })
    expect(await ask('https://meet.example.org')).toBe(200)
    expect(await ask('https://other.example.org')).toBe(200)
    expect(await ask('https://evil.example.org')).toBe(403)
  })

  test('H2 rooms are embedded by whom the operator lists', async () => {
    const page = await fetch(`${edge.url}/salon?embed`)
    expect(page.headers.get('content-security-policy')).toMatch(
      /frame-ancestors https:\/\/a\.example https:\/\/\*\.b\.example$/,
    )
  })
})

test('lists that make no sense are complained of by their names', async () => {
  const edge = await open({ bindings: { EMBED_ALLOWED: 'https://a.example; script-src *' } })
  const before = logged.length
  expect((await fetch(`${edge.url}/healthz`)).status).toBe(500)
  expect(logged.slice(before).join()).toContain('EMBED_ALLOWED has what is neither an origin')
  await edge.stop()
})
