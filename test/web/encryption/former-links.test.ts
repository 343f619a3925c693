import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { CONTENT_KEY_PATIENCE_MS, FORMER_LINK_GRACE_MS, MAX_FORMER_SEALS } from '../../../protocol/limits.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import { LinkKeys } from '../../../web/core/encryption/link-keys.ts'
import { roomKeysOf } from '../../../web/core/encryption/room-keys.ts'
import { newRoomSecret } from '../../../web/core/encryption/room-secret.ts'
import { openedBy, quietFacts, SealingPage, sealedRoom } from './sealed-room.ts'

/** What the seals of former links still open, and what not: those who were put out have them. */

afterEach(() => {
  vi.useRealTimers()
})

const thursday = normaliseRoomName('thursday')
const newKeys = () => roomKeysOf(newRoomSecret(), thursday)
const name = (text: string): DisplayName => v.parse(DisplayName, text)

/** Ada, Ben and Cy are in, and the link has changed: Ada and Cy have followed, and Ben has not said so yet. */
async function changedRoom() {
  let clock = 1_000
  const room = await sealedRoom({ by: 1, now: () => clock })
  await room.welcome()
  const keys = await newKeys()
  for (const { links } of [room.ada, room.cy]) links.change(keys)
  const later = (ms: number): void => {
    clock += ms
  }
  return { ...room, keys, later }
}

const renamed = (peer: SealingPage, sealed: SealingPage['introduction']) => ({
  event: 'peer-renamed' as const,
  peer: peer.id,
  name: sealed,
})

describe('K40 names after a change of the link', () => {
  test('are said by the new one, also that which one had; and the old one opens none of them', async () => {
    const room = await changedRoom()
    const again = await room.ada.sealing.sealName(room.ada.name)
    expect(again).not.toEqual(room.ada.introduction)
    expect(room.ada.sealing.linkProof).toBe(room.keys.proof)
    const eve = await SealingPage.enter('eve', room.secret)
    expect(await eve.sealing.openName(again)).toBeNull()
    expect(await room.happen(renamed(room.ada, again))).toBeNull()
    expect(await room.hear(await room.ada.say(1, 'hello'))).toMatchObject({ name: 'ada', payload: 'hello' })
    expect(room.tampered()).toBe(0)
  })

  test('by the former one are taken of those who are here, for half a minute: they may be on their way', async () => {
    const room = await changedRoom()
    const onItsWay = await room.ben.sealing.sealName(name('Ben B.'))
    const late = await room.ben.sealing.sealName(name('Ben C.'))
    room.later(FORMER_LINK_GRACE_MS)
    expect(await room.happen(renamed(room.ben, onItsWay))).toMatchObject({ name: 'Ben B.' })
    room.later(1)
    expect(await room.happen(renamed(room.ben, late))).toBeNull()
    expect(room.tampered()).toBe(1)
    // What was opened in its time still says who speaks.
    expect(await room.hear({ ...(await room.ben.say(1, 'hi')), name: onItsWay })).toMatchObject({
      name: 'Ben B.',
    })
    expect(room.tampered()).toBe(0)
  })

  test.each<[string, 'peer-joined' | 'knocked' | 'another stay']>([
    ['let nobody in', 'peer-joined'],
    ['nor wait', 'knocked'],
    ['nor be the next page of somebody', 'another stay'],
  ])('by the former one %s', async (_what, how) => {
    const room = await changedRoom()
    const eve = await SealingPage.enter('eve', room.secret)
    const knock = { id: eve.id, name: eve.introduction, at: 1 }
    const told = await room.happen(
      how === 'peer-joined'
        ? { event: 'peer-joined', peer: eve.peer }
        : how === 'knocked'
          ? { event: 'knocked', knock }
          : renamed(room.ben, eve.introduction),
    )
    expect(JSON.stringify(told)).not.toContain('"eve"')
    expect(room.introduced.some(([, stay]) => stay === eve.sealing.stay)).toBe(false)
    expect(room.tampered()).toBe(1)
  })

  test('that newcomers find unreadable of who is cut off is nobody’s lie, and of anybody else it is', async () => {
    const room = await changedRoom()
    const dan = await SealingPage.enter('dan', room.keys.secret)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { opening, tampered } = openedBy(dan)
    const { ben } = room
    opening.welcomed({
      ...room.whole([]),
      self: dan.id,
      peers: [dan.peer, { ...ben.peer, cutOff: true }],
    })
    const passes = async (): Promise<void> => {
      await opening.history([])
      await vi.advanceTimersByTimeAsync(CONTENT_KEY_PATIENCE_MS)
    }
    await passes()
    expect(tampered()).toBe(0)
    // Back, they say who they are: or somebody in their place does not.
    opening.happened({ event: 'cut-off-changed', peers: [ben.id], cutOff: false })
    await passes()
    expect(tampered()).toBe(1)
  })

  test.each<[string, cuts: number, counted: number]>([
    ['our own', 1, 0],
    ['our own', 3, 0],
    ['our own', 4, 1],
    ['theirs', 3, 0],
    ['theirs', 4, 1],
  ])(
    'K40 are waited for as long again after a cut of %s, %i times as far as one counts',
    async (whose, cuts, counted) => {
      const room = await changedRoom()
      const { ben } = room
      const dan = await SealingPage.enter('dan', room.keys.secret)
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
      const { opening, tampered } = openedBy(dan)
      const passes = async (ms: number): Promise<void> => {
        await opening.history([])
        await vi.advanceTimersByTimeAsync(ms)
      }
      const cut = (cutOff: boolean): void => {
        if (whose === 'theirs') opening.happened({ event: 'cut-off-changed', peers: [ben.id], cutOff })
        else if (cutOff) opening.away(() => {})
        else opening.resumed(() => {})
      }
      opening.welcomed({ ...room.whole([]), self: dan.id, peers: [dan.peer, ben.peer] })
      for (let count = 0; count < cuts; count += 1) {
        await passes(CONTENT_KEY_PATIENCE_MS - 1)
        cut(true)
        await passes(60_000)
        expect(tampered()).toBe(0)
        cut(false)
      }
      await passes(CONTENT_KEY_PATIENCE_MS - 1)
      expect(tampered()).toBe(counted)
      await passes(60_000)
      expect(tampered()).toBe(1)
    },
  )

  test('K40 are not waited for any more by whoever has left', async () => {
    const room = await changedRoom()
    const dan = await SealingPage.enter('dan', room.keys.secret)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const { opening, tampered } = openedBy(dan)
    const welcome = { ...room.whole([]), self: dan.id, peers: [dan.peer, room.ben.peer] }
    opening.welcomed(welcome)
    await opening.history([])
    expect(vi.getTimerCount()).toBe(1)
    opening.close()
    // What is on its way then begins nothing anew.
    opening.welcomed(welcome)
    await expect(opening.history([])).rejects.toThrow('left the room')
    expect([vi.getTimerCount(), tampered()]).toEqual([0, 0])
  })

  test('in what was said before are read by whoever is told the former seals, and nobody is here by them', async () => {
    const room = await changedRoom()
    const said = await room.ben.say(1, 'before')
    const dan = await SealingPage.enter('dan', room.keys.secret)
    expect(await dan.sealing.openName(said.name, 'before')).toBeNull()
    dan.links.learn(room.cy.links.formerSeals)
    expect(await dan.sealing.openName(said.name, 'before')).toMatchObject({ name: 'ben', former: true })
    expect(await dan.sealing.openName(said.name)).toBeNull()
  })

  test('in what was said before wait for the former seals, which come with the group, for 5 s at most', async () => {
    const room = await changedRoom()
    const said = await room.ben.say(1, 'before')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const readBy = async (name: string) => {
      const group = Promise.withResolvers<void>()
      const facts = { ...quietFacts(), settled: () => group.promise }
      const page = await SealingPage.enter(name, room.keys.secret, { facts, by: 1 })
      const { opening, tampered } = openedBy(page)
      const history = opening.history([said])
      while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve))
      return { page, group, history, tampered }
    }
    const dan = await readBy('dan')
    dan.page.links.learn(room.cy.links.formerSeals)
    dan.group.resolve()
    expect([await dan.history, dan.tampered()]).toMatchObject([[{ name: 'ben', payload: 'before' }], 0])
    const late = await readBy('eva')
    await vi.advanceTimersByTimeAsync(CONTENT_KEY_PATIENCE_MS)
    expect([await late.history, late.tampered()]).toEqual([[], 1])
  })
})

test('K40 so many former seals are handed on, the newest first', async () => {
  const first = await newKeys()
  const links = new LinkKeys(first)
  const all = [first.sealBytes]
  for (let count = 0; count < MAX_FORMER_SEALS; count += 1) {
    const next = await newKeys()
    expect(links.formerSealsAfter(next)).toEqual(all)
    links.change(next)
    all.unshift(next.sealBytes)
  }
  expect(links.formerSeals).toEqual(all.slice(1))
  const next = await newKeys()
  expect(links.formerSealsAfter(next)).toEqual(all.slice(0, MAX_FORMER_SEALS))
  expect(links.formerSealsAfter(links.current)).toEqual(links.formerSeals)
  // What others tell of them pushes none out that one knows oneself.
  links.learn([(await newKeys()).sealBytes])
  expect(links.formerSeals).toEqual(all.slice(1))
})
