import { type ReadonlySignal, signal } from '@preact/signals'
import type { PeerId } from '../../../../protocol/ids.ts'
import { perSession } from '../../../core/session/per-session.ts'
import type { RoomMessages } from '../../../core/session/room-messages.ts'
import { readPayload } from '../../read-payload.ts'
import { ChatPayload } from '../chat-payload.ts'

/** A message that has just come. */
export interface ReceivedMessage {
  readonly id: number
  readonly from: PeerId
  readonly name: string
  readonly text: string
  /** The name of the file that came with it. */
  readonly file: string | null
  /** Whether it was to oneself alone. */
  readonly alone: boolean
}

/** What came by the chat while one looked elsewhere. */
export class UnreadChat {
  readonly #unread = signal(0)
  readonly #latest = signal<ReceivedMessage | null>(null)

  constructor(messages: Pick<RoomMessages, 'listen'>) {
    messages.listen('chat', ({ id, from, name, addressee, payload }) => {
      const said = readPayload(ChatPayload, payload)
      if (said === null) return
      this.#unread.value += 1
      this.#latest.value = {
        id,
        from,
        name,
        text: said.text,
        file: said.file?.name ?? null,
        alone: addressee.to === 'peer',
      }
    })
  }

  /** How many came since one last looked; what was said before one came does not count. */
  get unread(): ReadonlySignal<number> {
    return this.#unread
  }

  get latest(): ReadonlySignal<ReceivedMessage | null> {
    return this.#latest
  }

  /** One looks at the chat. */
  seen(): void {
    this.#unread.value = 0
    this.#latest.value = null
  }
}

export const unreadChatOf = perSession(({ messages }) => new UnreadChat(messages))
