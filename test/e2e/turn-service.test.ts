import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { TURN_TIMEOUT_MS } from '../../protocol/limits.ts'
import type { IceServer } from '../../protocol/media/transport.ts'
import { TurnService, type TurnServiceMood } from '../turn/support/turn-service.ts'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { TurnServer } from './support/turn-server.ts'

/** So that credentials are exchanged, at half of it, while a test can wait for it. */
const TTL_S = 20

const PATIENCE = { timeout: 20_000, interval: 250 }
const hidden = { cam: false, settings: { hidesAddress: true } } as const
const seen = { cam: false } as const
const wide = { viewport: { width: 1280, height: 720 } } as const

const Line = v.pipe(v.string(), v.parseJson(), v.looseObject({ event: v.string() }))
type Line = v.InferOutput<typeof Line>

let coturn: TurnServer
let service: TurnService
let logged: Line[] = []
let transport: 'udp' | 'tcp'

/** What a Cloudflare would give, of the one TURN server that there is here. */
function serversOfCoturn(count: number): readonly IceServer[] {
  const username = `${Math.floor(Date.now() / 1_000) + 600}:${count}`
  const credential = createHmac('sha1', coturn.secret).update(username).digest('base64')
  return [{ urls: [coturn.url(transport)], username, credential }]
}

beforeAll(async () => {
  coturn = await TurnServer.open()
  service = await TurnService.open()
})
afterAll(async () => {
  await coturn?.close()
  await service?.close()
})
beforeEach(() => {
  service.mood = 'well'
  service.servers = serversOfCoturn
  transport = 'udp'
  logged = []
})

const here = gather(undefined, () => ({
  bindings: { ...service.bindings, TURN_TTL_SECONDS: String(TTL_S) },
  onLog: ({ message }) => {
    const line = v.safeParse(Line, message)
    if (line.success) logged.push(line.output)
  },
}))

const waysOf = ({ page }: Person): Promise<string[]> => page.evaluate(() => window.received.ways())
const notice = ({ page }: Person, name: string) => page.locator(`[data-notice="${name}"]`)

async function openSettings({ page }: Person): Promise<void> {
  await page.keyboard.press('o')
  await page.locator('[data-action="settings"]').click()
}

async function pressHide({ page }: Person): Promise<void> {
  await page.locator('[data-action="hidesAddress"]').click()
}

test('M8 a network that lets only TCP through to the relay carries the call, too', async () => {
  transport = 'tcp'
  const ada = await here.join('tcp', 'Ada', hidden)
  const ben = await here.join('tcp', 'Ben', seen)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(await waysOf(ada)).toEqual(['relay by tcp', 'relay by tcp'])
})

test('M8 the switch is there before joining, and is remembered', async () => {
  const ada = await here.arrive('Ada')
  await ada.page.goto(`${here.url}/before?name=Ada&mic=1&cam=0`)
  await ada.page.locator('summary').click()
  await pressHide(ada)
  await ada.press('join')
  await ada.inRoom()
  const ben = await here.join('before', 'Ben', seen)
  // What she sends and what she receives go by ways of their own: each may be found before the other.
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(await waysOf(ada)).toEqual(['relay by udp', 'relay by udp'])
  await ada.page.reload()
  await ada.inRoom()
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(await waysOf(ada)).toEqual(['relay by udp', 'relay by udp'])
})

test('M8 the switch holds at once: in the call, both ways', async () => {
  const ada = await here.join('switch', 'Ada', { ...seen, ...wide })
  const ben = await here.join('switch', 'Ben', seen)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(await waysOf(ada)).toEqual(['direct', 'direct'])
  await openSettings(ada)
  await ada.page.locator('[data-action="hidesAddress"]', { hasText: 'address of a relay' }).waitFor()
  await pressHide(ada)
  await expect.poll(() => waysOf(ada), PATIENCE).toEqual(['relay by udp', 'relay by udp'])
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await pressHide(ada)
  await expect.poll(() => waysOf(ada), PATIENCE).toEqual(['direct', 'direct'])
  await ben.hears('Ada')
})

test('M8 without a relay a hidden address stays hidden: nothing is sent, and the page says so', async () => {
  service.mood = 500
  const ada = await here.join('none', 'Ada', { ...hidden, ...wide })
  const ben = await here.join('none', 'Ben', seen)
  await notice(ada, 'noRelay').waitFor()
  await ben.sees('Ada')
  expect(await ada.page.evaluate(() => window.received.ways())).toEqual([])
  expect(ada.frames.some(({ from, text }) => from === 'page' && text.includes('"connect-transport"'))).toBe(
    false,
  )
  await openSettings(ada)
  await ada.page.locator('[data-action="hidesAddress"]', { hasText: 'offers no relay' }).waitFor()
  await pressHide(ada)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await notice(ada, 'noRelay').waitFor({ state: 'detached' })
})

test('M8 a relay that comes later is used by whoever waits for one', async () => {
  service.servers = () => [{ urls: ['stun:127.0.0.1:9'] }]
  const ada = await here.join('later', 'Ada', hidden)
  const ben = await here.join('later', 'Ben', seen)
  await notice(ada, 'noRelay').waitFor()
  service.servers = serversOfCoturn
  await notice(ada, 'noRelay').waitFor({ state: 'detached' })
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(await waysOf(ada)).toEqual(['relay by udp', 'relay by udp'])
})

test('M7 who is removed, or leaves, keeps no credentials', async () => {
  const ada = await here.join('removed', 'Ada', { ...seen, ...wide })
  const ben = await here.join('removed', 'Ben', seen)
  await ada.sees('Ben')
  const usernameOf = ({ frames }: Person) =>
    /"username":"([^"]+)"/.exec(frames.find(({ from }) => from === 'edge')?.text ?? '')?.[1]
  await ada.press('people')
  const row = ada.page.locator('[data-person="Ben"]')
  await row.locator('[data-action="person-menu"]').click()
  await row.locator('[data-action="remove"]').click()
  await row.locator('[data-action="remove-yes"]').click()
  await expect.poll(() => service.revoked, PATIENCE).toContain(usernameOf(ben))
  expect(service.revoked).not.toContain(usernameOf(ada))
  await ada.press('leave')
  await expect.poll(() => service.revoked, PATIENCE).toContain(usernameOf(ada))
})

test.each<[TurnServiceMood, string, number | null]>([
  [401, 'unauthorised', 401],
  [429, 'rate-limited', 429],
  [500, 'refused', 500],
  ['garbage', 'bad-answer', 201],
  ['silent', 'timeout', null],
])(
  'M6 a provider that answers %s holds nobody up for long, and the log says why',
  async (mood, reason, status) => {
    await here.join(`mood-${mood}`, 'Ada', seen)
    service.mood = mood
    const ben = await here.join(`mood-${mood}`, 'Ben', seen)
    // The edge's part of it alone: how long all else takes is the machine's affair.
    const [asked, answered] = (['page', 'edge'] as const).map((from) =>
      ben.frames.find((frame) => frame.from === from),
    )
    expect(Number(answered?.at) - Number(asked?.at)).toBeLessThan(TURN_TIMEOUT_MS + 5_000)
    await ben.hears('Ada')
    await expect
      .poll(() => logged, PATIENCE)
      .toContainEqual(expect.objectContaining({ event: 'turn-failed', reason, status }))
    expect(JSON.stringify(logged)).not.toContain(service.bindings['TURN_KEY_API_TOKEN'])
  },
)
