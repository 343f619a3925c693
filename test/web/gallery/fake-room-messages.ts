import { type Signal, signal } from '@preact/signals'
import * as v from 'valibot'
import { PeerId } from '../../../protocol/ids.ts'
import { DisplayName } from '../../../protocol/names/display-name.ts'
import type { MessageKind } from '../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessages } from '../../../web/core/session/room-messages.ts'
import type { OpenedMessage } from '../opened.ts'

const SELF = { from: v.parse(PeerId, 'person-0000'), name: v.parse(DisplayName, 'Ada') }

/** A room in which these messages were sent, and which hands back to its own page what that sends. */
export function fakeRoomMessages(messages: readonly OpenedMessage[]): RoomMessages {
  const byKind = new Map<MessageKind, Signal<readonly OpenedMessage[]>>()
  const of = (kind: MessageKind): Signal<readonly OpenedMessage[]> => {
    const known = byKind.get(kind) ?? signal(messages.filter((message) => message.kind === kind))
    byKind.set(kind, known)
    return known
  }
  let id = messages.length
  return {
    caughtUp: signal(true),
    voter: signal(null),
    of,
    listen: (kind, hear) => {
      if (kind === 'reaction') for (const message of of(kind).peek()) hear(message)
      return () => {}
    },
    async send(kind, addressee, payload) {
      id += 1
      const message = { id, ...SELF, kind, addressee, at: Date.now(), payload }
      of(kind).value = [...of(kind).value, message]
      return message
    },
    async clear(kind, peer) {
      of(kind).value = of(kind).value.filter((message) => message.from !== peer)
    },
  }
}
