import { get } from 'node:https'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import { Person } from './support/person.ts'
import { WebServer } from './support/web-server.ts'

const here = gather({ flags: ['--ignore-certificate-errors'] }, () => ({ behindProxy: true }))

let caddy: WebServer
let nginx: WebServer

beforeAll(async () => {
  ;[caddy, nginx] = await Promise.all([WebServer.caddy(here.url), WebServer.nginx(here.url)])
})
afterAll(async () => {
  await Promise.all([caddy?.close(), nginx?.close()])
})

/** What a web server answers, as a program sees it that does not look at certificates. */
function ask(url: string, headers: Record<string, string>) {
  return new Promise<{ readonly body: string; readonly headers: Headers }>((resolve, reject) => {
    get(url, { headers, rejectUnauthorized: false }, (response) => {
      const came = new Headers()
      for (const [name, values] of Object.entries(response.headersDistinct))
        for (const value of values ?? []) came.append(name, value)
      text(response).then((body) => resolve({ body, headers: came }), reject)
    }).on('error', reject)
  })
}

test('E2 by the recipes for Caddy and nginx, two people hear and see each other', async () => {
  const ada = await Person.join(here.browser, caddy.url, 'served', 'Ada')
  const ben = await Person.join(here.browser, nginx.url, 'served', 'Ben')
  await Promise.all([ada.hears('Ben'), ben.hears('Ada'), ada.watches('Ben'), ben.watches('Ada')])
  await Promise.all([ada.close(), ben.close()])
})

test('D4 by the recipes, no visitor says what their address is', async () => {
  for (const { url } of [caddy, nginx]) {
    const { body } = await ask(`${url}/api/address`, { 'cf-connecting-ip': '9.9.9.9' })
    expect(JSON.parse(body)).toEqual({ address: null })
  }
})

test('by the recipes, the page comes compressed', async () => {
  const { body } = await ask(caddy.url, {})
  const [, script] = /src="(\/assets\/index[^"]+\.js)"/.exec(body) ?? []
  for (const { url } of [caddy, nginx])
    expect((await ask(url + script, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe(
      'gzip',
    )
})

test('H7 by the recipes, browsers come over TLS alone, and the edge’s own headers come as they are', async () => {
  for (const path of ['/', '/salon?embed', '/api/nothing', '/favicon.svg']) {
    const own = (await fetch(here.url + path)).headers
    for (const { url } of [caddy, nginx]) {
      const { headers } = await ask(url + path, {})
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      for (const name of ['content-security-policy', 'permissions-policy', 'cross-origin-opener-policy'])
        expect(headers.get(name), `${path} ${name}`).toBe(own.get(name))
    }
  }
})
