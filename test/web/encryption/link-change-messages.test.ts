import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_FORMER_SEALS } from '../../../protocol/limits.ts'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
// What comes from here later needs no time of the fake clock then.
import '../../../web/core/encryption/group/room-group.ts'
import { cryptoAtRest, watchCrypto } from './group/crypto-at-rest.ts'
import { peerId } from './sealed-room.ts'
import type { TalkingPage } from './talking-page.ts'
import { TalkingRoom } from './talking-room.ts'

/** What people wrote before, during and after a change of the link, as everybody reads it who is there, or comes. */

watchCrypto()

let room: TalkingRoom

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  room = new TalkingRoom()
})

afterEach(() => {
  room.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** So much time goes by, in milliseconds. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 50) {
    await cryptoAtRest()
    await vi.advanceTimersByTimeAsync(50)
  }
  await cryptoAtRest()
}

/** Time goes by until that holds, for 20 s at most. */
async function until(holds: () => void): Promise<void> {
  for (let tries = 400; ; tries -= 1) {
    await cryptoAtRest()
    try {
      return holds()
    } catch (error) {
      if (tries === 0) throw error
      await vi.advanceTimersByTimeAsync(50)
    }
  }
}

/** All of these are in one epoch of the group, have one link, know each other by name, and have read what was said. */
const agree = (...pages: readonly TalkingPage[]): Promise<void> =>
  until(() => {
    const [first] = pages
    expect(first?.seen.keys?.epochAuthenticator).toBeTruthy()
    for (const page of pages) {
      expect(page.seen.keys?.epochAuthenticator).toEqual(first?.seen.keys?.epochAuthenticator)
      expect([page.secret, page.isCaughtUp, page.seen.failure]).toEqual([first?.secret, true, null])
      for (const { id } of pages) expect(page.id === id || page.names.get(id)).toBe(page.id === id || id)
    }
  })

async function done(...all: readonly Promise<unknown>[]): Promise<void> {
  let isDone = false
  const settled = Promise.all(all).finally(() => {
    isDone = true
  })
  settled.catch(() => {})
  await until(() => expect(isDone).toBe(true))
  await settled
}

/** Ada, Ben and Cy are in an encrypted room, and its group. */
async function meeting() {
  const secret = newRoomSecret()
  const ada = await room.come('ada', secret)
  await agree(ada)
  const ben = await room.come('ben', secret)
  await agree(ada, ben)
  const cy = await room.come('cy', secret)
  await agree(ada, ben, cy)
  return { ada, ben, cy, secret }
}

const tamperedOf = (...pages: readonly TalkingPage[]): number[] => pages.map(({ seen }) => seen.tampered)

/** Says one of each kind that people write, and one to Cy alone. */
const sayAll = (page: TalkingPage, when: string): Promise<unknown>[] => [
  page.say(`chat ${when}`),
  page.say(`note ${when}`, 'notes'),
  page.say(`poll ${when}`, 'poll'),
  page.say(`vote ${when}`, 'vote'),
  page.say(`private ${when}`, 'chat', { to: 'peer', peer: peerId('cy') }),
]
const KINDS = ['chat', 'note', 'poll', 'vote'] as const
const wordsOf = (page: TalkingPage, when: string): string[] =>
  KINDS.map((kind) => `${page.id}: ${kind} ${when}`)

describe('K37 K40 what was said of each kind', () => {
  test('before a change of the link, and after it, is read by all who were there, and by whoever comes', async () => {
    const { ada, ben, cy } = await meeting()
    await done(...sayAll(ben, 'before'))
    await done(ada.changeLink())
    await agree(ada, ben, cy)
    await done(...sayAll(ben, 'after'))
    const dan = await room.come('dan', ada.secret)
    await agree(ada, ben, cy, dan)
    const all = [...wordsOf(ben, 'before'), ...wordsOf(ben, 'after')]
    await until(() => expect([ada.wordsOf(), dan.wordsOf()]).toEqual([all, all]))
    expect(cy.wordsOf('chat')).toEqual(
      ['chat before', 'private before', 'chat after', 'private after'].map((words) => `ben-----: ${words}`),
    )
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })

  test('by whoever had not heard of the change is read by those who have followed it', async () => {
    const { ada, ben, cy } = await meeting()
    ben.down.hold()
    ben.up.hold()
    // The first is on its way, and what comes after it waits for its answer.
    const said = sayAll(ben, 'meanwhile')
    const file = ben.say('part of a file', 'file', { to: 'peer', peer: cy.id })
    await pass(100)
    await done(ada.changeLink())
    await agree(ada, cy)
    ben.up.release()
    await until(() => expect(ada.wordsOf()).toEqual(wordsOf(ben, 'meanwhile')))
    await until(() => expect(cy.wordsOf('file')).toEqual(['ben-----: part of a file']))
    expect(cy.wordsOf('chat')).toEqual(['ben-----: chat meanwhile', 'ben-----: private meanwhile'])
    ben.down.release()
    await done(...said, file)
    await agree(ada, ben, cy)
    await done(ben.say('followed'))
    await until(() => expect(ada.wordsOf('chat')).toContain('ben-----: followed'))
    const dan = await room.come('dan', ben.secret)
    await agree(ada, ben, cy, dan)
    expect(dan.wordsOf()).toEqual(ada.wordsOf())
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })

  test('by whoever has followed it is read by those who follow a moment later', async () => {
    const { ada, ben, cy } = await meeting()
    cy.down.hold()
    await done(ada.changeLink())
    await until(() => expect([ben.secret, ben.names.get(ada.id)]).toEqual([ada.secret, ada.id]))
    await done(...sayAll(ben, 'after'))
    expect(cy.wordsOf()).toEqual([])
    cy.down.release()
    await agree(ada, ben, cy)
    await until(() => expect(cy.wordsOf('chat', 'notes', 'poll', 'vote')).toHaveLength(5))
    expect(tamperedOf(ada, ben, cy)).toEqual([0, 0, 0])
  })

  test('while two moderators change the link at once is read by all, and so is what comes after', async () => {
    const { ada, ben, cy } = await meeting()
    const both = [ada.changeLink(), ben.changeLink()]
    await done(...both, ...sayAll(ada, 'meanwhile'))
    await agree(ada, ben, cy)
    await done(ben.changeLink(), ...sayAll(ada, 'again'))
    await agree(ada, ben, cy)
    const all = [...wordsOf(ada, 'meanwhile'), ...wordsOf(ada, 'again')]
    await until(() => expect(ben.wordsOf()).toEqual(all))
    const dan = await room.come('dan', cy.secret)
    await agree(ada, ben, cy, dan)
    await until(() => expect(dan.wordsOf()).toEqual(all))
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })
})

describe('K40 newcomers', () => {
  /** The link changes so often, and something is said under each. */
  async function changedOften(times: number) {
    const { ada, ben, cy } = await meeting()
    await done(ben.say('under link 0'))
    for (let count = 1; count <= times; count += 1) {
      await done(ada.changeLink())
      await agree(ada, ben, cy)
      await done(ben.say(`under link ${count}`))
    }
    const dan = await room.come('dan', ada.secret)
    await agree(ada, ben, cy, dan)
    return { ada, ben, cy, dan }
  }
  const said = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, index) => `ben-----: under link ${from + index}`)

  test('read what was said under the last eight links before theirs', async () => {
    const { ada, ben, cy, dan } = await changedOften(MAX_FORMER_SEALS)
    expect(dan.wordsOf()).toEqual(said(0, MAX_FORMER_SEALS))
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })

  test('do not find what was said under earlier ones, and that is nobody’s lie; who was there has it', async () => {
    const { ada, ben, cy, dan } = await changedOften(MAX_FORMER_SEALS + 1)
    expect(dan.wordsOf()).toEqual(said(1, MAX_FORMER_SEALS + 1))
    expect(cy.wordsOf()).toEqual(said(0, MAX_FORMER_SEALS + 1))
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })
})

describe('K40 while somebody has not followed yet', () => {
  test('a page that is loaded anew reads what was said, and has them named when they have', async () => {
    const { ada, ben, cy } = await meeting()
    await done(...sayAll(cy, 'before'), ...sayAll(ben, 'before'))
    cy.down.hold()
    await done(ada.changeLink())
    await until(() => expect([ben.secret, ben.names.get(ada.id)]).toEqual([ada.secret, ada.id]))
    const again = await room.come('ben', ben.secret)
    await pass(2_500)
    expect(again.seen.keys?.epochAuthenticator).toEqual(ada.seen.keys?.epochAuthenticator)
    expect(again.wordsOf()).toEqual(
      expect.arrayContaining([...wordsOf(cy, 'before'), ...wordsOf(ben, 'before')]),
    )
    cy.down.release()
    await agree(ada, again, cy)
    expect(tamperedOf(ada, cy, again)).toEqual([0, 0, 0])
  })

  test('as they are cut off, whoever comes leaves them in the group, and nobody is alarmed', async () => {
    const { ada, ben, cy } = await meeting()
    cy.cut()
    await done(ada.changeLink())
    await agree(ada, ben)
    const dan = await room.come('dan', ada.secret)
    await pass(5_000)
    cy.comeBack()
    await agree(ada, ben, cy, dan)
    expect(tamperedOf(ada, ben, cy, dan)).toEqual([0, 0, 0, 0])
  })
})
