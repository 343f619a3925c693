import { runInDurableObject } from 'cloudflare:test'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import {
  COMMIT_LENGTH_BURST,
  COMMIT_LENGTH_PER_SECOND,
  COMMIT_MAX_LENGTH,
  COMMIT_MESSAGE_MAX_BYTES,
  COMMIT_RATE,
  DESCRIBE_GROUP_RATE,
  EMPTY_ROOM_GRACE_MS,
  GROUP_INFO_MAX_LENGTH,
  PAGE_MESSAGE_MAX_BYTES,
} from '../../protocol/limits.ts'
import { LinkProof } from '../../protocol/page-edge/door.ts'
import type { PageParams, Welcome } from '../../protocol/page-edge/requests.ts'
import { PersonName } from '../../protocol/page-edge/sealed.ts'
import { sealedAs } from '../support/sealed-samples.ts'
import { evictAtRest } from './evict-at-rest.ts'
import { PageClient } from './page-client.ts'
import { RoomOfTwo } from './room-of-two.ts'

const here = RoomOfTwo.ofEachTest('group')
const link = (letter: string): Partial<PageParams<'join'>> => ({
  linkProof: v.parse(LinkProof, 'r'.repeat(43)),
  name: v.parse(PersonName, { sealed: sealedAs(letter) }),
})

async function comes(letter: string, change: Partial<PageParams<'join'>> = {}) {
  const page = await PageClient.open(here.name)
  return { page, is: await page.welcome(letter, { ...link(letter), ...change }) }
}

const change = (epoch: number): PageParams<'commit'> => ({
  epoch,
  commit: epoch === 1 ? null : sealedAs(`c${epoch}`),
  info: sealedAs(`i${epoch}`),
})
const group = (epoch: number) => ({ epoch, info: change(epoch).info })
const told = (epoch: number) => ({
  data: { event: 'group-changed', epoch, commit: change(epoch).commit },
})

/** What is stored of the room's group, and where of that anything stands. */
const stored = () =>
  runInDurableObject(here.stub, (_object, { storage: { sql } }) => {
    const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name = 'room_group'")
    return [...tables].length > 0 ? sql.exec('SELECT * FROM room_group').toArray() : null
  })

/** Has a message of just those bytes sent: what fills it is a field that nobody reads. */
function sayOf(bytes: number, begin: string, params: object): string {
  const text = (fill: string) =>
    `{"id":77,"request":"${begin}","params":${JSON.stringify({ ...params, fill })}}`
  return text('x'.repeat(bytes - text('').length))
}

describe('K30 K31 the group of a room, over sockets', () => {
  test('is the same after the object was loaded anew, for newcomers and for who resumes', async () => {
    const ada = await comes('a')
    const ben = await comes('b')
    expect(await ada.page.ask('commit', change(1))).toEqual({ is: 'taken' })
    expect(await ben.page.event('group-changed')).toMatchObject(told(1))
    ben.page.socket.close(4321, 'cut')
    await ben.page.closed
    expect(await ada.page.ask('commit', change(2))).toEqual({ is: 'taken' })
    await evictAtRest(here.stub)
    expect(await ada.page.ask('commit', change(2))).toEqual({ is: 'taken' })
    expect(await ada.page.ask('commit', change(3))).toEqual({ is: 'taken' })
    await evictAtRest(here.stub, { webSockets: 'close' })
    const cy = await comes('c')
    expect(cy.is.group).toEqual(group(3))
    const resume = ({ resumeToken: token, seq }: Welcome) => ({
      resume: { token, seq, media: 'kept' as const },
    })
    const page = await PageClient.open(here.name)
    const back = await page.join('b', { ...link('b'), ...resume(ben.is) })
    expect(back).toMatchObject({ kind: 'resumed' })
    expect(JSON.stringify(back).match(/"group-changed","epoch":\d/g)).toEqual(
      [1, 2, 3].map((epoch) => `"group-changed","epoch":${epoch}`),
    )
    expect(await page.ask('commit', change(3))).toEqual({ is: 'taken' })
    expect(await page.ask('commit', change(2))).toEqual({ is: 'stale', group: group(3) })
    expect(await cy.page.ask('describe-group', {})).toEqual({ group: group(3) })
  })

  test('L3 leaves nothing on the disk: no row when the last one has left, no table after a while', async () => {
    const { page } = await comes('a')
    expect(await page.ask('commit', change(1))).toEqual({ is: 'taken' })
    expect(await stored()).toEqual([{ one: 1, json: JSON.stringify(group(1)) }])
    await page.ask('leave', {})
    expect(await stored()).toEqual([])
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + EMPTY_ROOM_GRACE_MS)
    await runInDurableObject(here.stub, (object) => object.alarm())
    expect(await stored()).toBeNull()
  })
})

describe('G2 a commit', () => {
  const longest = {
    epoch: 1,
    commit: sealedAs('c', COMMIT_MAX_LENGTH - 2),
    info: sealedAs('i', GROUP_INFO_MAX_LENGTH - 2),
  }

  test('is as long as a group needs it, in an encrypted room', async () => {
    const { page } = await comes('a')
    expect(await page.ask('commit', longest)).toEqual({ is: 'taken' })
    expect(await page.ask('describe-group', {})).toEqual({ group: { epoch: 1, info: longest.info } })
    page.socket.send(sayOf(COMMIT_MESSAGE_MAX_BYTES, 'commit', change(2)))
    expect(await page.inbox.next((frame) => 'id' in frame && frame.id === 77)).toMatchObject({
      result: { is: 'taken' },
    })
  })

  test.each([
    ['is longer than a group needs', sayOf(COMMIT_MESSAGE_MAX_BYTES + 1, 'commit', change(1))],
    ['is none', sayOf(PAGE_MESSAGE_MAX_BYTES + 1, 'set-view', { tiles: [] })],
    [
      'only looks as if it were one',
      sayOf(PAGE_MESSAGE_MAX_BYTES + 1, 'commit","request":"set-view', { tiles: [] }),
    ],
  ])('closes the socket where it %s', async (_, text) => {
    const { page } = await comes('a')
    page.socket.send(text)
    expect(await page.closed).toMatchObject({ code: 4413 })
  })

  test('may be longer than other messages for nobody who is not in an encrypted room', async () => {
    const stranger = await PageClient.open(here.name)
    const plain = await PageClient.open(`${here.name}-plain`)
    await plain.welcome('Ada')
    for (const page of [stranger, plain]) {
      page.socket.send(sayOf(PAGE_MESSAGE_MAX_BYTES + 1, 'commit', change(1)))
      expect(await page.closed).toMatchObject({ code: 4413 })
    }
  })
})

describe('K31 one person', () => {
  test('changes the group so often, and no faster on another socket', async () => {
    const { page, is } = await comes('a')
    const ben = await comes('b')
    vi.useFakeTimers({ toFake: ['Date'] })
    // Half of them now, half when the rate of all messages (G3) lets them through.
    const half = COMMIT_RATE.burst / 2
    for (let i = 0; i < half; i += 1) await page.ask('commit', change(i + 1))
    page.socket.close(4321, 'cut')
    await page.closed
    const again = await PageClient.open(here.name)
    await again.join('a', { ...link('a'), resume: { token: is.resumeToken, seq: is.seq, media: 'kept' } })
    for (let i = half; i < COMMIT_RATE.burst; i += 1) await again.ask('commit', change(i + 1))
    expect(await again.askFor('commit', change(COMMIT_RATE.burst + 1))).toMatchObject({
      error: { code: 'rate-limited', retryAfterMs: 1_000 / COMMIT_RATE.perSecond },
    })
    expect(await ben.page.ask('describe-group', {})).toEqual({ group: group(COMMIT_RATE.burst) })
    vi.setSystemTime(Date.now() + 1_000 / COMMIT_RATE.perSecond)
    expect(await again.ask('commit', change(COMMIT_RATE.burst + 1))).toEqual({ is: 'taken' })
  })

  test('has others receive so much of it', async () => {
    const { page } = await comes('a')
    vi.useFakeTimers({ toFake: ['Date'] })
    const long = (epoch: number) => ({ ...change(epoch), commit: sealedAs('c', COMMIT_MAX_LENGTH - 2) })
    const most = COMMIT_LENGTH_BURST / COMMIT_MAX_LENGTH
    for (let i = 0; i < most; i += 1) expect(await page.ask('commit', long(i + 1))).toEqual({ is: 'taken' })
    const retryAfterMs = Math.ceil((COMMIT_MAX_LENGTH / COMMIT_LENGTH_PER_SECOND) * 1_000)
    expect(await page.askFor('commit', long(most + 1))).toMatchObject({
      error: { code: 'rate-limited', retryAfterMs },
    })
    vi.setSystemTime(Date.now() + retryAfterMs)
    expect(await page.ask('commit', long(most + 1))).toEqual({ is: 'taken' })
  })

  test('K30 asks so often how it stands', async () => {
    const { page } = await comes('a')
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let i = 0; i < DESCRIBE_GROUP_RATE.burst; i += 1) {
      expect(await page.ask('describe-group', {})).toEqual({ group: null })
    }
    expect(await page.askFor('describe-group', {})).toMatchObject({
      error: { code: 'rate-limited', retryAfterMs: 1_000 / DESCRIBE_GROUP_RATE.perSecond },
    })
  })
})
