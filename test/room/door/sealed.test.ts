import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { PageParams, Welcome } from '../../../protocol/page-edge/requests.ts'
import { MessagePayload } from '../../../protocol/page-edge/sealed.ts'
import { knockAt, linkProof, refusals, sealedName } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const proof = { linkProof: linkProof('r') }
const everyone = { to: 'everyone' } as const
const sealed = v.parse(MessagePayload, { sealed: `0.${'m'.repeat(123)}` })
const plainName = v.parse(DisplayName, 'Ada')

/** Ada opened it and moderates, Ben is there. */
function encrypted() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada', { ...proof, name: sealedName('a') })
  const ben = room.welcomed('Ben', { ...proof, name: sealedName('b') })
  room.take('tell')
  return { room, ada, ben }
}

const back = ({ resumeToken, seq }: Welcome, media: 'kept' | 'gone') => ({
  ...proof,
  resume: { token: resumeToken, seq, media },
})

const send = (room: RoomBench, { self }: Welcome, payload: PageParams<'send-message'>['payload']) =>
  room.ask(self, { name: 'send-message', params: { kind: 'chat', addressee: everyone, payload } })

const rename = (room: RoomBench, { self }: Welcome, name: PageParams<'rename'>['name']) =>
  room.ask(self, { name: 'rename', params: { name } })

describe('K3 the edge', () => {
  test('passes on in an encrypted room what is sealed, and nothing that is not', () => {
    const { room, ada, ben } = encrypted()
    send(room, ada, 'in clear')
    rename(room, ada, plainName)
    room.join('Cy', proof)
    expect(refusals(room)).toEqual(['bad-message', 'bad-message', 'bad-message'])
    expect(room.told()).toEqual([])
    send(room, ben, sealed)
    rename(room, ben, sealedName('c'))
    expect(room.told()).toMatchObject([
      { event: { event: 'message', message: { name: sealedName('b'), payload: sealed } } },
      { event: { event: 'peer-renamed', name: sealedName('c') } },
    ])
  })

  test('passes on in a plain room what is plain, and nothing that is sealed', () => {
    const room = new RoomBench()
    const ada = room.welcomed('Ada')
    send(room, ada, sealed)
    rename(room, ada, sealedName('a'))
    room.join('Ben', { name: sealedName('b') })
    expect(refusals(room)).toEqual(['bad-message', 'bad-message', 'bad-message'])
    expect(room.state.peers.size).toBe(1)
  })
})

describe('K2 whoever comes by another page', () => {
  test('is introduced anew to the others before anything else, and not to themselves', () => {
    const { room, ada, ben } = encrypted()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    room.join('Ben', { ...back(ben, 'gone'), name: sealedName('n') })
    room.settle()
    const [first] = room.told()
    expect(first).toEqual({
      audience: { except: ben.self },
      event: { event: 'peer-renamed', peer: ben.self, name: sealedName('n') },
    })
    expect(room.state.peers.get(ben.self)?.name).toEqual(sealedName('n'))
    expect(room.state.peers.get(ada.self)?.name).toEqual(sealedName('a'))
  })

  test('and by the same page, where a socket fell, is not', () => {
    const { room, ben } = encrypted()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    room.join('Ben', { ...back(ben, 'kept'), name: sealedName('b') })
    expect(room.told()).toEqual([])
  })

  test('R6 is so after they were gone, too', () => {
    const { room, ben } = encrypted()
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    const again = room.welcomed('Ben', { ...back(ben, 'gone'), name: sealedName('n') })
    expect(again.peers.find(({ id }) => id === ben.self)?.name).toEqual(sealedName('n'))
  })

  test('D5 D6 and while they wait: moderators see them as they come in', () => {
    const { room, ada } = encrypted()
    room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
    const { id, ticket } = knockAt(room, 'Cy', { ...proof, name: sealedName('c') })
    room.take('tell')
    room.join('Cy', { ...proof, ticket, name: sealedName('n') })
    expect(room.told()).toMatchObject([{ event: { event: 'knocked', knock: { id, name: sealedName('n') } } }])
    room.ask(ada.self, { name: 'admit', params: { knock: id } })
    room.take('answer')
    const cy = room.welcomed('Cy', { ...proof, ticket, name: sealedName('o') })
    expect(cy.peers.find((peer) => peer.id === id)?.name).toEqual(sealedName('o'))
  })
})
