import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { newPeerId, newSendId } from '../../../protocol/ids.ts'
import { RESUME_GRACE_MS } from '../../../protocol/limits.ts'
import { MessageKind, rulesOf } from '../../../protocol/page-edge/message-kinds.ts'
import type { Addressee } from '../../../protocol/page-edge/messages.ts'
import { pageContract } from '../../../protocol/page-edge/requests.ts'
import type { MemberRequest } from '../../../worker/room/core/inputs.ts'
import { browser } from '../door-bench.ts'
import { RoomBench } from '../room-bench.ts'

function meeting() {
  const room = new RoomBench()
  const ada = room.welcomed('Ada')
  const ben = room.welcomed('Ben')
  const cy = room.welcomed('Cy')
  const say = (from: typeof ada, payload: string, addressee: Addressee, kind: MessageKind = 'chat') =>
    room.ask(from.self, { name: 'send-message', params: { kind, addressee, payload } })
  return { room, ada, ben, cy, say }
}

const everyone: Addressee = { to: 'everyone' }

describe('messages', () => {
  test('C1 are numbered and dated by the edge, and reach everybody but the sender', () => {
    const { room, ada, say } = meeting()
    const request = say(ada, 'one', everyone)
    say(ada, 'two', everyone)
    const answers = room.take('answer')
    expect(answers).toMatchObject([{ request, result: { id: 1, at: room.now } }, { result: { id: 2 } }])
    say(ada, 'three', everyone)
    expect(room.told()).toMatchObject([
      {
        audience: { except: ada.self },
        event: { message: { id: 3, from: ada.self, name: 'Ada', payload: 'three' } },
      },
    ])
  })

  test('C1 say whether their sender was a moderator then, and nobody can pretend it', () => {
    const { room, ada, ben, say } = meeting()
    say(ada, 'one', everyone)
    const forged = { kind: 'chat', addressee: everyone, payload: 'two', moderator: true } as const
    room.ask(ben.self, { name: 'send-message', params: forged })
    const [first, second] = room.told().map(({ event }) => event)
    expect(first).toMatchObject({ message: { from: ada.self, moderator: true } })
    expect(second).toMatchObject({ message: { from: ben.self, payload: 'two' } })
    expect(second).not.toHaveProperty('message.moderator')
  })

  test('C9 votes say which browser of the room they come from, however often it comes and under which name', () => {
    const vote = (room: RoomBench, name: string, letter: string | null) => {
      const is = room.welcomed(name, letter === null ? {} : { browserId: browser(letter) })
      room.take('tell')
      const params = { kind: 'vote', addressee: everyone, payload: '{}' } as const
      room.ask(is.self, { name: 'send-message', params })
      room.ask(is.self, { name: 'send-message', params: { ...params, kind: 'chat' } })
      const messages = room.told().flatMap(({ event }) => (event.event === 'message' ? [event.message] : []))
      room.ask(is.self, { name: 'leave', params: {} })
      expect(messages[1]).not.toHaveProperty('voter')
      expect(JSON.stringify([messages, is])).not.toContain(browser(letter ?? 'x'))
      expect(is.voter).toBe(messages[0]?.voter)
      return messages[0]?.voter
    }
    const { room } = meeting()
    const voter = vote(room, 'Eve', 'e')
    expect(voter).toBeDefined()
    expect(vote(room, 'Not Eve', 'e')).toBe(voter)
    expect(vote(room, 'Dan', 'd')).not.toBe(voter)
    expect(vote(room, 'Nobody', null)).toBeUndefined()
    // No two rooms can tell that they know the same browser.
    expect(vote(meeting().room, 'Eve', 'e')).not.toBe(voter)
  })

  test('C2 to one person reach that person alone', () => {
    const { room, ada, ben, say } = meeting()
    say(ada, 'psst', { to: 'peer', peer: ben.self })
    expect(room.told().map(({ audience }) => audience)).toEqual([{ only: ben.self }])
  })

  test('L3 go with the last one, who may be cut off and still come back to them', () => {
    const { room, ada, ben, cy, say } = meeting()
    say(ada, 'among us', everyone)
    for (const { self } of [ben, cy]) room.ask(self, { name: 'leave', params: {} })
    room.input({ on: 'socket-closed', peer: ada.self, goingAway: false })
    expect(room.take('forget-history')).toEqual([])
    room.now += RESUME_GRACE_MS
    room.input({ on: 'alarm' })
    expect(room.take('forget-history')).toHaveLength(1)
  })

  test('C2 to the moderators reach them alone', () => {
    const { room, ada, ben, say } = meeting()
    say(ben, 'help', { to: 'moderators' })
    expect(room.told().map(({ audience }) => audience)).toEqual([{ only: ada.self }])
  })

  test('C2 to nobody are refused', () => {
    const { room, ada, say } = meeting()
    room.take('answer')
    say(ada, 'hello?', { to: 'peer', peer: newPeerId() })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-found' } }])
  })

  test.each<[MessageKind, boolean, boolean]>([
    ['chat', true, false],
    ['hand', true, true],
    ['reaction', false, false],
    ['file', false, false],
    ['poll', true, false],
    ['vote', true, false],
    ['notes', true, false],
    ['recording', true, true],
    ['consent', true, true],
  ])('C4 %s: kept %s, in the place of the last one %s', (kind, kept, replaces) => {
    const { room, ada, ben, say } = meeting()
    const addressee: Addressee = kind === 'file' ? { to: 'peer', peer: ben.self } : everyone
    room.take('answer')
    say(ada, 'x', addressee, kind)
    expect(room.take('keep-message').length > 0).toBe(kept)
    say(ada, 'x', addressee, kind)
    expect(room.take('forget-messages').length > 0).toBe(replaces)
  })

  test('C6 a sending that comes again is the same message, told once', () => {
    const { room, ada } = meeting()
    const once = newSendId()
    const asked: MemberRequest = {
      name: 'send-message',
      params: { kind: 'chat', addressee: everyone, payload: 'x', sendId: once },
    }
    room.take('answer')
    room.ask(ada.self, asked)
    expect(room.told()).toHaveLength(1)
    room.now += 5_000
    room.ask(ada.self, asked)
    expect(room.take('answer')).toMatchObject([{ result: { id: 1, at: room.now - 5_000 } }])
    room.ask(ada.self, asked)
    expect(room.told()).toEqual([])
  })

  test('C6 a sending is known again by its own name, also when its sender has become somebody else', () => {
    const { room, ada } = meeting()
    const params = { kind: 'chat', addressee: everyone, payload: 'x', sendId: newSendId() } as const
    room.ask(ada.self, { name: 'send-message', params })
    room.ask(ada.self, { name: 'leave', params: {} })
    const again = room.welcomed('Ada')
    room.ask(again.self, { name: 'send-message', params })
    expect(room.take('answer')).toMatchObject([{ peer: again.self, result: { id: 1 } }])
    room.ask(again.self, { name: 'send-message', params })
    expect(room.told()).toEqual([])
  })

  test('C8 a message that stands for earlier ones takes their place', () => {
    const { room, ada, say } = meeting()
    room.take('answer')
    const params = { kind: 'notes', addressee: everyone, payload: 'all of it', upTo: 3 } as const
    for (let i = 0; i < 3; i += 1) say(ada, 'a part', everyone, 'notes')
    room.take('answer')
    room.ask(ada.self, { name: 'send-message', params })
    expect(room.take('forget-messages-up-to')).toEqual([
      { do: 'forget-messages-up-to', kind: 'notes', upTo: 3 },
    ])
    room.ask(ada.self, { name: 'send-message', params })
    expect(room.told()).toMatchObject([{ event: { message: { upTo: 3 } } }])
  })

  test('C8 a message does not stand for what is yet to come', () => {
    const { room, ada } = meeting()
    room.take('answer')
    const params = { kind: 'notes', addressee: everyone, payload: 'all of it', upTo: 1 } as const
    room.ask(ada.self, { name: 'send-message', params })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'bad-message' } }])
  })

  test.each<[string, object]>([
    ['a file for everyone', { kind: 'file', addressee: everyone, payload: '' }],
    ['notes for the moderators', { kind: 'notes', addressee: { to: 'moderators' }, payload: '' }],
    ['chat that stands for others', { kind: 'chat', addressee: everyone, payload: '', upTo: 1 }],
    ['an unknown kind', { kind: 'gossip', addressee: everyone, payload: '' }],
    ...MessageKind.options.map((kind): [string, object] => {
      const { to, maxLength } = rulesOf(kind)
      const addressee = to.includes('everyone') ? everyone : { to: 'peer', peer: newPeerId() }
      return [`a ${kind} too long`, { kind, addressee, payload: 'x'.repeat(maxLength + 1) }]
    }),
  ])('C5 %s is no message', (_what, params) => {
    expect(v.safeParse(pageContract['send-message'].params, params).success).toBe(false)
  })

  test('C3 a hand goes down by its owner, or by a moderator; chat is never taken back', () => {
    const { room, ada, ben, say } = meeting()
    say(ben, '', everyone, 'hand')
    room.take('answer')
    room.ask(ada.self, { name: 'clear-message', params: { kind: 'hand', peer: ben.self } })
    expect(room.told()).toMatchObject([{ event: { event: 'message-cleared', peer: ben.self, kind: 'hand' } }])
    room.ask(ben.self, { name: 'clear-message', params: { kind: 'chat', peer: ben.self } })
    expect(room.take('refuse')).toMatchObject([{ error: { code: 'not-allowed' } }])
  })

  test('C3 the hand of somebody who leaves is down', () => {
    const { room, ben, say } = meeting()
    say(ben, '', everyone, 'hand')
    room.take('answer')
    room.ask(ben.self, { name: 'leave', params: {} })
    expect(room.take('forget-messages')).toContainEqual({
      do: 'forget-messages',
      peer: ben.self,
      kind: 'hand',
    })
  })

  test('C1 where chat is forbidden, participants are refused, and moderators and hands are not', () => {
    const { room, ada, ben, say } = meeting()
    room.ask(ada.self, { name: 'set-permission', params: { permission: 'chat', allowed: false } })
    room.take('answer')
    say(ben, 'hello', everyone)
    say(ben, '', everyone, 'hand')
    say(ada, 'hush', everyone)
    expect(room.take('refuse')).toMatchObject([{ peer: ben.self, error: { code: 'not-allowed' } }])
    say(ben, '', { to: 'peer', peer: ada.self }, 'file')
    say(ben, '', everyone, 'poll')
    say(ben, '', everyone, 'notes')
    expect(room.take('refuse')).toHaveLength(3)
  })
})
