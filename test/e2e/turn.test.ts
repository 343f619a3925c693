import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { gatherByRelay } from './support/gathering-by-relay.ts'
import { onlyRelays } from './support/only-relays.ts'
import type { Person } from './support/person.ts'

/** Long enough to join, short enough to see credentials exchanged, and the first of them end. */
const TTL_S = 20

const PATIENCE = { timeout: 45_000, interval: 250 }
const hidden = { cam: false, settings: { hidesAddress: true } } as const

const { here, coturn } = gatherByRelay({ TURN_TTL_SECONDS: String(TTL_S) })

const waysOf = ({ page }: Person): Promise<string[]> => page.evaluate(() => window.received.ways())
const saidBy = ({ frames }: Person, from: 'page' | 'edge', word: string): number =>
  frames.filter((frame) => frame.from === from && frame.text.includes(`"${word}"`)).length

test('M8 who hides their address talks through coturn, and goes on when the first credentials have ended', async () => {
  const ada = await here.join('hidden', 'Ada', hidden)
  const ben = await here.join('hidden', 'Ben', { cam: false })
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  expect(await waysOf(ada)).toEqual(['relay by udp', 'relay by udp'])
  expect(await waysOf(ben)).toEqual(['direct', 'direct'])

  // The second exchange is when the first credentials end.
  await expect.poll(() => saidBy(ada, 'edge', 'ice-servers-changed'), PATIENCE).toBeGreaterThanOrEqual(2)
  // Her page hears of it first, and then looks for another way by both of its connections.
  await expect.poll(() => saidBy(ada, 'page', 'restart-ice'), PATIENCE).toBeGreaterThanOrEqual(4)
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await expect.poll(() => waysOf(ada), PATIENCE).toEqual(['relay by udp', 'relay by udp'])
  expect(saidBy(ada, 'page', 'renew-media')).toBe(0)
})

test('M9 whom a network lets through by a relay alone says so once; whose packets go directly says nothing', async () => {
  const ada = await here.arrive('Ada')
  await ada.page.addInitScript(onlyRelays)
  await ada.visit(`${here.url}/blocked?name=Ada&join&mic=1&cam=0`)
  await ada.inRoom()
  const ben = await here.join('blocked', 'Ben', { cam: false })
  await Promise.all([ada.hears('Ben'), ben.hears('Ada')])
  await expect.poll(() => saidBy(ada, 'page', 'report-path'), PATIENCE).toBe(1)
  // It looks again meanwhile, and so does Ben's page.
  await expect.poll(() => saidBy(ben, 'edge', 'ice-servers-changed'), PATIENCE).toBeGreaterThanOrEqual(2)
  expect(ada.frames.filter(({ text }) => text.includes('"report-path"'))).toMatchObject([
    { text: expect.stringContaining('"viaTurn":true') },
  ])
  await expect.poll(() => waysOf(ada), PATIENCE).toEqual(['relay by udp', 'relay by udp'])
  expect(saidBy(ben, 'page', 'report-path')).toBe(0)
})

describe('coturn', () => {
  const passwordOf = (username: string, secret: string): string =>
    createHmac('sha1', secret).update(username).digest('base64')
  const seconds = (fromNow: number): number => Math.floor(Date.now() / 1_000) + fromNow

  /** What a browser gets of the server with these credentials: addresses to be relayed from, and errors. */
  async function allocate(username: string, credential: string) {
    const ada = await here.arrive('Ada')
    await ada.page.goto(here.url)
    const server = { urls: coturn().url('udp'), username, credential }
    return ada.page.evaluate(async (iceServer) => {
      const connection = new RTCPeerConnection({ iceServers: [iceServer], iceTransportPolicy: 'relay' })
      const found = { candidates: 0, errors: [] as number[] }
      connection.createDataChannel('probe')
      const gathered = new Promise<void>((resolve) => {
        connection.onicecandidate = ({ candidate }) => {
          if (candidate === null) resolve()
          else if (candidate.candidate !== '') found.candidates += 1
        }
        connection.onicecandidateerror = ({ errorCode }) => found.errors.push(errorCode)
      })
      await connection.setLocalDescription()
      await gathered
      connection.close()
      return found
    }, server)
  }

  test('M6 relays for whoever holds credentials that are good', async () => {
    const username = `${seconds(60)}:ada`
    const { candidates } = await allocate(username, passwordOf(username, coturn().secret))
    expect(candidates).toBeGreaterThan(0)
  })

  test.each([
    ['forged', 60, 'another secret'],
    ['expired', -60, 'a secret for tests'],
  ])('M6 refuses credentials that are %s', async (_what, fromNow, secret) => {
    const username = `${seconds(fromNow)}:ada`
    const { candidates, errors } = await allocate(username, passwordOf(username, secret))
    expect(candidates).toBe(0)
    expect(errors).toContain(401)
  })
})
