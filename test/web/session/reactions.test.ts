import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PeerId } from '../../../protocol/ids.ts'
import { RelayedMessage } from '../../../protocol/relay.ts'
import type { Input } from '../../../web/core/room-state/room-state.ts'
import { ReactionsOfRoom } from '../../../web/core/session/reactions.ts'
import type { RoomMessages } from '../../../web/core/session/room-messages.ts'

const ben = v.parse(PeerId, 'ben-----')

const reacted = (payload: string) =>
  v.parse(RelayedMessage, {
    id: 1,
    from: ben,
    name: 'Ben',
    kind: 'reaction',
    addressee: { to: 'everyone' },
    at: 1,
    payload,
  })

test('a reaction that this page does not know is not shown', () => {
  const inputs: Input[] = []
  let hear: (message: RelayedMessage) => void = () => {}
  const relay: Pick<RoomMessages, 'listen' | 'send'> = {
    listen: (_kind, listener) => {
      hear = listener
      return () => {}
    },
    send: async () => reacted('heart'),
  }
  const reactions = new ReactionsOfRoom({ relay, self: () => ben, dispatch: (input) => inputs.push(input) })
  hear(reacted('<img onerror>'))
  hear(reacted(''))
  expect(inputs).toEqual([])
  hear(reacted('heart'))
  expect(inputs).toEqual([{ kind: 'local', fact: 'reaction-shown', peer: ben, reaction: 'heart' }])
  reactions.close()
})

test('one’s own reactions are shown at once, and a flood of them is not sent', async () => {
  const inputs: Input[] = []
  const sent: string[] = []
  const relay: Pick<RoomMessages, 'listen' | 'send'> = {
    listen: () => () => {},
    send: async (_kind, _addressee, payload) => {
      sent.push(payload)
      return reacted(payload)
    },
  }
  const reactions = new ReactionsOfRoom({ relay, self: () => ben, dispatch: (input) => inputs.push(input) })
  for (let i = 0; i < 5; i += 1) await reactions.react('laugh')
  expect(sent).toEqual(['laugh'])
  expect(inputs).toHaveLength(1)
  reactions.close()
})
