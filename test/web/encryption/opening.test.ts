import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import { normaliseRoomName } from '../../../protocol/names/room-name.ts'
import type { RoomMessage } from '../../../protocol/page-edge/messages.ts'
import { peerId, SealingPage, sealedRoom } from './sealed-room.ts'

type Room = ReturnType<typeof sealedRoom>

/** The names that somebody is welcomed with. */
const names = (room: Room, people?: SealingPage[]) => room.welcome(people).peers.map(({ name }) => name)
const plainName = v.parse(DisplayName, 'eve')

describe('an honest edge', () => {
  test('K2 everybody is known by name, and their media by their stays', () => {
    const room = sealedRoom()
    expect(names(room)).toEqual(['ada', 'ben', 'cy'])
    expect(room.introduced).toEqual([
      [room.ada.id, room.ada.sealing.stay],
      [room.ben.id, room.ben.sealing.stay],
    ])
    room.opening.event({ event: 'peer-left', peer: room.ada.id })
    expect(room.introduced.at(-1)).toEqual([room.ada.id, null])
    expect(room.tampered()).toBe(0)
  })

  test('K2 a rename is told; another page of somebody is not, but their new stay holds', () => {
    const room = sealedRoom()
    room.welcome()
    const sealed = room.ada.sealing.sealName(v.parse(DisplayName, 'Ada L.'))
    expect(room.opening.event({ event: 'peer-renamed', peer: room.ada.id, name: sealed })).toEqual({
      event: 'peer-renamed',
      peer: room.ada.id,
      name: 'Ada L.',
    })
    const page = new SealingPage('ben', room.secret)
    const anew = { event: 'peer-renamed' as const, peer: room.ben.id, name: page.introduction }
    expect(room.opening.event(anew)).toBeNull()
    expect(room.introduced.at(-1)).toEqual([room.ben.id, page.sealing.stay])
    expect(room.hear(page.say(1, 'from the new page'))).toMatchObject({ name: 'ben' })
    expect(room.tampered()).toBe(0)
  })

  test('K4 messages, history and knocks open; what comes by both counts once', () => {
    const room = sealedRoom()
    room.welcome()
    const [first, second] = [room.ada.say(1, 'one'), room.ada.say(2, 'two')]
    const own = room.cy.say(3, 'mine')
    expect(room.hear(first)).toMatchObject({ payload: 'one', from: room.ada.id, name: 'ada' })
    expect(room.hear(second)).toMatchObject({ payload: 'two' })
    const history = room.opening.history([first, second, own])
    expect(history.map(({ payload }) => payload)).toEqual(['one', 'two', 'mine'])
    const waits = new SealingPage('dee', room.secret)
    const knock = { id: waits.id, name: waits.introduction, at: 1 }
    expect(room.opening.event({ event: 'knocked', knock })).toMatchObject({ knock: { name: 'dee' } })
    expect(room.tampered()).toBe(0)
  })

  test('K4 of whoever has left is opened by the introduction that their messages bring', () => {
    const room = sealedRoom()
    const gone = new SealingPage('gus', room.secret)
    room.welcome()
    expect(room.opening.history([gone.say(1, 'bye')])).toMatchObject([{ name: 'gus', payload: 'bye' }])
    expect(room.tampered()).toBe(0)
  })

  test('K4 in another life of the room, numbers of messages begin anew', () => {
    const room = sealedRoom()
    room.welcome()
    expect(room.hear(room.ada.say(50, 'before'))).not.toBeNull()
    room.opening.welcome({
      ...v.parse(v.any(), { kind: 'welcome', room: {}, knocks: [], media: null }),
      self: peerId('cy2'),
      peers: [
        { ...room.cy.peer, id: peerId('cy2') },
        { ...room.ada.peer, id: peerId('ada2') },
      ],
    })
    expect(room.hear({ ...room.ada.say(1, 'after'), from: peerId('ada2') })).toMatchObject({
      payload: 'after',
    })
    expect(room.tampered()).toBe(0)
  })
})

describe('K2 an edge that lies about who is who', () => {
  test.each<[string, (room: Room) => SealingPage[], string[], number]>([
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
    [
      'brings people of another room',
      ({ ada, cy, secret }) => [ada, new SealingPage('ben', secret, normaliseRoomName('friday')), cy],
      ['ada', '?', 'cy'],
      1,
    ],
    [
      'brings a plain name',
      ({ ada, ben, cy }) => [ada, Object.create(ben, { introduction: { value: plainName } }), cy],
      ['ada', '?', 'cy'],
      1,
    ],
  ])('that %s is not believed, and told of', (_what, people, expected, tampered) => {
    const room = sealedRoom()
    expect(names(room, people(room))).toEqual(expected)
    expect(room.tampered()).toBe(tampered)
  })

  test('that swaps the names of two finds neither media nor words under the wrong one', () => {
    const room = sealedRoom()
    const { ada, ben, cy } = room
    // Whoever is called Ada now has Ada's stay: what Ben sends does not open as hers.
    const swapped = [
      { ...ada.peer, name: ben.introduction },
      { ...ben.peer, name: ada.introduction },
      cy.peer,
    ]
    room.opening.welcome({ ...room.welcome([]), self: cy.id, peers: swapped, knocks: [] })
    room.tampered()
    expect(room.introduced.slice(-2)).toEqual([
      [ada.id, ben.sealing.stay],
      [ben.id, ada.sealing.stay],
    ])
    expect(room.hear(ada.say(1, 'hello'))).toBeNull()
    expect(room.hear({ ...ada.say(2, 'hello'), name: ben.introduction })).toBeNull()
    expect(room.tampered()).toBe(2)
  })

  test('that brings an introduction of an earlier stay is not followed', () => {
    const room = sealedRoom()
    room.welcome()
    const page = new SealingPage('ben', room.secret)
    room.opening.event({ event: 'peer-renamed', peer: room.ben.id, name: page.introduction })
    room.opening.event({ event: 'peer-renamed', peer: room.ben.id, name: room.ben.introduction })
    expect(room.introduced.at(-1)).toEqual([room.ben.id, page.sealing.stay])
    expect(room.hear(room.ben.say(1, 'held back until now'))).toBeNull()
    expect(room.tampered()).toBe(2)
  })
})

describe('K4 an edge that changes messages', () => {
  test.each<[string, (message: RoomMessage, room: Room) => RoomMessage]>([
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
    ['to words of somebody else', (message, { ben }) => ({ ...message, payload: ben.say(9, 'no').payload })],
    ['to our own', (message, { cy }) => ({ ...message, payload: cy.say(9, 'no').payload })],
    ['to nobody’s', (message) => ({ ...message, from: peerId('nobody') })],
    [
      'to those of another room',
      (_, { secret, ada }) =>
        Object.assign(new SealingPage('ada', secret, normaliseRoomName('friday')).say(1, 'no'), {
          name: ada.introduction,
        }),
    ],
    [
      'by cutting them',
      (message) => ({
        ...message,
        payload: v.parse(v.any(), { sealed: JSON.stringify(message.payload).slice(11, -12) }),
      }),
    ],
  ])('%s: left out, and counted', (_what, change) => {
    const room = sealedRoom()
    room.welcome()
    const message = room.ada.say(1, 'hello')
    expect(room.hear(change(message, room))).toBeNull()
    expect(
      room.opening.history(
        [change({ ...message, id: 2 }, room)].filter(({ from }) => from !== peerId('nobody')),
      ),
    ).toEqual([])
    expect(room.tampered()).toBeGreaterThanOrEqual(1)
    expect(room.hear(message)).toMatchObject({ payload: 'hello' })
  })

  test('a message for somebody else is not ours', () => {
    const room = sealedRoom()
    room.welcome()
    expect(room.hear(room.ada.say(1, 'psst', { addressee: { to: 'peer', peer: room.ben.id } }))).toBeNull()
    expect(room.hear(room.ada.say(2, 'psst', { addressee: { to: 'peer', peer: room.cy.id } }))).not.toBeNull()
    expect(room.tampered()).toBe(1)
  })

  test('what was heard is not heard again: neither now, nor under another number, nor what we said', () => {
    const room = sealedRoom()
    room.welcome()
    const [chat, clap] = [room.ada.say(1, 'yes'), room.ada.say(2, '👏', { kind: 'reaction' })]
    expect([room.hear(chat), room.hear(clap)]).not.toContain(null)
    const own = room.cy.say(3, 'mine')
    room.opening.said({ id: 3, kind: 'chat' }, 0)
    for (const again of [chat, clap, { ...chat, id: 7 }, { ...clap, id: 8 }, { ...own, id: 9 }])
      expect(room.hear(again)).toBeNull()
    expect(room.opening.history([{ ...chat, id: 7 }])).toEqual([])
    expect(room.tampered()).toBe(6)
  })

  test('the words of one person and kind stay in their order', () => {
    const room = sealedRoom()
    room.welcome()
    const [first, second, third] = [1, 2, 3].map((id) => room.ada.say(id, `${id}`)) as [
      RoomMessage,
      RoomMessage,
      RoomMessage,
    ]
    expect(room.hear({ ...second, id: 1 })).toMatchObject({ payload: '2' })
    expect(room.hear({ ...first, id: 2 })).toBeNull()
    expect(room.hear(third)).toMatchObject({ payload: '3' })
    expect(room.tampered()).toBe(1)
  })

  test('words of somebody who has left are not those of somebody who is here', () => {
    const room = sealedRoom()
    const gone = new SealingPage('gus', room.secret)
    room.welcome()
    expect(room.opening.history([{ ...gone.say(1, 'I quit'), from: room.ada.id }])).toEqual([])
    expect(room.tampered()).toBe(1)
  })
})
