import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newSendId } from '../../../protocol/ids.ts'
import { PAGE_PING_JITTER } from '../../../protocol/limits.ts'
import type { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PageEvent } from '../../../protocol/page-edge/events.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { PAGE_EDGE } from '../../../protocol/version.ts'
import type { ResumeMemory } from '../../../web/core/signalling/resume-memory.ts'
import { SignalConnection } from '../../../web/core/signalling/signal-connection.ts'
import { TIMING, type Timing } from '../../../web/core/signalling/timing.ts'
import { peer, TOKEN, welcome } from '../room-state/room-samples.ts'
import { type Arrived, answer, EdgeDouble, refuse, tell } from './edge-double.ts'

let edge: EdgeDouble
let connection: SignalConnection | undefined
let heard: string[]
let called: DisplayName
let memory: ResumeMemory & { kept: unknown }

beforeEach(async () => {
  edge = await EdgeDouble.open()
  heard = []
  called = peer('Ada').name
  memory = {
    kept: null,
    read: () => null,
    write(remembered) {
      this.kept = remembered
    },
    forget() {
      this.kept = null
    },
  }
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(async () => {
  await connection?.leave(0)
  await edge.close()
  vi.restoreAllMocks()
})

/** As it is in a tab that was in the room before. */
function remember(): void {
  const remembered = { token: welcome().resumeToken, seq: 5 }
  memory.kept = remembered
  memory.read = () => remembered
}

function connect(timing: Partial<Timing> = {}, resumeOnly = false): SignalConnection {
  connection = new SignalConnection({
    url: edge.url,
    joinParams: () => Promise.resolve({ name: called, rtpCapabilities: null }),
    memory,
    resumeOnly,
    timing: { reconnectMinMs: 5, reconnectMaxMs: 20, rateLimitPauseMs: 5, ...timing },
    listener: {
      waiting: () => heard.push('waiting'),
      cut: () => heard.push('cut'),
      resumed: () => heard.push('resumed'),
      welcomed: ({ self }: Welcome) => heard.push(`welcomed ${self}`),
      happened: (event: PageEvent) =>
        heard.push(event.event === 'peer-left' ? `left ${event.peer}` : event.event),
      refused: ({ code }) => heard.push(`refused ${code}`),
    },
  })
  return connection
}

async function joined(timing: Partial<Timing> = {}): Promise<Arrived> {
  connect(timing)
  const join = await edge.next()
  answer(join, welcome())
  await vi.waitFor(() => expect(heard).toContain('welcomed ada-----'))
  return join
}

const hello: PageParams<'send-message'> = {
  kind: 'chat',
  addressee: { to: 'everyone' },
  payload: 'hello',
  sendId: newSendId(),
}
const left = (id: string) => ({ event: 'peer-left', peer: id })

describe('joining', () => {
  test('join is the first message, sent when the socket opens, with no answer awaited', async () => {
    connect()
    const { request, params } = await edge.next()
    expect(request).toBe('join')
    expect(params).toEqual({ protocol: PAGE_EDGE.newest, name: 'Ada', rtpCapabilities: null })
  })

  test('the socket may open before the join params are ready', async () => {
    const ready = Promise.withResolvers<void>()
    connection = new SignalConnection({
      url: edge.url,
      joinParams: () => ready.promise.then(() => ({ name: peer('Ada').name, rtpCapabilities: null })),
      memory,
      listener: { waiting() {}, cut() {}, resumed() {}, welcomed() {}, happened() {}, refused() {} },
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(edge.unread).toEqual([])
    ready.resolve()
    expect((await edge.next()).request).toBe('join')
  })

  test('D5 in the lobby one waits, and joins again with the ticket when the door opens', async () => {
    connect()
    const join = await edge.next()
    answer(join, { kind: 'waiting', ticket: TOKEN })
    await vi.waitFor(() => expect(heard).toEqual(['waiting']))
    expect(memory.kept).toEqual({ ticket: TOKEN })
    join.socket.send(JSON.stringify({ lobby: 'admitted' }))
    const again = await edge.next()
    expect(again).toMatchObject({ request: 'join', params: { ticket: TOKEN } })
    answer(again, welcome())
    await vi.waitFor(() => expect(heard).toEqual(['waiting', 'welcomed ada-----']))
    expect(memory.kept).toEqual({ token: TOKEN, seq: 5 })
  })

  test('D7 a cut in the lobby, or a reload, keeps the place', async () => {
    connect()
    const join = await edge.next()
    answer(join, { kind: 'waiting', ticket: TOKEN })
    await vi.waitFor(() => expect(heard).toEqual(['waiting']))
    join.socket.close()
    expect((await edge.next()).params['ticket']).toBe(TOKEN)
    expect(heard).toEqual(['waiting'])
  })

  test('R7 a page that was loaded again wants its place back, and forgets it where nobody knows it any more', async () => {
    remember()
    connect({}, true)
    const join = await edge.next()
    expect(join.params).toMatchObject({ resume: { token: TOKEN, media: 'gone' }, resumeOnly: true })
    refuse(join, 'not-found')
    await vi.waitFor(() => expect(heard).toEqual(['refused not-found']))
    expect(memory.kept).toBeNull()
  })

  test('R7 once it is back, it wants in whatever happens', async () => {
    remember()
    connect({}, true)
    const join = await edge.next()
    answer(join, welcome())
    await vi.waitFor(() => expect(heard).toEqual(['welcomed ada-----']))
    join.socket.close()
    expect((await edge.next()).params).not.toHaveProperty('resumeOnly')
  })

  test('R7 a full room keeps the way back', async () => {
    remember()
    connect({}, true)
    const join = await edge.next()
    refuse(join, 'room-full')
    await vi.waitFor(() => expect(heard).toEqual(['refused room-full']))
    expect(memory.kept).toEqual({ token: TOKEN, seq: 5 })
  })

  test('D6 whoever is turned away hears why, and forgets the ticket', async () => {
    connect()
    const join = await edge.next()
    answer(join, { kind: 'waiting', ticket: TOKEN })
    await vi.waitFor(() => expect(heard).toEqual(['waiting']))
    join.socket.close(4403, 'denied')
    await vi.waitFor(() => expect(heard).toEqual(['waiting', 'refused denied']))
    expect(memory.kept).toBeNull()
  })

  test('D5 whoever does not want to wait says so', async () => {
    connect()
    answer(await edge.next(), { kind: 'waiting', ticket: TOKEN })
    await vi.waitFor(() => expect(heard).toEqual(['waiting']))
    const left = connection?.leave(1_000)
    const leaving = await edge.next()
    expect(leaving.request).toBe('leave')
    answer(leaving, {})
    await left
  })

  test('the resume token of the welcome is remembered for a reload', async () => {
    await joined()
    expect(memory.kept).toEqual({ token: TOKEN, seq: 5 })
  })

  test('a reloaded page comes back as the same person, without its media', async () => {
    memory.read = () => ({ token: welcome().resumeToken, seq: 3 })
    connect()
    expect((await edge.next()).params['resume']).toEqual({ token: TOKEN, seq: 3, media: 'gone' })
  })

  test.each(['room-full', 'room-locked', 'bad-message'])('%s is final', async (code) => {
    connect()
    const join = await edge.next()
    refuse(join, code)
    await vi.waitFor(() => expect(heard).toEqual([`refused ${code}`]))
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(edge.unread).toEqual([])
  })

  test.each(['internal', 'no-media', 'rate-limited'])('%s is tried again', async (code) => {
    connect()
    refuse(await edge.next(), code)
    expect((await edge.next()).request).toBe('join')
    expect(heard).toEqual([])
  })

  test('G8 whoever is told when to come back does not join before, whatever the network does', async () => {
    connect()
    const refused = await edge.next()
    const since = performance.now()
    refuse(refused, 'rate-limited', 400)
    await once(refused.socket, 'close')
    connection?.wake()
    expect((await edge.next()).request).toBe('join')
    expect(performance.now() - since).toBeGreaterThanOrEqual(400)
  })

  test('G8 the same where the socket was closed with it', async () => {
    const { socket } = await joined()
    const since = performance.now()
    socket.close(4429, 'rate-limited retry-after=400')
    expect((await edge.next()).request).toBe('join')
    expect(performance.now() - since).toBeGreaterThanOrEqual(400)
  })

  test.each([[-1], ['400'], [{}]])('G8 %j is no time to come back', async (said) => {
    connect({ reconnectMaxMs: 5 })
    refuse(await edge.next(), 'rate-limited', said)
    expect((await edge.next()).request).toBe('join')
  })

  test('a welcome that cannot be read is final', async () => {
    connect()
    answer(await edge.next(), { kind: 'welcome' })
    await vi.waitFor(() => expect(heard).toEqual(['refused bad-message']))
  })

  test('a socket on which join is not answered in time is given up', async () => {
    connect({ requestTimeoutMs: 200 })
    const first = await edge.next()
    const second = await edge.next()
    expect(second.request).toBe('join')
    expect(second.socket).not.toBe(first.socket)
  })
})

describe('requests', () => {
  test('an answer belongs to its request, in whatever order they come', async () => {
    await joined()
    const ice = connection?.request('restart-ice', { generation: 1, direction: 'send' })
    const lock = connection?.request('set-locked', { locked: true })
    const [first, second] = [await edge.next(), await edge.next()]
    expect(first.params).toEqual({ generation: 1, direction: 'send' })
    answer(second, {})
    await expect(lock).resolves.toEqual({})
    const iceParameters = { usernameFragment: 'frag', password: 'p'.repeat(22) }
    answer(first, { iceParameters })
    await expect(ice).resolves.toEqual({ iceParameters })
  })

  test('an error comes as a ProtocolError with its code', async () => {
    await joined()
    const lock = connection?.request('set-locked', { locked: true })
    refuse(await edge.next(), 'not-allowed')
    await expect(lock).rejects.toMatchObject({ name: 'ProtocolError', code: 'not-allowed', reaction: 'ask' })
  })

  test('a result of another shape is a bad message', async () => {
    await joined()
    const ice = connection?.request('restart-ice', { generation: 1, direction: 'send' })
    answer(await edge.next(), { iceParameters: 7 })
    await expect(ice).rejects.toMatchObject({ code: 'bad-message' })
  })

  test('what was asked before the welcome is sent after it', async () => {
    connect()
    const lock = connection?.request('set-locked', { locked: true })
    answer(await edge.next(), welcome())
    const sent = await edge.next()
    expect(sent.request).toBe('set-locked')
    answer(sent, {})
    await lock
  })

  test('one that is not answered in time rejects', async () => {
    await joined({ requestTimeoutMs: 500 })
    await expect(connection?.request('set-locked', { locked: true })).rejects.toMatchObject({
      code: 'node-timeout',
    })
  })

  test('one that was too many is sent again a little later', async () => {
    await joined()
    const lock = connection?.request('set-locked', { locked: true })
    refuse(await edge.next(), 'rate-limited')
    answer(await edge.next(), {})
    await expect(lock).resolves.toEqual({})
  })

  test('G8 one that was too many is sent again when the edge takes it', async () => {
    await joined()
    const lock = connection?.request('set-locked', { locked: true })
    refuse(await edge.next(), 'rate-limited', 400)
    const since = performance.now()
    answer(await edge.next(), {})
    expect(performance.now() - since).toBeGreaterThanOrEqual(390)
    await expect(lock).resolves.toEqual({})
  })
})

describe('a socket that falls', () => {
  test('is replaced at once, and says the number of the last event seen', async () => {
    const { socket } = await joined()
    tell(socket, 9, left('bob-----'))
    await vi.waitFor(() => expect(heard).toContain('left bob-----'))
    socket.terminate()
    const again = await edge.next()
    expect(again.params['resume']).toEqual({ token: TOKEN, seq: 9, media: 'kept' })
    expect(heard.at(-1)).toBe('cut')
  })

  test('A7 R4 whoever is called otherwise by now says so, should they come as somebody new', async () => {
    const { socket } = await joined()
    called = peer('Augusta').name
    socket.terminate()
    expect((await edge.next()).params['name']).toBe('Augusta')
  })

  test('what was missed happens in order, and none of it twice', async () => {
    const { socket } = await joined()
    tell(socket, 6, left('one-----'))
    await vi.waitFor(() => expect(heard).toContain('left one-----'))
    socket.terminate()
    const again = await edge.next()
    heard.length = 0
    answer(again, {
      kind: 'resumed',
      missed: [
        { seq: 6, data: left('one-----') },
        { seq: 8, data: left('two-----') },
        { seq: 9, data: left('three---') },
      ],
    })
    tell(again.socket, 12, left('four----'))
    await vi.waitFor(() => expect(heard).toContain('left four----'))
    expect(heard).toEqual(['resumed', 'left two-----', 'left three---', 'left four----'])
  })

  test('V2 an event of a later edge is passed over, and counts as seen; missed or not', async () => {
    const { socket } = await joined()
    tell(socket, 6, { event: 'weather-changed' })
    tell(socket, 7, left('one-----'))
    tell(socket, 8, { event: 'weather-changed' })
    socket.close()
    const again = await edge.next()
    expect(again.params).toMatchObject({ resume: { seq: 8 } })
    const missed = [
      { seq: 9, data: { event: 'weather-changed' } },
      { seq: 10, data: left('two-----') },
      { seq: 11, data: { event: 'weather-changed' } },
    ]
    answer(again, { kind: 'resumed', missed })
    again.socket.close()
    expect((await edge.next()).params).toMatchObject({ resume: { seq: 11 } })
    expect(heard.filter((what) => what !== 'cut')).toEqual([
      'welcomed ada-----',
      'left one-----',
      'resumed',
      'left two-----',
    ])
  })

  test('what was not answered is sent again, in order, and nothing else', async () => {
    const { socket } = await joined()
    const answered = connection?.request('set-locked', { locked: true })
    answer(await edge.next(), {})
    await answered
    const lost = [
      connection?.request('renew-media', { generation: 1 }),
      connection?.request('set-locked', { locked: false }),
    ]
    await edge.next()
    await edge.next()
    socket.terminate()
    answer(await edge.next(), { kind: 'resumed', missed: [] })
    const [first, second] = [await edge.next(), await edge.next()]
    expect([first.request, second.request]).toEqual(['renew-media', 'set-locked'])
    answer(first, {})
    answer(second, {})
    await Promise.all(lost)
    expect(edge.unread).toEqual([])
  })

  test('a page that is too far behind is welcomed anew', async () => {
    const { socket } = await joined()
    socket.terminate()
    answer(await edge.next(), welcome([peer('bob')], { seq: 40 }))
    await vi.waitFor(() => expect(heard).toEqual(['welcomed ada-----', 'cut', 'welcomed ada-----']))
    expect(memory.kept).toEqual({ token: TOKEN, seq: 40 })
  })

  test('R3 what it is told before that welcome has not happened for it, and does not count as seen', async () => {
    const { socket } = await joined()
    tell(socket, 6, left('one-----'))
    await vi.waitFor(() => expect(heard).toContain('left one-----'))
    socket.terminate()
    const { socket: second } = await edge.next()
    tell(second, 30, left('two-----'))
    second.close()
    const third = await edge.next()
    expect(third.params['resume']).toEqual({ token: TOKEN, seq: 6, media: 'kept' })
    tell(third.socket, 39, left('three---'))
    answer(third, welcome([peer('bob')], { seq: 40 }))
    tell(third.socket, 41, left('four----'))
    await vi.waitFor(() => expect(heard).toContain('left four----'))
    expect(heard.slice(2)).toEqual(['cut', 'welcomed ada-----', 'left four----'])
  })

  test('one that another tab took over is not fought for', async () => {
    const { socket } = await joined()
    socket.send(JSON.stringify({ error: { code: 'replaced', message: 'another tab' } }))
    socket.close(4409)
    await vi.waitFor(() => expect(heard.at(-1)).toBe('refused replaced'))
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(edge.unread).toEqual([])
  })

  test.each([
    [1006, null],
    [1012, null],
    [4500, 'internal'],
    [4408, 'join-timeout'],
    [4409, 'not-joined'],
  ])('close code %i after %s is repaired', async (code, error) => {
    const { socket } = await joined()
    if (error) socket.send(JSON.stringify({ error: { code: error, message: '' } }))
    if (code === 1006) socket.terminate()
    else socket.close(code)
    expect((await edge.next()).request).toBe('join')
  })

  test('an old error does not explain a later cut', async () => {
    const { socket } = await joined()
    socket.send(JSON.stringify({ error: { code: 'bad-message', message: '' } }))
    socket.terminate()
    expect((await edge.next()).request).toBe('join')
  })
})

describe('pings', () => {
  test('are sent at their interval, and an answered socket stays', async () => {
    await joined({ pingIntervalMs: 15, pongTimeoutMs: 5_000 })
    await vi.waitFor(() => expect(edge.pings.length).toBeGreaterThan(2))
    expect(heard).toEqual(['welcomed ada-----'])
  })

  test('one that is not answered drops the socket', async () => {
    edge.answersPings = false
    await joined({ pingIntervalMs: 15, pongTimeoutMs: 20 })
    expect((await edge.next()).params['resume']).toMatchObject({ media: 'kept' })
    expect(heard).toContain('cut')
  })

  test('wake asks at once', async () => {
    await joined()
    connection?.wake()
    await vi.waitFor(() => expect(edge.pings).toHaveLength(1))
  })

  test('wake does not wait for the back-off', async () => {
    connect({ reconnectMinMs: 60_000, reconnectMaxMs: 60_000 })
    const first = await edge.next()
    refuse(first, 'internal')
    await vi.waitFor(() => expect(first.socket.readyState).toBeGreaterThan(1))
    connection?.wake()
    expect((await edge.next()).request).toBe('join')
  })
})

describe('a socket that is dead and not closed', () => {
  const { pingIntervalMs, pongTimeoutMs, requestSuspectMs } = TIMING

  test('E2 is noticed within half a minute where nothing is asked, and before a web server of ours would cut it', () => {
    const longestMs = pingIntervalMs * (1 + PAGE_PING_JITTER)
    expect([pingIntervalMs, longestMs]).toEqual([20_000, 25_000])
    expect(longestMs + pongTimeoutMs).toBeLessThanOrEqual(30_000)
  })

  test('R1 is looked after when a request stays open, dialled again, and the request sent again', async () => {
    expect(requestSuspectMs).toBe(5_000)
    // A busy machine may take longer than this over the join itself, whose pings have to be answered.
    const { socket } = await joined({ requestSuspectMs: 20, pongTimeoutMs: 400 })
    edge.answersPings = false
    const sent = connection?.request('send-message', hello)
    const first = await edge.next()
    const again = await edge.next()
    expect(again.params['resume']).toMatchObject({ media: 'kept' })
    expect(again.socket).not.toBe(socket)
    expect(edge.pings.length).toBeGreaterThan(0)
    edge.answersPings = true
    answer(again, { kind: 'resumed', missed: [] })
    const second = await edge.next()
    expect(second.params).toEqual(first.params)
    answer(second, { id: 1, at: 2 })
    await expect(sent).resolves.toEqual({ id: 1, at: 2 })
  })

  test('R1 a request that stays open on a socket that lives only has it looked after', async () => {
    await joined({ requestSuspectMs: 20, pongTimeoutMs: 5_000 })
    const lock = connection?.request('set-locked', { locked: true })
    const asked = await edge.next()
    await vi.waitFor(() => expect(edge.pings.length).toBeGreaterThan(1))
    answer(asked, {})
    await lock
    expect(heard).toEqual(['welcomed ada-----'])
  })

  test('R1 what a person says never fails for want of an answer: another socket is made, and it is said again', async () => {
    const { socket } = await joined({ requestSuspectMs: 20, requestTimeoutMs: 300 })
    const sent = connection?.request('send-message', hello)
    await edge.next()
    const again = await edge.next()
    expect([again.request, again.socket === socket]).toEqual(['join', false])
    answer(again, { kind: 'resumed', missed: [] })
    answer(await edge.next(), { id: 1, at: 2 })
    await expect(sent).resolves.toEqual({ id: 1, at: 2 })
  })

  test('R1 a pong that stands behind something large is waited for', async () => {
    edge.answersPings = false
    const { socket } = await joined({ pongTimeoutMs: 150, requestTimeoutMs: 5_000 })
    connection?.wake()
    for (let i = 0; i < 5; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      tell(socket, 6 + i, left('one-----'))
    }
    socket.send('pong')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(heard).not.toContain('cut')
  })

  test('R8 a ping of the edge is answered with one of the page, whatever its timers do', async () => {
    const { socket } = await joined()
    socket.send('ping')
    await vi.waitFor(() => expect(edge.pings).toHaveLength(1))
  })
})

describe('leaving', () => {
  test('says good-bye, forgets, and does not come back', async () => {
    await joined()
    const gone = connection?.leave(1_000)
    const leave = await edge.next()
    expect(leave.request).toBe('leave')
    answer(leave, {})
    await gone
    expect(memory.kept).toBeNull()
    await expect(connection?.request('set-locked', { locked: true })).rejects.toMatchObject({
      code: 'not-joined',
    })
  })

  test('does not wait for an edge that does not answer', async () => {
    await joined()
    await connection?.leave(20)
    expect((await edge.next()).request).toBe('leave')
    expect(heard).toEqual(['welcomed ada-----'])
  })
})
