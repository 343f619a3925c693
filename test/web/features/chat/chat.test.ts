import { expect, test, vi } from 'vitest'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { RoomMessages } from '../../../../web/core/session/room-messages.ts'
import { ChatOfRoom } from '../../../../web/features/chat/chat-of-room.ts'
import { chatPayload, TEXT_MAX_LENGTH } from '../../../../web/features/chat/chat-payload.ts'
import { threadOf } from '../../../../web/features/chat/thread/thread.ts'
import { UnreadChat } from '../../../../web/features/chat/unread/unread-chat.ts'
import { only, peer, said } from '../said.ts'

const text = (id: number, from: string, words: string, more: object = {}) =>
  said({ id, from, kind: 'chat', payload: { text: words }, ...more })

test('what one says in one go stands together, and what is for fewer stands apart', () => {
  const thread = threadOf(
    [
      text(1, 'Ada', 'hello'),
      text(2, 'Ada', 'how are you?'),
      text(3, 'Ada', 'psst', { to: only('Ben') }),
      text(4, 'Ben', 'fine', { to: only('Ada') }),
      text(5, 'Ada', 'good'),
    ],
    peer('Ada'),
  )
  expect(thread.map(({ own, circle, lines }) => [own, circle.to, lines.map((line) => line.text)])).toEqual([
    [true, 'everyone', ['hello', 'how are you?']],
    [true, 'peer', ['psst']],
    [false, 'peer', ['fine']],
    [true, 'everyone', ['good']],
  ])
  expect(thread[1]?.circle).toEqual({ to: 'peer', other: peer('Ben'), mine: true })
  expect(thread[2]?.circle).toEqual({ to: 'peer', other: peer('Ben'), mine: false })
})

test('A7 what somebody says under another name stands apart, and what they said before keeps its name', () => {
  const renamed = { ...text(2, 'Ada', 'hello again'), name: text(2, 'Augusta', 'hello').name }
  const thread = threadOf([text(1, 'Ada', 'hello'), renamed], peer('Ben'))
  expect(thread.map(({ name }) => name)).toEqual(['Ada', 'Augusta'])
})

test.each([
  ['no JSON', 'hello'],
  ['no text', '{}'],
  ['a number', '{"text":7}'],
  ['nothing', '{"text":""}'],
  ['too much', JSON.stringify({ text: 'x'.repeat(TEXT_MAX_LENGTH + 1) })],
  ['an array', '["text"]'],
])('%s is no message, and spoils no other', (_what, payload) => {
  const thread = threadOf(
    [said({ id: 1, from: 'Eve', kind: 'chat', payload }), text(2, 'Ben', 'hi')],
    peer('Ada'),
  )
  expect(thread.map(({ name }) => name)).toEqual(['Ben'])
})

test('a text that quoting makes longer than a message may be is not sent', () => {
  expect(chatPayload('  hi ')).toBe('{"text":"hi"}')
  expect(chatPayload('   ')).toBeNull()
  expect(chatPayload('x'.repeat(TEXT_MAX_LENGTH))).not.toBeNull()
  expect(chatPayload('\u0001'.repeat(TEXT_MAX_LENGTH))).toBeNull()
})

test('C6 what could not be sent stays, says why, and sent again is the same message', async () => {
  const names: unknown[] = []
  const answers = [
    () => Promise.reject(new ProtocolError('rate-limited', 'slow down')),
    async () => text(1, 'Ada', 'hi'),
  ]
  const messages: Pick<RoomMessages, 'send'> = {
    send: (_kind, _addressee, _payload, more) => {
      names.push(more?.once)
      return answers.shift()?.() ?? Promise.reject(new Error('asked too often'))
    },
  }
  const chat = new ChatOfRoom(messages, { offer: () => Promise.reject(new Error('no file')), withdraw() {} })
  chat.draft.value = 'hi'
  expect(chat.sendDraft()).toBe(true)
  expect(chat.draft.value).toBe('')
  await vi.waitFor(() => expect(chat.outgoing.value).toMatchObject([{ text: 'hi', failure: 'rate-limited' }]))
  const [failed] = chat.outgoing.value
  if (failed) chat.sendAgain(failed)
  expect(chat.outgoing.value).toMatchObject([{ failure: null }])
  await vi.waitFor(() => expect(chat.outgoing.value).toEqual([]))
  expect(names).toEqual([expect.any(String), names[0]])
})

test('what comes while one looks elsewhere counts as new until one looks', () => {
  const listeners: Parameters<RoomMessages['listen']>[1][] = []
  const news = new UnreadChat({
    listen: (_kind, hear) => {
      listeners.push(hear)
      return () => {}
    },
  })
  const hear = (message: ReturnType<typeof said>) => {
    for (const listener of listeners) listener(message)
  }
  hear(text(1, 'Ben', 'hi'))
  hear(text(2, 'Ben', 'psst', { to: only('Ada') }))
  hear(said({ id: 3, from: 'Eve', kind: 'chat', payload: 'garbage' }))
  expect(news.unread.value).toBe(2)
  expect(news.latest.value).toMatchObject({ id: 2, text: 'psst', alone: true })
  news.seen()
  expect(news.unread.value).toBe(0)
})
