import { runInDurableObject } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { newSendId } from '../../protocol/ids.ts'
import { EVENT_LOG_MAX_LENGTH, HISTORY_RATE, RESUME_RATE } from '../../protocol/limits.ts'
import { MAX_UNANSWERED_SENDINGS, type MessageKind, rulesOf } from '../../protocol/page-edge/message-kinds.ts'
import type { PageParams, Welcome } from '../../protocol/page-edge/requests.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { PageClient } from './page-client.ts'
import { RoomOfTwo } from './room-of-two.ts'

const here = RoomOfTwo.ofEachTest('resuming')

type Send = PageParams<'send-message'>
const saying = (kind: MessageKind, payload: string): Send => ({
  kind,
  addressee: { to: 'everyone' },
  payload,
  sendId: newSendId(),
})

async function back(name: string, { resumeToken: token, seq }: Welcome) {
  const page = await PageClient.open(here.name)
  const joined = await page.join(name, { resume: { token, seq, media: 'kept' } })
  return { page, joined }
}

/** The chat and the notes that have come to somebody, in order. */
const heardBy = (page: PageClient): unknown[] =>
  page.inbox.rest.flatMap((frame) =>
    'seq' in frame && frame.data.event === 'message' ? [frame.data.message.payload] : [],
  )

describe('what was in flight', () => {
  test('C6 all that the rates allow may come again, and none of it arrives twice, nor out of order', async () => {
    const { ada, ben, benIs } = await here.pair()
    const { rate } = rulesOf('chat')
    vi.useFakeTimers({ toFake: ['Date'] })
    const sendings: Send[] = []
    while (sendings.length < MAX_UNANSWERED_SENDINGS) {
      for (const kind of ['chat', 'notes'] as const) {
        const burst = sendings.length < 2 * rate.burst ? rate.burst : rate.perSecond
        for (let i = 0; i < burst; i += 1) sendings.push(saying(kind, `${sendings.length}`))
      }
    }
    let sent = 0
    for (const params of sendings) {
      // As the clock would go: the rates let this through.
      if (sent >= 2 * rate.burst) vi.setSystemTime(Date.now() + 500)
      expect(await ben.ask('send-message', params)).toHaveProperty('id')
      sent += 1
    }
    ben.socket.close(4321, 'cut before the answers came')
    await ben.closed
    await evictAtRest(here.stub)
    const { page } = await back('Ben', benIs)
    for (const params of sendings.slice(0, 50))
      expect(await page.ask('send-message', params)).toHaveProperty('id')
    vi.setSystemTime(Date.now() + 60_000)
    for (const params of sendings.slice(50))
      expect(await page.ask('send-message', params)).toHaveProperty('id')
    await page.ask('send-message', saying('chat', 'the last one'))
    await vi.waitFor(() => expect(heardBy(ada).at(-1)).toBe('the last one'))
    expect(heardBy(ada)).toEqual([...sendings.map(({ payload }) => payload), 'the last one'])
  })

  test('C6 with 17 chat messages and notes in flight, none arrives twice', async () => {
    const { ada, ben, benIs } = await here.pair()
    const sendings = Array.from({ length: 17 }, (_, i) => saying(i < 15 ? 'chat' : 'notes', `${i}`))
    for (const params of sendings) ben.send('send-message', params)
    await vi.waitFor(() => expect(heardBy(ada)).toHaveLength(17))
    ben.socket.close(4321, 'cut')
    const { page } = await back('Ben', benIs)
    const answers = await Promise.all(sendings.map((params) => page.ask('send-message', params)))
    expect(answers.map((answer) => 'id' in answer && answer.id)).toEqual(sendings.map((_, i) => i + 1))
    await page.ask('set-locked', { locked: true })
    expect(heardBy(ada)).toHaveLength(17)
  })

  test('C5 whoever cuts themselves off and comes back may not say more than others', async () => {
    const { ben, benIs } = await here.pair()
    const { burst } = rulesOf('chat').rate
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let i = 0; i < burst; i += 1) await ben.ask('send-message', saying('chat', `${i}`))
    ben.socket.close(4321, 'cut')
    await ben.closed
    const { page } = await back('Ben', benIs)
    expect(await page.ask('send-message', saying('chat', 'more'))).toEqual({ refused: 'rate-limited' })
  })
})

describe('the log for those who resume', () => {
  /** As many notes of the longest as one person may send in a minute. */
  async function flood(page: PageClient): Promise<number> {
    const { rate, maxLength } = rulesOf('notes')
    vi.useFakeTimers({ toFake: ['Date'] })
    let taken = 0
    for (let i = 0; i < 60 * rate.perSecond + rate.burst; i += 1) {
      if (i >= rate.burst) vi.setSystemTime(Date.now() + 1_000 / rate.perSecond)
      const answer = await page.ask('send-message', saying('notes', 'x'.repeat(maxLength)))
      if ('id' in answer) taken += 1
    }
    return taken
  }

  test('C5 R3 a flood within the allowed rate is bounded, and a resume after it is a welcome and not all of it', async () => {
    const { ada, adaIs, ben, benIs } = await here.pair()
    const { rate, maxLength } = rulesOf('notes')
    ada.socket.close(4321, 'cut')
    await ada.closed
    const taken = await flood(ben)
    expect(taken * maxLength).toBeLessThanOrEqual(rate.lengthBurst + 60 * rate.lengthPerSecond)
    const { events } = await runInDurableObject(here.stub, (_object, { storage: { sql } }) =>
      sql.exec<{ events: number }>('SELECT SUM(LENGTH(json)) AS events FROM events').one(),
    )
    expect(events).toBeLessThanOrEqual(EVENT_LOG_MAX_LENGTH)
    vi.setSystemTime(Date.now() - 60_000)
    const { joined } = await back('Ada', adaIs)
    expect(joined).toMatchObject({ kind: 'welcome', self: adaIs.self, media: { generation: 1 } })
    // Who missed little of it gets just that.
    const last = await runInDurableObject(here.stub, (_object, { storage: { sql } }) =>
      sql.exec<{ seq: number }>('SELECT MAX(seq) AS seq FROM events').one(),
    )
    ben.socket.close(4321, 'cut')
    await ben.closed
    const again = await back('Ben', { ...benIs, seq: last.seq })
    expect(again.joined).toEqual({ kind: 'resumed', missed: [] })
  })
})

describe('a resume', () => {
  test('R1 is no way to have the edge read the log without an end', async () => {
    const { benIs } = await here.pair()
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let i = 0; i < RESUME_RATE.burst; i += 1) {
      expect((await back('Ben', benIs)).joined).toMatchObject({ kind: 'resumed' })
    }
    expect((await back('Ben', benIs)).joined).toEqual({ refused: 'rate-limited' })
    vi.setSystemTime(Date.now() + 1_000 / RESUME_RATE.perSecond)
    expect((await back('Ben', benIs)).joined).toMatchObject({ kind: 'resumed' })
  })

  test('C4 nor is the history: beyond twice of what can be kept, a piece a second', async () => {
    const { ben } = await here.pair()
    vi.useFakeTimers({ toFake: ['Date'] })
    const half = HISTORY_RATE.burst / 2
    const ask = () => ben.ask('message-history', { after: 0 })
    for (let i = 0; i < half; i += 1) expect(await ask()).toHaveProperty('messages')
    // Messages of any kind have a rate of their own (G3); 3 s make up for those of the first half.
    vi.setSystemTime(Date.now() + 3_000)
    const answers = await Promise.all(Array.from({ length: half + 4 }, ask))
    expect(answers.filter((answer) => 'messages' in answer)).toHaveLength(half + 3 * HISTORY_RATE.perSecond)
    expect(answers.at(-1)).toEqual({ refused: 'rate-limited' })
  })

  test('R3 after an earlier version of the edge, a room that is kept in other tables begins anew', async () => {
    const { ada } = await here.pair()
    await runInDurableObject(here.stub, (_object, { storage: { sql } }) => sql.exec('DROP TABLE sendings'))
    await evictAtRest(here.stub, { webSockets: 'close' })
    await ada.closed
    const again = await PageClient.open(here.name)
    expect((await again.welcome('Ada')).peers).toHaveLength(1)
  })
})
