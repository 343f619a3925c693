import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { knockAt } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

const called = (name: string) => v.parse(DisplayName, name)

function meeting() {
  const room = new RoomBench()
  const [ada, ben] = [room.welcomed('Ada'), room.welcomed('Ben')]
  room.take('tell')
  return { room, ada, ben }
}

const rename = (room: RoomBench, { self }: Welcome, name: string) =>
  room.ask(self, { name: 'rename', params: { name: called(name) } })

const nameIn = ({ peers }: Welcome, { self }: Welcome) => peers.find(({ id }) => id === self)?.name

describe('whoever is called otherwise', () => {
  test('A7 is told to everybody by the new name, once, and to whoever comes later', () => {
    const { room, ada } = meeting()
    rename(room, ada, 'Ada L.')
    expect(room.told()).toEqual([
      { audience: { except: null }, event: { event: 'peer-renamed', peer: ada.self, name: 'Ada L.' } },
    ])
    rename(room, ada, 'Ada L.')
    expect(room.told()).toEqual([])
    expect(nameIn(room.welcomed('Cy'), ada)).toBe('Ada L.')
  })

  test('A7 says what they say from then on under the new name; what they said before keeps the old one', () => {
    const { room, ada } = meeting()
    const say = (payload: string) =>
      room.ask(ada.self, {
        name: 'send-message',
        params: { kind: 'chat', addressee: { to: 'everyone' }, payload },
      })
    say('before')
    rename(room, ada, 'Ada L.')
    say('after')
    const said = room.take('keep-message').map(({ message: { name, payload } }) => [name, payload])
    expect(said).toEqual([
      ['Ada', 'before'],
      ['Ada L.', 'after'],
    ])
  })

  test('A7 R1 R3 R6 is called so when they resume, reload, or come back, whatever their page says', () => {
    const { room, ben } = meeting()
    rename(room, ben, 'Benjamin')
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    const back = { resume: { token: ben.resumeToken, seq: ben.seq, media: 'gone' as const } }
    expect(nameIn(room.welcomed('Ben', back), ben)).toBe('Benjamin')
    room.input({ on: 'socket-closed', peer: ben.self, goingAway: false })
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.state.peers.has(ben.self)).toBe(false)
    expect(nameIn(room.welcomed('Ben', back), ben)).toBe('Benjamin')
  })
})

test('A7 D6 nobody is called otherwise while they wait, and whoever is let in is called as they knocked', () => {
  const { room, ada } = meeting()
  room.ask(ada.self, { name: 'set-lobby', params: { lobby: true } })
  const { id: eve, ticket } = knockAt(room, 'Eve')
  room.ask(eve, { name: 'rename', params: { name: called('Ben') } })
  expect(room.take('refuse')).toMatchObject([{ peer: eve, error: { code: 'not-joined' } }])
  room.ask(ada.self, { name: 'admit', params: { knock: eve } })
  room.join('Ben', { ticket }, { peer: eve })
  room.settle()
  expect(room.state.peers.get(eve)?.name).toBe('Eve')
})
