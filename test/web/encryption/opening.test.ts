import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { CONTENT_KEY_PATIENCE_MS } from '../../../protocol/limits.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import { peerId, SealingPage, sealedRoom } from './sealed-room.ts'

afterEach(() => {
  vi.useRealTimers()
})

type Room = Awaited<ReturnType<typeof sealedRoom>>

/** The names that somebody is welcomed with. */
const names = async (room: Room, people?: SealingPage[]) =>
  (await room.welcome(room.whole(people))).peers.map(({ name }) => name)
const plainName = v.parse(DisplayName, 'eve')

describe('an honest edge', () => {
  test('K2 everybody is known by name, and their media by their stays', async () => {
    const room = await sealedRoom()
    expect(await names(room)).toEqual(['ada', 'ben', 'cy'])
    expect(room.introduced).toEqual([
      [room.ada.id, room.ada.sealing.stay],
      [room.ben.id, room.ben.sealing.stay],
    ])
    await room.happen({ event: 'peer-left', peer: room.ada.id })
    expect(room.introduced.at(-1)).toEqual([room.ada.id, null])
    expect(room.tampered()).toBe(0)
  })

  test('K2 a rename is told; another page of somebody is not, but their new stay holds', async () => {
    const room = await sealedRoom()
    await room.welcome()
    const sealed = await room.ada.sealing.sealName(v.parse(DisplayName, 'Ada L.'))
    expect(await room.happen({ event: 'peer-renamed', peer: room.ada.id, name: sealed })).toEqual({
      event: 'peer-renamed',
      peer: room.ada.id,
      name: 'Ada L.',
    })
    const page = await SealingPage.enter('ben', room.secret)
    const anew = { event: 'peer-renamed' as const, peer: room.ben.id, name: page.introduction }
    expect(await room.happen(anew)).toBeNull()
    expect(room.introduced.at(-1)).toEqual([room.ben.id, page.sealing.stay])
    expect(await room.hear(await page.say(1, 'from the new page'))).toMatchObject({ name: 'ben' })
    expect(room.tampered()).toBe(0)
  })

  test('K4 messages, history and knocks open; what comes by both counts once', async () => {
    const room = await sealedRoom()
    await room.welcome()
    const [first, second] = [await room.ada.say(1, 'one'), await room.ada.say(2, 'two')]
    const own = await room.cy.say(3, 'mine')
    expect(await room.hear(first)).toMatchObject({ payload: 'one', from: room.ada.id, name: 'ada' })
    expect(await room.hear(second)).toMatchObject({ payload: 'two' })
    const history = await room.opening.history([first, second, own])
    expect(history.map(({ payload }) => payload)).toEqual(['one', 'two', 'mine'])
    const waits = await SealingPage.enter('dee', room.secret)
    const knock = { id: waits.id, name: waits.introduction, at: 1 }
    expect(await room.happen({ event: 'knocked', knock })).toMatchObject({ knock: { name: 'dee' } })
    expect(room.tampered()).toBe(0)
  })

  test('K4 of whoever has left is opened by the introduction that their messages bring', async () => {
    const room = await sealedRoom()
    const gone = await SealingPage.enter('gus', room.secret)
    await room.welcome()
    expect(await room.opening.history([await gone.say(1, 'bye')])).toMatchObject([
      { name: 'gus', payload: 'bye' },
    ])
    expect(room.tampered()).toBe(0)
  })

  test('K4 in another life of the room, numbers of messages begin anew', async () => {
    const room = await sealedRoom()
    await room.welcome()
    expect(await room.hear(await room.ada.say(50, 'before'))).not.toBeNull()
    await room.welcome({
      ...room.whole(),
      self: peerId('cy2'),
      peers: [
        { ...room.cy.peer, id: peerId('cy2') },
        { ...room.ada.peer, id: peerId('ada2') },
      ],
    })
    expect(await room.hear({ ...(await room.ada.say(1, 'after')), from: peerId('ada2') })).toMatchObject({
      payload: 'after',
    })
    expect(room.tampered()).toBe(0)
  })
})

describe('K2 an edge that lies about who is who', () => {
  test.each<[string, (room: Room) => SealingPage[] | Promise<SealingPage[]>, string[], number]>([
    [
      'gives one person’s introduction to another as well',
      ({ ada, ben, cy }) => [ada, Object.create(ben, { introduction: { value: ada.introduction } }), cy],
      ['ada', '?', 'cy'],
      1,
    ],
    [
      'shows us as somebody else',
      ({ ada, ben, cy }) => [ada, Object.create(ben, { introduction: { value: cy.introduction } }), cy],
      ['ada', '?', 'cy'],
      1,
    ],
    [
      'shows somebody else as us',
      ({ ada, ben, cy }) => [ada, Object.create(cy, { introduction: { value: ben.introduction } })],
      ['ada', '?'],
      1,
    ],
  ])('that %s is not believed, and told of', async (_what, people, expected, tampered) => {
    const room = await sealedRoom()
    expect(await names(room, await people(room))).toEqual(expected)
    expect(room.tampered()).toBe(tampered)
  })

  test.each<[string, (room: Room) => SealingPage | Promise<SealingPage>]>([
    [
      'people of another room',
      ({ secret }) => SealingPage.enter('ben', secret, { room: normaliseRoomName('friday') }),
    ],
    ['a plain name', ({ ben }) => Object.create(ben, { introduction: { value: plainName } })],
  ])(
    'K40 that brings %s is not believed, and told of when they have not said anew who they are',
    async (_what, brings) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      const room = await sealedRoom()
      const { ada, ben, cy } = room
      const brought = await brings(room)
      expect(await names(room, [ada, brought, cy])).toEqual(['ada', '?', 'cy'])
      await vi.advanceTimersByTimeAsync(CONTENT_KEY_PATIENCE_MS - 1)
      expect(room.tampered()).toBe(0)
      await vi.advanceTimersByTimeAsync(1)
      expect(room.tampered()).toBe(1)
      // Whoever has not heard at first that the link was changed is nobody's lie.
      expect(await names(room, [ada, brought, cy])).toEqual(['ada', '?', 'cy'])
      const said = { event: 'peer-renamed' as const, peer: ben.id, name: ben.introduction }
      expect(await room.happen(said)).toMatchObject({ name: 'ben' })
      await vi.advanceTimersByTimeAsync(CONTENT_KEY_PATIENCE_MS)
      expect(room.tampered()).toBe(0)
    },
  )

  test('that swaps the names of two finds neither media nor words under the wrong one', async () => {
    const room = await sealedRoom()
    const { ada, ben, cy } = room
    // Whoever is called Ada now has Ada's stay: what Ben sends does not open as hers.
    const swapped = [
      { ...ada.peer, name: ben.introduction },
      { ...ben.peer, name: ada.introduction },
      cy.peer,
    ]
    await room.welcome({ ...room.whole(), peers: swapped })
    room.tampered()
    expect(room.introduced.slice(-2)).toEqual([
      [ada.id, ben.sealing.stay],
      [ben.id, ada.sealing.stay],
    ])
    expect(await room.hear(await ada.say(1, 'hello'))).toBeNull()
    expect(await room.hear({ ...(await ada.say(2, 'hello')), name: ben.introduction })).toBeNull()
    expect(room.tampered()).toBe(2)
  })

  test('that brings an introduction of an earlier stay is not followed', async () => {
    const room = await sealedRoom()
    await room.welcome()
    const page = await SealingPage.enter('ben', room.secret)
    await room.happen({ event: 'peer-renamed', peer: room.ben.id, name: page.introduction })
    await room.happen({ event: 'peer-renamed', peer: room.ben.id, name: room.ben.introduction })
    expect(room.introduced.at(-1)).toEqual([room.ben.id, page.sealing.stay])
    expect(await room.hear(await room.ben.say(1, 'held back until now'))).toBeNull()
    expect(room.tampered()).toBe(2)
  })
})

describe('K4 an edge that changes messages', () => {
  test.each<[string, (message: RoomMessage, room: Room) => RoomMessage | Promise<RoomMessage>]>([
    ['their kind', (message) => ({ ...message, kind: 'notes' })],
    ['their addressee', (message) => ({ ...message, addressee: { to: 'moderators' } })],
    ['one person for all', (message, { cy }) => ({ ...message, addressee: { to: 'peer', peer: cy.id } })],
    ['what they stand for', (message) => ({ ...message, upTo: 1 })],
    ['their sender', (message, { ben }) => ({ ...message, from: ben.id })],
    [
      'their sender, name and all',
      (message, { ben }) => ({ ...message, from: ben.id, name: ben.introduction }),
    ],
    ['their name', (message, { ben }) => ({ ...message, name: ben.introduction })],
    ['to a plain name', (message) => ({ ...message, name: plainName })],
    ['to plain words', (message) => ({ ...message, payload: 'hello' })],
    [
      'to words of somebody else',
      async (message, { ben }) => ({ ...message, payload: (await ben.say(9, 'no')).payload }),
    ],
    ['to our own', async (message, { cy }) => ({ ...message, payload: (await cy.say(9, 'no')).payload })],
    ['to nobody’s', (message) => ({ ...message, from: peerId('nobody') })],
    [
      'to those of another room',
      async (_, { secret, ada }) => {
        const friday = await SealingPage.enter('ada', secret, { room: normaliseRoomName('friday') })
        return { ...(await friday.say(1, 'no')), name: ada.introduction }
      },
    ],
    [
      'by cutting them',
      (message) => ({
        ...message,
        payload: v.parse(v.any(), { sealed: JSON.stringify(message.payload).slice(11, -12) }),
      }),
    ],
  ])('%s: left out, and counted', async (_what, change) => {
    const room = await sealedRoom()
    await room.welcome()
    const message = await room.ada.say(1, 'hello')
    expect(await room.hear(await change(message, room))).toBeNull()
    expect(
      await room.opening.history(
        [await change({ ...message, id: 2 }, room)].filter(({ from }) => from !== peerId('nobody')),
      ),
    ).toEqual([])
    expect(room.tampered()).toBeGreaterThanOrEqual(1)
    expect(await room.hear(message)).toMatchObject({ payload: 'hello' })
  })

  test('a message for somebody else is not ours', async () => {
    const room = await sealedRoom()
    await room.welcome()
    expect(
      await room.hear(await room.ada.say(1, 'psst', { addressee: { to: 'peer', peer: room.ben.id } })),
    ).toBeNull()
    expect(
      await room.hear(await room.ada.say(2, 'psst', { addressee: { to: 'peer', peer: room.cy.id } })),
    ).not.toBeNull()
    expect(room.tampered()).toBe(1)
  })

  test('what was heard is not heard again: neither now, nor under another number, nor what we said', async () => {
    const room = await sealedRoom()
    await room.welcome()
    const [chat, clap] = [await room.ada.say(1, 'yes'), await room.ada.say(2, '👏', { kind: 'reaction' })]
    expect([await room.hear(chat), await room.hear(clap)]).not.toContain(null)
    const own = await room.cy.say(3, 'mine')
    room.opening.said({ id: 3, kind: 'chat' }, 0)
    for (const again of [chat, clap, { ...chat, id: 7 }, { ...clap, id: 8 }, { ...own, id: 9 }])
      expect(await room.hear(again)).toBeNull()
    expect(await room.opening.history([{ ...chat, id: 7 }])).toEqual([])
    expect(room.tampered()).toBe(6)
  })

  test('the words of one person and kind stay in their order', async () => {
    const room = await sealedRoom()
    await room.welcome()
    const [first, second, third] = (await Promise.all([1, 2, 3].map((id) => room.ada.say(id, `${id}`)))) as [
      RoomMessage,
      RoomMessage,
      RoomMessage,
    ]
    expect(await room.hear({ ...second, id: 1 })).toMatchObject({ payload: '2' })
    expect(await room.hear({ ...first, id: 2 })).toBeNull()
    expect(await room.hear(third)).toMatchObject({ payload: '3' })
    expect(room.tampered()).toBe(1)
  })

  test('words of somebody who has left are not those of somebody who is here', async () => {
    const room = await sealedRoom()
    const gone = await SealingPage.enter('gus', room.secret)
    await room.welcome()
    expect(await room.opening.history([{ ...(await gone.say(1, 'I quit')), from: room.ada.id }])).toEqual([])
    expect(room.tampered()).toBe(1)
  })
})
