import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newPeerId } from '../../protocol/ids.ts'
import { TURN_CREDENTIAL_TTL_MS, TURN_TIMEOUT_MS } from '../../protocol/limits.ts'
import { type TurnEnv, turnBudgets, turnProvider } from '../../worker/turn/turn-config.ts'
import { TurnService, type TurnServiceMood } from './support/turn-service.ts'

const ada = newPeerId()
const now = 1_800_000_000_500

const coturnEnv: TurnEnv = {
  TURN_PROVIDER: 'coturn',
  TURN_URLS: 'turn:turn.example.org?transport=udp, turns:turn.example.org:443?transport=tcp',
  TURN_SECRET: 'a secret',
}

describe('configuration', () => {
  test.each<[string, TurnEnv]>([
    ['TURN_PROVIDER', { TURN_PROVIDER: 'twilio' }],
    ['TURN_SERVERS', { TURN_PROVIDER: 'list' }],
    ['TURN_SERVERS', { TURN_PROVIDER: 'list', TURN_SERVERS: 'turn:turn.example.org' }],
    ['TURN_SERVERS', { TURN_PROVIDER: 'list', TURN_SERVERS: '{"urls":["turn:turn.example.org"]}' }],
    ['TURN_SERVERS', { TURN_PROVIDER: 'list', TURN_SERVERS: '[{"urls":["https://turn.example.org"]}]' }],
    ['TURN_URLS', { ...coturnEnv, TURN_URLS: '' }],
    ['TURN_URLS', { ...coturnEnv, TURN_URLS: 'turn.example.org' }],
    ['TURN_SECRET', { ...coturnEnv, TURN_SECRET: '' }],
    ['TURN_TTL_SECONDS', { ...coturnEnv, TURN_TTL_SECONDS: '1h' }],
    ['TURN_TTL_SECONDS', { ...coturnEnv, TURN_TTL_SECONDS: '1' }],
    ['TURN_TTL_SECONDS', { ...coturnEnv, TURN_TTL_SECONDS: '172801' }],
    ['TURN_KEY_ID', { TURN_PROVIDER: 'cloudflare', TURN_KEY_API_TOKEN: 'x' }],
    ['TURN_KEY_API_TOKEN', { TURN_PROVIDER: 'cloudflare', TURN_KEY_ID: 'x' }],
    [
      'TURN_API_URL',
      { TURN_PROVIDER: 'cloudflare', TURN_KEY_ID: 'x', TURN_KEY_API_TOKEN: 'x', TURN_API_URL: 'x' },
    ],
  ])('M6 %s is complained of by name in %j', (name, env) => {
    expect(() => turnProvider(env)).toThrow(`TURN cannot be used as configured: ${name} `)
  })

  test.each<[string, TurnEnv]>([
    ['TURN_ROOM_BUDGET_GB', { TURN_ROOM_BUDGET_GB: 'much' }],
    ['TURN_ROOM_BUDGET_GB', { TURN_ROOM_BUDGET_GB: '-1' }],
    ['TURN_ROOM_BUDGET_GB', { TURN_ROOM_BUDGET_GB: '1e3' }],
    ['TURN_MONTH_BUDGET_GB', { TURN_MONTH_BUDGET_GB: '0' }],
    ['TURN_MONTH_BUDGET_GB', { TURN_MONTH_BUDGET_GB: '1,5' }],
  ])('M9 %s is complained of by name in %j', (name, env) => {
    expect(() => turnBudgets(env)).toThrow(`TURN cannot be used as configured: ${name} `)
  })

  test.each<[TurnEnv, number | null, number | null]>([
    [{}, null, null],
    [{ TURN_ROOM_BUDGET_GB: '', TURN_MONTH_BUDGET_GB: '' }, null, null],
    [{ TURN_ROOM_BUDGET_GB: '2' }, 2e9, null],
    [{ TURN_ROOM_BUDGET_GB: '0.5', TURN_MONTH_BUDGET_GB: '1000' }, 5e8, 1e12],
  ])('M9 %j allows a room %s and a month %s bytes', (env, room, month) => {
    expect(turnBudgets(env)).toEqual({ room, month })
  })

  test('M6 a complaint never quotes a secret', () => {
    const coturn = () => turnProvider({ ...coturnEnv, TURN_URLS: 'hush hush', TURN_TTL_SECONDS: 'hush' })
    expect(coturn).toThrow(/TURN_URLS.*TURN_TTL_SECONDS/)
    expect(coturn).not.toThrow(/hush/)
    const servers = JSON.stringify([{ urls: ['turn:turn.example.org'], credential: ['hush'] }])
    const list = () => turnProvider({ TURN_PROVIDER: 'list', TURN_SERVERS: servers })
    expect(list).toThrow(/TURN_SERVERS is no list of ICE servers/)
    expect(list).not.toThrow(/hush/)
  })

  test.each<[string, TurnEnv]>([
    ['none', {}],
    ['none', { TURN_PROVIDER: '' }],
    ['none', { TURN_PROVIDER: 'none', TURN_SECRET: 'of no use' }],
    ['list', { TURN_PROVIDER: 'list', TURN_SERVERS: '[]' }],
    ['coturn', coturnEnv],
    ['cloudflare', { TURN_PROVIDER: 'cloudflare', TURN_KEY_ID: 'x', TURN_KEY_API_TOKEN: 'x' }],
  ])('M6 %s is what %j asks for', (name, env) => {
    expect(turnProvider(env).name).toBe(name)
  })
})

describe('what costs no question', () => {
  test('M6 without TURN there are no servers, for ever', async () => {
    expect(await turnProvider({}).grant(ada, now)).toEqual({ servers: [], until: null, usernames: [] })
  })

  test('M6 a fixed list is everybody’s, for ever', async () => {
    const servers = [
      { urls: ['turn:turn.example.org'], username: 'all', credential: 'alike' },
      { urls: ['stun:stun.example.org'] },
    ]
    const provider = turnProvider({ TURN_PROVIDER: 'list', TURN_SERVERS: JSON.stringify(servers) })
    expect(await provider.grant(ada, now)).toEqual({ servers, until: null, usernames: [] })
  })

  test('M6 coturn’s credentials end by themselves, and are an HMAC of when and whose', async () => {
    const { servers, until } = await turnProvider(coturnEnv).grant(ada, now)
    const expiry = Math.floor((now + TURN_CREDENTIAL_TTL_MS) / 1_000)
    const username = `${expiry}:${ada}`
    const credential = createHmac('sha1', 'a secret').update(username).digest('base64')
    const urls = ['turn:turn.example.org?transport=udp', 'turns:turn.example.org:443?transport=tcp']
    expect(servers).toEqual([{ urls, username, credential }])
    expect(until).toBe(expiry * 1_000)
  })

  test('M6 the operator says how long they hold', async () => {
    const { until } = await turnProvider({ ...coturnEnv, TURN_TTL_SECONDS: '60' }).grant(ada, now)
    expect(until).toBe(1_800_000_060_000)
  })
})

describe('Cloudflare', () => {
  let service: TurnService
  beforeEach(async () => {
    service = await TurnService.open()
  })
  afterEach(() => service.close())

  test('M6 gives servers for a time, less what browsers cannot reach', async () => {
    const grant = await turnProvider(service.bindings).grant(ada, now)
    expect(service.lifetimes).toEqual([TURN_CREDENTIAL_TTL_MS / 1_000])
    expect(grant.until).toBe(now + TURN_CREDENTIAL_TTL_MS)
    expect(grant.usernames).toEqual(['name/1'])
    const urls = grant.servers.flatMap((server) => server.urls)
    expect(urls).toContain('turns:turn.cloudflare.com:443?transport=tcp')
    expect(urls).toContain('turns:turn.cloudflare.com:5349?transport=tcp')
    expect(urls.filter((url) => url.includes(':53?') || url.endsWith(':53'))).toEqual([])
    expect(JSON.stringify(grant)).not.toContain(service.bindings['TURN_KEY_API_TOKEN'])
  })

  test('M6 takes credentials back under their user name', async () => {
    await turnProvider(service.bindings).revoke('name/1')
    expect(service.revoked).toEqual(['name/1'])
  })

  test.each<[TurnServiceMood, string, number | null]>([
    [401, 'unauthorised', 401],
    [429, 'rate-limited', 429],
    [500, 'refused', 500],
    ['garbage', 'bad-answer', 201],
    ['silent', 'timeout', null],
    ['stalling', 'timeout', 201],
  ])('M6 %s is a failure of its own name', async (mood, reason, status) => {
    service.mood = mood
    const began = performance.now()
    await expect(turnProvider(service.bindings).grant(ada, now)).rejects.toMatchObject({ reason, status })
    expect(performance.now() - began).toBeLessThan(TURN_TIMEOUT_MS + 1_000)
  })

  test('M6 a service that is not there is a failure, too, and so is a credential it does not take back', async () => {
    const gone = turnProvider({ ...service.bindings, TURN_API_URL: 'http://127.0.0.1:9' })
    await expect(gone.grant(ada, now)).rejects.toMatchObject({ reason: 'unreachable', status: null })
    service.mood = 500
    await expect(turnProvider(service.bindings).revoke('name/1')).rejects.toMatchObject({ status: 500 })
  })
})
