import { signal } from '@preact/signals'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { RoomMessages } from '../../../../web/core/session/room-messages.ts'
import type { RoomView } from '../../../../web/core/session/room-session.ts'
import { Reactions } from '../../../../web/features/reactions/reactions.ts'
import { OpenedMessage } from '../../opened.ts'
import { idOf, person } from '../../people.ts'

const ben = idOf('ben')

const reacted = (payload: string) =>
  v.parse(OpenedMessage, {
    id: 1,
    from: ben,
    name: 'Ben',
    kind: 'reaction',
    addressee: { to: 'everyone' },
    at: 1,
    payload,
  })

const session = (messages: Partial<RoomMessages>) => {
  const ends: (() => void)[] = []
  return {
    view: signal({ people: [person('ben', { self: true })] } as unknown as RoomView),
    messages: messages as RoomMessages,
    whenOver: (end: () => void) => ends.push(end),
    end: () => {
      for (const end of ends) end()
    },
  }
}

test('a reaction that this page does not know is not shown', () => {
  let hear: (message: OpenedMessage) => void = () => {}
  const room = session({
    listen: (_kind, listener) => {
      hear = listener
      return () => {}
    },
  })
  const reactions = new Reactions(room)
  hear(reacted('<img onerror>'))
  hear(reacted(''))
  expect(reactions.shown.value).toEqual(new Map())
  hear(reacted('heart'))
  expect(reactions.shown.value).toEqual(new Map([[ben, 'heart']]))
  room.end()
})

test('one’s own reactions are shown at once, and a flood of them is not sent', async () => {
  const sent: string[] = []
  const room = session({
    listen: () => () => {},
    send: async (_kind, _addressee, payload) => {
      sent.push(payload)
      return reacted(payload)
    },
  })
  const reactions = new Reactions(room)
  for (let i = 0; i < 5; i += 1) await reactions.react('laugh')
  expect(sent).toEqual(['laugh'])
  expect(reactions.shown.value).toEqual(new Map([[ben, 'laugh']]))
  room.end()
})
