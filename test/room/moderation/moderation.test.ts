import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { BrowserId, newPeerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media/session.ts'
import type { Welcome } from '../../../protocol/page-edge/requests.ts'
import { produceFrom } from '../produce-from.ts'
import { RoomBench } from '../room-bench.ts'

const browser = v.parse(BrowserId, 'b'.repeat(43))

function meeting() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben', { browserId: browser })
  const cy = room.welcomed('Cy')
  const show = (person: Welcome, source: MediaSource) => {
    const { producer } = produceFrom(room, person.self, { source })
    room.settle()
    room.take('answer')
    return producer
  }
  return { room, ada, ben, cy, show }
}

describe('moderators', () => {
  test('A5 mute one, who is told like all others, and may unmute by themselves', () => {
    const { room, ada, ben, show } = meeting()
    const producer = show(ben, 'microphone')
    room.ask(ada.self, { name: 'stop-source', params: { peer: ben.self, source: 'microphone' } })
    expect(room.told()).toEqual([
      {
        audience: { except: null },
        event: { event: 'producer-changed', peer: ben.self, producer, paused: true },
      },
      {
        audience: { only: ben.self },
        event: { event: 'source-stopped', source: 'microphone', by: ada.self },
      },
    ])
    // Who is muted already is not told again.
    room.ask(ada.self, { name: 'stop-source', params: { peer: ben.self, source: 'microphone' } })
    expect(room.told()).toEqual([])
    room.ask(ben.self, { name: 'set-producer-paused', params: { producer, paused: false } })
    expect(room.state.peers.get(ben.self)?.producers[0]?.paused).toBe(false)
  })

  test('A5 mute all others, and not themselves', () => {
    const { room, ada, ben, cy, show } = meeting()
    for (const person of [ada, ben, cy]) show(person, 'microphone')
    room.ask(ada.self, { name: 'stop-source', params: { peer: null, source: 'microphone' } })
    const paused = [ada, ben, cy].map((person) => room.state.peers.get(person.self)?.producers[0]?.paused)
    expect(paused).toEqual([false, true, true])
  })

  test('A5 end a shared screen', () => {
    const { room, ada, ben, show } = meeting()
    const producer = show(ben, 'screen')
    room.ask(ada.self, { name: 'stop-source', params: { peer: ben.self, source: 'screen' } })
    expect(room.told()).toEqual([
      { audience: { except: null }, event: { event: 'producer-removed', peer: ben.self, producer } },
      {
        audience: { only: ben.self },
        event: { event: 'source-stopped', source: 'screen', by: ada.self },
      },
    ])
  })

  test('A4 forbid something: what runs of it ends, and nobody but a moderator starts it again', () => {
    const { room, ada, ben, show } = meeting()
    const producer = show(ben, 'microphone')
    show(ada, 'microphone')
    room.ask(ada.self, { name: 'set-permission', params: { permission: 'microphone', allowed: false } })
    expect(room.told().map(({ event }) => event)).toMatchObject([
      { event: 'room-settings-changed', room: { permissions: { microphone: false, camera: true } } },
      { event: 'producer-changed', peer: ben.self, paused: true },
      { event: 'source-stopped', source: 'microphone', by: ada.self },
    ])
    room.ask(ben.self, { name: 'set-producer-paused', params: { producer, paused: false } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
    expect(room.state.peers.get(ada.self)?.producers[0]?.paused).toBe(false)
  })

  test('A2 give the role and take it back, but the last one keeps it', () => {
    const { room, ada, ben } = meeting()
    room.ask(ada.self, { name: 'set-role', params: { peer: ben.self, role: 'moderator' } })
    room.ask(ben.self, { name: 'set-role', params: { peer: ada.self, role: 'participant' } })
    expect(room.told().map(({ event }) => event)).toMatchObject([
      { peer: ben.self, role: 'moderator' },
      { peer: ada.self, role: 'participant' },
    ])
    room.ask(ben.self, { name: 'set-role', params: { peer: ben.self, role: 'participant' } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
    expect(room.state.peers.get(ben.self)?.role).toBe('moderator')
  })

  test('A6 remove somebody, who neither resumes nor comes back under the same browser', () => {
    const { room, ada, ben } = meeting()
    room.ask(ada.self, { name: 'remove-peer', params: { peer: ben.self } })
    expect(room.take('close-socket')).toEqual([{ do: 'close-socket', peer: ben.self, code: 'removed' }])
    expect(room.state.peers.has(ben.self)).toBe(false)
    const resume = { token: ben.resumeToken, seq: ben.seq, media: 'kept' } as const
    room.join('Ben', { browserId: browser, resume })
    room.join('Someone else', { browserId: browser })
    expect(room.take('refuse').map(({ error }) => error.code)).toEqual(['removed', 'removed'])
  })

  test('A6 the removed stay out when everybody has left, for as long as the room lives', () => {
    const { room, ada, ben, cy } = meeting()
    room.ask(ada.self, { name: 'remove-peer', params: { peer: ben.self } })
    for (const person of [ada, cy]) room.ask(person.self, { name: 'leave', params: {} })
    room.take('answer')
    room.join('Ben', { browserId: browser })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'removed' } }])
  })

  test('A5 an absent person cannot be moderated', () => {
    const { room, ada } = meeting()
    room.take('answer')
    room.ask(ada.self, { name: 'remove-peer', params: { peer: newPeerId() } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-found' } }])
  })
})
