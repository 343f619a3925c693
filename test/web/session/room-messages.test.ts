import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { ProtocolError } from '../../../protocol/errors.ts'
import { newSendId } from '../../../protocol/ids.ts'
import type { OpenedSending } from '../../../web/core/encryption/opened.ts'
import { fold, INITIAL_STATE, type Input } from '../../../web/core/room-state/room-state.ts'
import { MessagesOfRoom } from '../../../web/core/session/room-messages.ts'
import { welcome } from '../room-state/room-samples.ts'

interface Asked extends PromiseWithResolvers<{ id: number; at: number }> {
  readonly sending: OpenedSending
}

/** Messages of a room whose edge answers when the test says so. */
function messagesOfRoom() {
  const state = signal(fold(INITIAL_STATE, { kind: 'welcome', welcome: welcome() }))
  const asked: Asked[] = []
  const send = (sending: OpenedSending) => {
    const answered = Promise.withResolvers<{ id: number; at: number }>()
    asked.push({ sending, ...answered })
    return answered.promise
  }
  const unasked = () => Promise.reject(new Error('nobody asks for that here'))
  const dispatch = (input: Input): void => {
    state.value = fold(state.peek(), input)
  }
  return {
    asked,
    room: new MessagesOfRoom({ state, signalling: { clear: unasked, send, history: unasked }, dispatch }),
  }
}

const everyone = { to: 'everyone' } as const
const said = (asked: readonly Asked[]): string[] => asked.map(({ sending }) => sending.payload)
const turn = () => new Promise((resolve) => setTimeout(resolve))

test('C6 what is said next waits for the answer to what was said before: nothing overtakes it', async () => {
  const { asked, room } = messagesOfRoom()
  const sent = ['one', 'two', 'three'].map((text) => room.send('chat', everyone, text))
  await turn()
  expect(said(asked)).toEqual(['one'])
  asked[0]?.resolve({ id: 1, at: 1 })
  await turn()
  expect(said(asked)).toEqual(['one', 'two'])
  asked[1]?.reject(new ProtocolError('not-allowed', 'no'))
  await expect(sent[1]).rejects.toMatchObject({ code: 'not-allowed' })
  await turn()
  asked[2]?.resolve({ id: 2, at: 2 })
  await Promise.all([sent[0], sent[2]])
  expect(room.of('chat').value.map(({ payload }) => payload)).toEqual(['one', 'three'])
})

test('C5 kinds with budgets of their own do not wait for each other, and files for nobody', async () => {
  const { asked, room } = messagesOfRoom()
  const file = { to: 'peer', peer: welcome().self } as const
  const sent = [
    room.send('chat', everyone, 'hello'),
    room.send('notes', everyone, 'a note'),
    room.send('file', file, 'part 1'),
    room.send('file', file, 'part 2'),
  ]
  await turn()
  expect(said(asked).sort()).toEqual(['a note', 'hello', 'part 1', 'part 2'])
  for (const [index, one] of asked.entries()) one.resolve({ id: index + 1, at: 1 })
  await Promise.all(sent)
})

test('C6 each message has a name of its own, and keeps the one that it is given', async () => {
  const { asked, room } = messagesOfRoom()
  const once = newSendId()
  const sent = [room.send('chat', everyone, 'x'), room.send('notes', everyone, 'y', { once })]
  await turn()
  expect(asked.map(({ sending }) => sending.sendId)).toEqual([expect.any(String), once])
  expect(asked[0]?.sending.sendId).not.toBe(once)
  for (const [index, one] of asked.entries()) one.resolve({ id: index + 1, at: 1 })
  await Promise.all(sent)
})
