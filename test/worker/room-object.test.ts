import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { BrowserId, newProducerId } from '../../protocol/ids.ts'
import {
  EMPTY_ROOM_GRACE_MS,
  GOING_AWAY_GRACE_MS,
  HISTORY_PAGE_LENGTH,
  MAX_BAD_MESSAGES,
  PAGE_MESSAGE_BURST,
  PAGE_MESSAGE_MAX_BYTES,
} from '../../protocol/limits.ts'
import { CreatorKey } from '../../protocol/page-edge/door.ts'
import { rulesOf } from '../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../protocol/page-edge/messages.ts'
import { type PageParams, pageContract } from '../../protocol/page-edge/requests.ts'
import { someRtp } from '../support/scripted-node.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { PageClient } from './page-client.ts'
import { RoomOfTwo } from './room-of-two.ts'

const here = RoomOfTwo.ofEachTest('room')

const speak = (page: PageClient, producer = newProducerId()) =>
  page
    .ask('produce', { generation: 1, producer, source: 'microphone', rtpParameters: someRtp, paused: false })
    .then((result) => ({ producer, result }))

describe('a call', () => {
  test('J2 a join is one message each way, and one batch to the node', async () => {
    const { ada, adaIs } = await here.pair()
    expect(adaIs.media?.generation).toBe(1)
    expect(ada.inbox.rest).toEqual([])
    expect(here.node.batches).toBe(2)
  })

  test('P1 what one says the other is given to hear', async () => {
    const { ada, adaIs, ben } = await here.pair()
    const { producer, result } = await speak(ada)
    expect(result).toEqual({})
    const { data } = await ben.event('producer-added')
    expect(data).toMatchObject({ peer: adaIs.self, producer: { id: producer }, consumer: { producer } })
  })

  test('J6 names that differ in case, blanks or composition are one room', async () => {
    const ada = await PageClient.open('Café du Port')
    await ada.welcome('Ada')
    const ben = await PageClient.open('CAFE\u0301-du-port')
    expect((await ben.welcome('Ben')).peers).toHaveLength(2)
  })

  test('J7 no address tells of a room, whether anybody is in it or not', async () => {
    const ask = async (name: string) => {
      const response = await exports.default.fetch(`http://edge/api/rooms/${name}`)
      return { status: response.status, body: await response.json() }
    }
    await here.pair()
    expect(await ask(here.name)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await ask(here.name)).toEqual(await ask('nobody-was-ever-here'))
  })
})

describe('hibernation', () => {
  test('E1 the room is evicted in the middle of a call, and nobody notices', async () => {
    const { ada, ben, benIs } = await here.pair()
    const { producer } = await speak(ada)
    await ben.event('producer-added')
    await evictAtRest(here.stub)
    await ada.ask('set-producer-paused', { producer, paused: true })
    expect((await ben.event('producer-changed')).data).toMatchObject({ producer, paused: true })
    await evictAtRest(here.stub)
    const said = await speak(ben)
    expect(said.result).toEqual({})
    expect((await ada.event('producer-added')).data).toMatchObject({ peer: benIs.self })
  })

  test('E1 room, node and directory are evicted, and the next person joins as ever', async () => {
    const { ada } = await here.pair()
    await speak(ada)
    await evictAtRest(here.stub)
    await evictAtRest(env.NODES.get(env.NODES.idFromName(here.node.node)))
    await evictAtRest(env.DIRECTORY.get(env.DIRECTORY.idFromName('swarm')))
    const cy = await PageClient.open(here.name)
    const welcome = await cy.welcome('Cy')
    expect(welcome.peers.map((peer) => peer.name)).toEqual(['Ada', 'Ben', 'Cy'])
    expect(welcome.media?.consumers).toHaveLength(1)
  })

  test('E2 a ping is answered without waking the room', async () => {
    const { ada } = await here.pair()
    const pong = new Promise((resolve) =>
      ada.socket.addEventListener('message', ({ data }) => data === 'pong' && resolve(data)),
    )
    ada.socket.send('ping')
    expect(await pong).toBe('pong')
  })

  test('E3 the edge restarts: the sockets are gone, the people come back and missed nothing', async () => {
    const { ada, adaIs, ben, benIs } = await here.pair()
    await evictAtRest(here.stub, { webSockets: 'close' })
    await Promise.all([ada.closed, ben.closed])
    const again = await PageClient.open(here.name)
    const resume = { token: adaIs.resumeToken, seq: adaIs.seq, media: 'kept' } as const
    expect(await again.join('Ada', { resume })).toMatchObject({
      kind: 'resumed',
      missed: [{ data: { event: 'peer-joined', peer: { id: benIs.self } } }],
    })
    expect(here.node.batches).toBe(2)
  })
})

describe('resuming', () => {
  test('R1 whoever lost the socket gets what happened meanwhile, in order, and its media was not touched', async () => {
    const { ada, adaIs, ben, benIs } = await here.pair()
    ben.socket.close(4321, 'cut')
    await ben.closed
    const { producer } = await speak(ada)
    await ada.ask('set-producer-paused', { producer, paused: true })
    await here.node.inbox.next(
      (frame) => frame.type === 'batch' && frame.batch.ops.some((op) => op.op === 'set-producer-paused'),
    )
    const batches = here.node.batches
    const again = await PageClient.open(here.name)
    const resume = { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' } as const
    const resumed = await again.join('Ben', { resume })
    expect(resumed).toMatchObject({
      kind: 'resumed',
      missed: [
        { data: { event: 'producer-added', peer: adaIs.self, consumer: { producer } } },
        { data: { event: 'producer-changed', producer, paused: true } },
      ],
    })
    expect(here.node.batches).toBe(batches)
    await again.ask('leave', {})
    expect((await ada.event('peer-left')).data).toMatchObject({ peer: benIs.self })
    expect(ada.inbox.rest).toEqual([])
  })

  test('R2 who does not come back has left when the alarm says so', async () => {
    const { ada, ben, benIs } = await here.pair()
    ben.socket.close(1001, 'going away')
    await ben.closed
    expect((await ada.event('peer-left')).data).toMatchObject({ peer: benIs.self })
  }, 15_000)

  test('R6 who comes back after having left for the others is let in past the lock, also by an edge that slept', async () => {
    const { ada, ben, benIs } = await here.pair()
    await evictAtRest(here.stub)
    ben.socket.close(1001, 'going away')
    await ben.closed
    await runInDurableObject(here.stub, async (object, { storage }) => {
      const scheduledTime = (await storage.getAlarm()) ?? 0
      // A closed tab is one also for a room that slept when it was closed.
      expect(scheduledTime - Date.now()).toBeLessThanOrEqual(GOING_AWAY_GRACE_MS)
      object.alarm({ isRetry: false, retryCount: 0, scheduledTime })
    })
    expect((await ada.event('peer-left')).data).toMatchObject({ peer: benIs.self })
    await ada.ask('set-locked', { locked: true })
    await evictAtRest(here.stub)
    const again = await PageClient.open(here.name)
    const resume = { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' } as const
    const welcome = await again.welcome('Ben', { resume })
    expect(welcome).toMatchObject({ self: benIs.self, media: { generation: 2 } })
    expect((await ada.event('peer-joined')).data).toMatchObject({ peer: { id: benIs.self } })
    const stranger = await PageClient.open(here.name)
    expect(await stranger.join('Eve', { resumeOnly: true })).toEqual({ refused: 'not-found' })
  })

  test('R5 a second socket with the token takes over, and the first is told why it closes', async () => {
    const { ben, benIs } = await here.pair()
    const again = await PageClient.open(here.name)
    await again.join('Ben', { resume: { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' } })
    expect(await ben.closed).toMatchObject({ code: 4409, reason: 'replaced' })
  })
})

describe('messages', () => {
  const everyone = { to: 'everyone' } as const
  const history = async (page: PageClient, after: number) =>
    v.parse(pageContract['message-history'].result, await page.ask('message-history', { after }))
  /** All that the room has written down. */
  const onDisk = (): Promise<string> =>
    runInDurableObject(here.stub, (_object, { storage: { sql } }) => {
      const tables = sql.exec(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      return JSON.stringify([...tables].map(({ name }) => [...sql.exec(`SELECT * FROM ${name}`)]))
    })

  test('C4 a latecomer gets what was for everyone, and never what was for others', async () => {
    const { ada, ben, benIs } = await here.pair()
    await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'welcome' })
    await ada.ask('send-message', {
      kind: 'chat',
      addressee: { to: 'peer', peer: benIs.self },
      payload: 'psst',
    })
    await ben.ask('send-message', { kind: 'chat', addressee: { to: 'moderators' }, payload: 'help' })
    await ben.ask('send-message', { kind: 'reaction', addressee: everyone, payload: 'clap' })
    await ben.ask('send-message', { kind: 'hand', addressee: everyone, payload: '' })
    await evictAtRest(here.stub)
    const cy = await PageClient.open(here.name)
    await cy.welcome('Cy')
    const heard = async (page: PageClient) => {
      const { messages } = await history(page, 0)
      return messages.map((message) => message.payload)
    }
    expect(await heard(cy)).toEqual(['welcome', ''])
    expect(await heard(ben)).toEqual(['welcome', 'psst', 'help', ''])
    expect(await heard(ada)).toEqual(['welcome', 'psst', 'help', ''])
    expect(cy.inbox.rest).toEqual([])
  })

  test('C2 who is promoted later does not read what moderators said before, and keeps what it was told', async () => {
    const { ada, ben, benIs } = await here.pair()
    const moderators = { to: 'moderators' } as const
    await ada.ask('send-message', { kind: 'chat', addressee: moderators, payload: 'about Ben' })
    await ada.ask('set-role', { peer: benIs.self, role: 'moderator' })
    await ada.ask('send-message', { kind: 'chat', addressee: moderators, payload: 'with Ben' })
    const heard = async (page: PageClient) => (await history(page, 0)).messages.map(({ payload }) => payload)
    expect(await heard(ben)).toEqual(['with Ben'])
    await ada.ask('set-role', { peer: benIs.self, role: 'participant' })
    // What one was told one may read again.
    expect(await heard(ben)).toEqual(['with Ben'])
    expect(await heard(ada)).toEqual(['about Ben', 'with Ben'])
  })

  test('L3 D9 who comes to the room that was just left sees nothing of what was said, though it moderates', async () => {
    const { ada, ben } = await here.pair()
    const say = (addressee: Addressee, payload: string) =>
      ada.ask('send-message', { kind: 'chat', addressee, payload })
    await say(everyone, 'among us')
    await say({ to: 'moderators' }, 'among moderators')
    await ada.ask('send-message', { kind: 'notes', addressee: everyone, payload: 'our notes' })
    for (const page of [ada, ben]) {
      await page.ask('leave', {})
      await page.closed
    }
    expect(await onDisk()).not.toMatch(/among|our notes/)
    const eve = await PageClient.open(here.name)
    expect((await eve.welcome('Eve')).peers).toMatchObject([{ role: 'moderator' }])
    expect(await history(eve, 0)).toEqual({ messages: [], more: false })
  })

  test('C4 a long history comes in pieces, in order, without a gap', async () => {
    const { ada } = await here.pair()
    const payload = 'x'.repeat(rulesOf('notes').maxLength)
    const count = Math.ceil(HISTORY_PAGE_LENGTH / payload.length) + 1
    for (let i = 0; i < count; i += 1)
      await ada.ask('send-message', { kind: 'notes', addressee: everyone, payload })
    const first = await history(ada, 0)
    expect(first.more).toBe(true)
    const rest = await history(ada, first.messages.at(-1)?.id ?? 0)
    expect(rest.more).toBe(false)
    expect([...first.messages, ...rest.messages].map(({ id }) => id)).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    )
  })

  test('C8 latecomers get the message that stands for others, and what came after those', async () => {
    const { ada } = await here.pair()
    const note = (payload: string) => ({ kind: 'notes', addressee: everyone, payload }) as const
    for (const payload of ['one', 'two', 'three']) await ada.ask('send-message', note(payload))
    await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'hello' })
    await ada.ask('send-message', { ...note('one and two'), upTo: 2 })
    const { messages } = await history(ada, 0)
    expect(messages.map(({ payload }) => payload)).toEqual(['three', 'hello', 'one and two'])
  })

  test('E1 an alarm that rings early does what it was set for, and is set for what is next', async () => {
    const { ada, ben, benIs } = await here.pair()
    ben.socket.close(1000)
    await ben.closed
    const times = await runInDurableObject(here.stub, async (object, { storage }) => {
      const scheduledTime = (await storage.getAlarm()) ?? 0
      object.alarm({ isRetry: false, retryCount: 0, scheduledTime })
      return { scheduledTime, next: await storage.getAlarm() }
    })
    expect((await ada.event('peer-left')).data).toMatchObject({ peer: benIs.self })
    // Set again at the time at which it rings it would never ring again.
    expect(times.next).not.toBe(times.scheduledTime)
  })

  test('C7 what is of the moment only is not on disk: who resumes has missed it', async () => {
    const { ada, ben, benIs } = await here.pair()
    ben.socket.close(1000)
    await ben.closed
    await ada.ask('send-message', { kind: 'reaction', addressee: everyone, payload: 'clap' })
    await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'hello' })
    const again = await PageClient.open(here.name)
    const resume = { token: benIs.resumeToken, seq: benIs.seq, media: 'kept' } as const
    const resumed = await again.join('Ben', { resume })
    expect(resumed).toMatchObject({ kind: 'resumed', missed: [{ data: { message: { payload: 'hello' } } }] })
  })

  test.each<[string, Partial<PageParams<'join'>>]>([
    ['a room that nobody owns', {}],
    ['one whose door stays', { creatorKey: v.parse(CreatorKey, 'c'.repeat(43)) }],
  ])(
    'L3 D2 nothing that was said is left on disk when %s has been empty for a while',
    async (_what, more) => {
      const ada = await PageClient.open(here.name)
      await ada.welcome('Ada', more)
      const ben = await PageClient.open(here.name)
      await ben.welcome('Ben')
      await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'among us' })
      expect(await onDisk()).toContain('among us')
      for (const page of [ada, ben]) {
        await page.ask('leave', {})
        await page.closed
      }
      await runInDurableObject(here.stub, (_object, { storage }) =>
        storage.sql.exec(
          "UPDATE head SET json = json_set(json, '$.emptySince', ?)",
          Date.now() - EMPTY_ROOM_GRACE_MS,
        ),
      )
      await evictAtRest(here.stub)
      expect(await runDurableObjectAlarm(here.stub)).toBe(true)
      expect(await onDisk()).not.toContain('among us')
    },
  )

  test('C5 files have a budget of their own: talk goes on', async () => {
    const { ada, benIs } = await here.pair()
    const { rate } = rulesOf('file')
    const piece = { kind: 'file', addressee: { to: 'peer', peer: benIs.self }, payload: 'x' } as const
    vi.useFakeTimers({ toFake: ['Date'] })
    const answers = await Promise.all(
      Array.from({ length: rate.burst + 5 }, () => ada.ask('send-message', piece)),
    )
    expect(answers.slice(rate.burst)).toEqual(Array.from({ length: 5 }, () => ({ refused: 'rate-limited' })))
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(rate.burst)
    expect(
      await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'hi' }),
    ).toHaveProperty('id')
  })

  test('C2 a private message crosses no other socket', async () => {
    const { ada, ben, benIs } = await here.pair()
    const cy = await PageClient.open(here.name)
    await cy.welcome('Cy')
    await ada.ask('send-message', {
      kind: 'chat',
      addressee: { to: 'peer', peer: benIs.self },
      payload: 'psst',
    })
    await ben.event('message')
    await cy.ask('send-message', { kind: 'chat', addressee: everyone, payload: 'nobody told me' })
    expect(JSON.stringify(cy.inbox.rest)).not.toContain('psst')
  })

  test('C5 a flood of messages is refused, and its sender stays', async () => {
    const { ada, ben } = await here.pair()
    const { burst } = rulesOf('chat').rate
    vi.useFakeTimers({ toFake: ['Date'] })
    const answers = await Promise.all(
      Array.from({ length: burst + 5 }, (_, i) =>
        ben.ask('send-message', { kind: 'chat', addressee: everyone, payload: `${i}` }),
      ),
    )
    expect(answers.slice(burst)).toEqual(Array.from({ length: 5 }, () => ({ refused: 'rate-limited' })))
    expect(answers.filter((answer) => 'id' in answer)).toHaveLength(burst)
    expect(await ben.ask('set-locked', { locked: true })).toEqual({ refused: 'not-allowed' })
    await ada.event('message')
  })

  test('C5 a payload that is too long is no message', async () => {
    const { ada } = await here.pair()
    const payload = 'x'.repeat(rulesOf('chat').maxLength + 1)
    expect(await ada.ask('send-message', { kind: 'chat', addressee: everyone, payload })).toEqual({
      refused: 'bad-message',
    })
  })

  test('A6 the removed are told, closed, and stay out though everybody is evicted', async () => {
    const { ada, ben, benIs } = await here.pair()
    const browser = v.parse(BrowserId, 'e'.repeat(43))
    const eve = await PageClient.open(here.name)
    const eveIs = await eve.welcome('Eve', { browserId: browser })
    await ada.ask('remove-peer', { peer: eveIs.self })
    expect(await eve.closed).toMatchObject({ code: 4403, reason: 'removed' })
    expect((await ben.event('peer-left')).data).toMatchObject({ peer: eveIs.self })
    await evictAtRest(here.stub)
    const again = await PageClient.open(here.name)
    const resume = { token: eveIs.resumeToken, seq: 0, media: 'kept' } as const
    expect(await again.join('Ben', { browserId: browser, resume })).toEqual({ refused: 'removed' })
    expect(await again.closed).toMatchObject({ code: 4403 })
    expect(benIs.peers).toHaveLength(2)
  })
})

describe('garbage', () => {
  test.each([
    ['no JSON', '{'],
    ['no request', '{"id":1}'],
    ['an unknown request', '{"id":1,"request":"become-moderator","params":{}}'],
    ['parameters that do not fit', '{"id":1,"request":"set-locked","params":{"locked":"yes"}}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a prototype', '{"id":1,"request":"__proto__","params":{}}'],
  ])('G1 %s: a typed error', async (_what, text) => {
    const eve = await PageClient.open(here.name)
    eve.socket.send(text)
    expect(await eve.inbox.next((frame) => 'error' in frame)).toMatchObject({
      error: { code: 'bad-message' },
    })
  })

  test('G1 the socket is closed if it persists, and the others’ call goes on', async () => {
    const { ada, ben } = await here.pair()
    const eve = await PageClient.open(here.name)
    for (let i = 0; i < MAX_BAD_MESSAGES; i += 1) eve.socket.send('garbage')
    expect(await eve.closed).toMatchObject({ code: 4400, reason: 'bad-message' })
    await speak(ada)
    expect((await ben.event('producer-added')).data).toMatchObject({ event: 'producer-added' })
    expect(ada.inbox.rest).toEqual([])
  })

  test('G1 binary data is garbage', async () => {
    const eve = await PageClient.open(here.name)
    eve.socket.send(new Uint8Array([1, 2, 3]))
    expect(await eve.inbox.next((frame) => 'error' in frame)).toMatchObject({
      error: { code: 'bad-message' },
    })
  })

  test('G2 a message that is too large closes its socket at once', async () => {
    const eve = await PageClient.open(here.name)
    eve.socket.send('é'.repeat(PAGE_MESSAGE_MAX_BYTES / 2 + 1))
    expect(await eve.closed).toMatchObject({ code: 4413 })
  })

  test.each([
    ['from outside', false],
    ['of views from inside', true],
  ])('G3 a flood %s is refused, then cut, and the others’ call goes on', async (_what, inside) => {
    const { ada, ben } = await here.pair()
    const eve = await PageClient.open(here.name)
    if (inside) await eve.welcome('Eve')
    const tiles = [{ producer: newProducerId(), width: 640, height: 360, priority: 'other' as const }]
    // More than a slow machine earns back while it reads them.
    for (let i = 0; i < 10 * PAGE_MESSAGE_BURST; i += 1) eve.send('set-view', { tiles })
    expect(
      await eve.inbox.next((frame) => 'error' in frame && frame.error.code === 'rate-limited'),
    ).toBeDefined()
    expect(await eve.closed).toMatchObject({
      code: 4429,
      reason: expect.stringMatching(/^rate-limited retry-after=\d+$/),
    })
    await speak(ada)
    await ben.event('producer-added')
  })

  test('A3 whoever has not joined may do nothing', async () => {
    const eve = await PageClient.open(here.name)
    expect(await eve.ask('set-locked', { locked: true })).toEqual({ refused: 'not-joined' })
  })

  test('J5 a socket that does not join is closed', async () => {
    const eve = await PageClient.open(here.name)
    expect(await eve.closed).toMatchObject({ code: 4408, reason: 'join-timeout' })
  })

  test.each(['api', 'a/b', '-', '', '%E0%A4%A', 'x'.repeat(65), 'a b!'])(
    'J8 “%s” is no room',
    async (name) => {
      const path = name.startsWith('%') ? name : encodeURIComponent(name)
      const response = await exports.default.fetch(`http://edge/api/rooms/${path}/socket`, {
        headers: { upgrade: 'websocket' },
      })
      expect(response.status).toBe(name === '' ? 404 : 400)
      expect(await response.json()).toHaveProperty('code')
    },
  )
})
