import * as v from 'valibot'
import { afterEach, expect, test, vi } from 'vitest'
import { CONTENT_KEY_PATIENCE_MS, OLD_CONTENT_KEY_GRACE_MS } from '../../../protocol/limits.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import { Sealed } from '../../../protocol/page-edge/sealed.ts'
import type { RoomFacts } from '../../../web/core/encryption/room-facts.ts'
import { contentKeysOf, everyone, SealingPage, sealedRoom } from './sealed-room.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** What a group is told; it works on a welcome, and on a change, until it is said to have settled. */
function followedFacts() {
  const told: unknown[] = []
  let work = Promise.withResolvers<void>()
  work.resolve()
  const begin = (what: unknown): void => {
    told.push(what)
    work = Promise.withResolvers<void>()
  }
  const facts: RoomFacts = {
    away: () => told.push('away'),
    back: () => told.push('back'),
    present: (stays, cutOff) => told.push(['present', stays.size, ...(cutOff ?? [])]),
    removed: (stay) => told.push(['removed', stay]),
    welcomed: (group) => begin(['welcomed', group?.epoch ?? null]),
    changed: ({ epoch }) => {
      begin(['changed', epoch])
      return work.promise
    },
    linkChanges: (epoch) => told.push(['link-changes', epoch]),
    settled: () => work.promise,
  }
  return { told, facts, settle: () => work.resolve() }
}

const commit = v.parse(Sealed, `0.${'A'.repeat(123)}`)

/** Cy is in a room whose content key is 1; what Ada says is sealed by her newest. */
async function groupRoom() {
  let clock = 10_000
  const group = followedFacts()
  const room = await sealedRoom({ by: 1, facts: group.facts, now: () => clock })
  await room.welcome({ ...room.whole(), group: { epoch: 1, info: commit } })
  const said = () => room.told.map((each) => ('event' in each ? wordsOf(each) : 'welcome'))
  return {
    ...room,
    group,
    said,
    /** Lets what need not wait go through: names are opened, and what waits for a key does. */
    pass: async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    },
    later: (ms: number) => {
      clock += ms
    },
  }
}

const wordsOf = (event: {
  readonly event: string
  readonly message?: { readonly payload: string }
}): string => event.message?.payload ?? event.event

const rename = async (page: SealingPage, name: string) => ({
  event: 'peer-renamed' as const,
  peer: page.id,
  name: await page.sealing.sealName(v.parse(DisplayName, name)),
})

test('K38 what comes after a message that waits for its key waits, too; what brings the key does not', async () => {
  const room = await groupRoom()
  const { ada, ben, cy, opening, group } = room
  ada.contentKeys.take(contentKeysOf(1, 2), 2)
  group.told.length = 0
  opening.happened({ event: 'message', message: await ada.say(1, 'by the new key') })
  opening.happened(await rename(ada, 'Ada L.'))
  opening.happened({ event: 'peer-left', peer: ben.id, removed: true })
  opening.happened({ event: 'group-changed', epoch: 2, commit })
  const history = opening.history([await ada.say(2, 'in the history')])
  await vi.waitFor(() =>
    expect(group.told).toEqual([
      ['present', 3],
      ['removed', ben.sealing.stay],
      ['present', 2],
      ['changed', 2],
    ]),
  )
  expect(room.said()).toEqual(['welcome'])
  cy.contentKeys.take(contentKeysOf(1, 2), 2)
  expect(await history).toMatchObject([{ payload: 'in the history', name: 'ada' }])
  expect(room.said()).toEqual(['welcome', 'by the new key', 'peer-renamed', 'peer-left', 'group-changed'])
  expect(room.tampered()).toBe(0)
})

test('K33 the group hears who is cut off, until they are back or gone', async () => {
  const { ada, ben, opening, group, pass, whole, welcome } = await groupRoom()
  const [first, ...others] = whole().peers
  if (first === undefined) throw new Error('nobody is there')
  group.told.length = 0
  await welcome({ ...whole(), peers: [{ ...first, cutOff: true }, ...others] })
  opening.happened({ event: 'cut-off-changed', peers: [ben.id], cutOff: true })
  opening.happened({ event: 'cut-off-changed', peers: [ada.id], cutOff: false })
  opening.happened({ event: 'peer-left', peer: ben.id })
  await pass()
  expect(group.told).toEqual([
    ['present', 3, ada.sealing.stay],
    ['welcomed', null],
    'back',
    ['present', 3, ada.sealing.stay, ben.sealing.stay],
    ['present', 3, ben.sealing.stay],
    ['present', 2],
  ])
})

test('K33 the group hears at once that the page is cut off, and that it is back when it has heard what it missed', async () => {
  const { ben, opening, group, pass, whole } = await groupRoom()
  group.told.length = 0
  opening.away(() => {})
  expect(group.told).toEqual(['away'])
  opening.resumed(() => {})
  opening.happened({ event: 'peer-left', peer: ben.id })
  await pass()
  expect(group.told.splice(0)).toEqual(['away', ['present', 2], 'back'])

  // The next cut comes before all is looked at that the last one kept back.
  opening.resumed(() => {})
  opening.welcomed(whole())
  opening.away(() => {})
  await pass()
  expect(group.told).not.toContain('back')
  opening.welcomed(whole())
  await pass()
  expect(group.told.at(-1)).toBe('back')
})

test('K38 a key that does not come is waited for once, whatever number of messages wants it', async () => {
  const room = await groupRoom()
  room.ada.contentKeys.take(contentKeysOf(1, 2), 2)
  const messages = await Promise.all([1, 2, 3].map((id) => room.ada.say(id, 'by no key')))
  room.ada.contentKeys.take(contentKeysOf(1), 1)
  const last = await room.ada.say(4, 'by the old key')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  for (const message of [...messages, last]) room.opening.happened({ event: 'message', message })
  // Each has a clock of its own, and one for what else would end its wait.
  while (vi.getTimerCount() < 2 * messages.length) await new Promise((resolve) => setImmediate(resolve))
  await vi.advanceTimersByTimeAsync(CONTENT_KEY_PATIENCE_MS - 1)
  await room.pass()
  expect(room.said()).toEqual(['welcome'])
  await vi.advanceTimersByTimeAsync(1)
  await room.opening.history([])
  expect(room.said()).toEqual(['welcome', 'by the old key'])
  expect(room.tampered()).toBe(3)
})

test('K38 envelopes of a member under keys that do not exist hold nobody up once the group is as far as it was told', async () => {
  const room = await groupRoom()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const forged = { ...(await room.ada.say(1, 'x')), payload: { sealed: v.parse(Sealed, `9${commit}`) } }
  room.opening.happened({ event: 'message', message: forged })
  room.opening.happened({ event: 'message', message: await room.ada.say(2, 'hello') })
  await room.pass()
  expect(room.said()).toEqual(['welcome'])
  room.group.settle()
  await room.opening.history([])
  expect(room.said()).toEqual(['welcome', 'hello'])
  expect(room.tampered()).toBe(1)
})

test('K38 a cut, a resume and another welcome are told after what waits, and nothing is lost', async () => {
  const room = await groupRoom()
  const { ada, cy, opening, whole } = room
  const order: string[] = []
  const note = (what: string) => () => {
    order.push(`${what} after ${room.said().length}`)
  }
  ada.contentKeys.take(contentKeysOf(1, 2), 2)
  opening.happened({ event: 'message', message: await ada.say(1, 'one') })
  opening.away(note('cut'))
  opening.resumed(note('resumed'))
  opening.happened({ event: 'message', message: await ada.say(2, 'missed') })
  opening.away(note('cut again'))
  opening.welcomed(whole())
  opening.happened({ event: 'message', message: await ada.say(3, 'three') })
  await room.pass()
  expect([room.said(), order]).toEqual([['welcome'], []])
  cy.contentKeys.take(contentKeysOf(1, 2), 2)
  await opening.history([])
  expect(room.said()).toEqual(['welcome', 'one', 'missed', 'welcome', 'three'])
  expect(order).toEqual(['cut after 2', 'resumed after 2', 'cut again after 3'])
  expect(room.tampered()).toBe(0)
})

test('K38 at the end what waits is told as far as it opens, then the end, and nothing more', async () => {
  const room = await groupRoom()
  const { ada, ben, opening } = room
  ada.contentKeys.take(contentKeysOf(1, 2), 2)
  opening.happened({ event: 'message', message: await ada.say(1, 'never opened') })
  opening.happened({ event: 'message', message: await ben.say(2, 'opened') })
  const history = opening.history([await ben.say(3, 'in the history')])
  await room.pass()
  expect(room.said()).toEqual(['welcome'])
  const end = Promise.withResolvers<number>()
  opening.ended(() => end.resolve(room.told.length))
  opening.happened({ event: 'message', message: await ben.say(4, 'too late') })
  expect(await end.promise).toBe(2)
  expect(await history).toMatchObject([{ payload: 'in the history' }])
  await expect(opening.history([])).rejects.toMatchObject({ code: 'not-joined' })
  expect(room.said()).toEqual(['welcome', 'opened'])
  // It would have opened: nobody lied.
  expect(room.tampered()).toBe(0)
})

test('K38 of whoever has left nothing waits, and nothing is told', async () => {
  const room = await groupRoom()
  room.ada.contentKeys.take(contentKeysOf(1, 2), 2)
  room.opening.happened({ event: 'message', message: await room.ada.say(1, 'never opened') })
  room.opening.happened({ event: 'message', message: await room.ben.say(2, 'too late') })
  const history = room.opening.history([await room.ben.say(3, 'too late')])
  room.opening.close()
  await expect(history).rejects.toMatchObject({ code: 'not-joined' })
  expect(room.said()).toEqual(['welcome'])
})

test('K37 while there is a group, nothing is taken that the link’s key sealed: neither as said now nor as said before', async () => {
  const room = await groupRoom()
  const eve = await SealingPage.enter('eve', room.secret)
  const message = { ...(await eve.say(1, 'I was never let in')), from: room.ada.id }
  room.group.settle()
  expect(await room.hear(message)).toBeNull()
  expect(await room.opening.history([message])).toEqual([])
  expect(room.tampered()).toBe(2)
})

test('K37 before it is known whether there is a group, nothing is taken that the link’s key sealed', async () => {
  const room = await sealedRoom({ by: null })
  await room.welcome()
  room.ada.contentKeys.take(new Map(), 0)
  expect(await room.hear(await room.ada.say(1, 'hello'))).toBeNull()
  expect(room.tampered()).toBe(1)
})

test('K38 who was put out says nothing any more by the key that they have, when those on their way have come', async () => {
  const room = await groupRoom()
  const [onItsWay, late] = [await room.ada.say(1, 'on its way'), await room.ada.say(2, 'late')]
  room.cy.contentKeys.take(contentKeysOf(1, 2), 2)
  expect(await room.hear(onItsWay)).toMatchObject({ payload: 'on its way' })
  room.later(OLD_CONTENT_KEY_GRACE_MS + 1)
  expect(await room.hear(late)).toBeNull()
  expect(room.tampered()).toBe(1)
})

test('K38 newcomers read what was said by older keys, where it stands before what newer ones sealed', async () => {
  const room = await groupRoom()
  const { ada, ben, cy } = room
  // The edge's clock was set back meanwhile.
  const first = await ada.say(1, 'before', { at: 90_000 })
  const [onItsWay, forged] = [
    await ada.say(3, 'on its way', { at: 1_000 + OLD_CONTENT_KEY_GRACE_MS }),
    await ada.say(4, 'put into the history', { at: 1_001 + OLD_CONTENT_KEY_GRACE_MS }),
  ]
  ben.contentKeys.take(contentKeysOf(1, 2), 2)
  cy.contentKeys.take(contentKeysOf(1, 2), 2)
  const second = await ben.say(2, 'by the new key', { at: 1_000 })
  expect(await room.hear(second)).toMatchObject({ payload: 'by the new key' })
  room.later(60_000)
  const opened = await room.opening.history([first, second, onItsWay, forged])
  expect(opened.map(({ payload }) => payload)).toEqual(['before', 'by the new key', 'on its way'])
  expect(room.tampered()).toBe(1)
})

test('K38 what one says goes out in order, when there is a key, and what takes it back goes after it', async () => {
  const { cy, welcome, opening } = await sealedRoom({ by: null })
  const sent: string[] = []
  const context = { kind: 'hand', addressee: everyone } as const
  const say = (number: number) =>
    cy.sealing.sendMessage(context, { payload: `${number}`, number }, async (said) => {
      sent.push(typeof said === 'string' ? said : said.sealed.slice(0, 2))
      return number
    })
  const answers = [say(0), say(1), cy.sealing.afterMessages(async () => sent.push('clear'))]
  // A join says who one is before there is a key for messages.
  expect(await cy.sealing.sealName(cy.name)).toEqual(cy.introduction)
  await welcome()
  expect(sent).toEqual([])
  cy.contentKeys.take(contentKeysOf(3), 3)
  expect(await Promise.all(answers)).toEqual([0, 1, 3])
  expect(sent).toEqual(['3.', '3.', 'clear'])
  opening.away(() => {})
  const late = say(2)
  opening.close()
  await expect(late).rejects.toMatchObject({ code: 'not-joined' })
})

test('K38 what one says while one is cut off is sealed by the key that holds when one is back', async () => {
  const room = await groupRoom()
  const { cy, opening, group } = room
  const sealed = async (number: number) => {
    const context = { kind: 'chat', addressee: everyone } as const
    return await cy.sealing.sendMessage(context, { payload: 'x', number }, async (said) =>
      typeof said === 'string' ? said : said.sealed.slice(0, 2),
    )
  }
  group.settle()
  opening.away(() => {})
  const said = sealed(0)
  await room.pass()
  // It goes through the lobby once more.
  opening.away(() => {})
  opening.resumed(() => {})
  opening.happened({ event: 'group-changed', epoch: 2, commit })
  await vi.waitFor(() => expect(group.told.slice(-2)).toEqual([['changed', 2], 'back']))
  await room.pass()
  cy.contentKeys.take(contentKeysOf(1, 2), 2)
  group.settle()
  expect(await said).toBe('2.')
})

const byOther = (message: RoomMessage, number: number): RoomMessage => ({
  ...message,
  payload: {
    sealed: v.parse(
      Sealed,
      `${number}.${typeof message.payload === 'string' ? '' : message.payload.sealed.slice(2)}`,
    ),
  },
})

test('K37 what says another key’s number than it was sealed by does not open', async () => {
  const room = await groupRoom()
  room.cy.contentKeys.take(contentKeysOf(1, 2), 2)
  expect(await room.hear(byOther(await room.ada.say(1, 'hello'), 2))).toBeNull()
  expect(room.tampered()).toBe(1)
})
