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
function ask(url: string, headers: Record<string, string>): Promise<{ body: string; encoding?: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers, rejectUnauthorized: false }, (response) => {
      const encoding = response.headers['content-encoding']
      text(response).then((body) => resolve({ body, ...(encoding && { encoding }) }), reject)
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
    expect((await ask(url + script, { 'accept-encoding': 'gzip' })).encoding).toBe('gzip')
})
