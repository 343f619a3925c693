import { type Signal, signal } from '@preact/signals'
import { ProtocolError } from '../../../../protocol/errors.ts'
import { rulesOf } from '../../../../protocol/page-edge/message-kinds.ts'
import { addToLog, EMPTY_LOG, messagesOf } from '../../../../web/core/room-state/message-log.ts'
import type { RoomMessages } from '../../../../web/core/session/room-messages.ts'
import { draws } from '../../../support/draws.ts'
import type { OpenedMessage } from '../../opened.ts'
import { said } from '../said.ts'

type NotesMessages = Pick<RoomMessages, 'of' | 'send' | 'caughtUp'>

/** How long a message may be on its way: longer than the pause between two, so that they overtake each other. */
const DELAY_MS = 900

interface Page {
  readonly messages: Signal<readonly OpenedMessage[]>
  take(message: OpenedMessage): void
}

/** A room that relays notes as the edge does: numbers them, drops what others stand for, and takes its time. */
export class NotesRoom {
  readonly #pages = new Map<string, Page>()
  readonly #random: () => number
  #log = EMPTY_LOG
  #sent = 0
  /** Sendings that fail, from the next one on. */
  failures = 0

  /** @param random - Numbers from 0 to 1: how long messages are on their way. */
  constructor(random = draws(1)) {
    this.#random = random
  }

  /** What latecomers get. */
  get held(): readonly OpenedMessage[] {
    return messagesOf(this.#log, 'notes')
  }

  /** The messages as somebody has them who comes now. */
  enter(name: string): NotesMessages {
    let log = this.#log
    const messages = signal(messagesOf(log, 'notes'))
    const take = (message: OpenedMessage): void => {
      log = addToLog(log, [message])
      messages.value = messagesOf(log, 'notes')
    }
    this.#pages.set(name, { messages, take })
    return {
      caughtUp: signal(true),
      of: () => messages,
      send: async (_kind, _addressee, payload, more = {}) => {
        await new Promise((resolve) => setTimeout(resolve, this.#random() * 100))
        if (this.failures > 0) {
          this.failures -= 1
          throw new ProtocolError('rate-limited', 'slower')
        }
        const message = this.say(name, payload, more.upTo)
        take(message)
        return message
      },
    }
  }

  /** Relays this, whatever it is. */
  say(from: string, payload: string, upTo?: number): OpenedMessage {
    if (payload.length > rulesOf('notes').maxLength) throw new ProtocolError('bad-message', 'too long')
    this.#sent += 1
    const message = {
      ...said({
        id: this.#sent,
        from,
        kind: 'notes',
        payload,
        ...(upTo !== undefined && { upTo }),
      }),
      at: Date.now(),
    }
    this.#log = addToLog(this.#log, [message])
    for (const [name, page] of this.#pages)
      if (name !== from) setTimeout(() => page.take(message), this.#random() * DELAY_MS)
    return message
  }
}
