import { signal } from '@preact/signals'
import { ProtocolError } from '../../../../protocol/errors.ts'
import type { PeerId } from '../../../../protocol/ids.ts'
import { rulesOf } from '../../../../protocol/page-edge/message-kinds.ts'
import type { RoomMessages } from '../../../../web/core/session/room-messages.ts'
import { FilesOfRoom } from '../../../../web/features/files/files-of-room.ts'
import type { OpenedMessage } from '../../opened.ts'
import { peer, said } from '../said.ts'

/** One message about a file, as it crosses the line. */
export interface Crossing {
  readonly from: PeerId
  readonly to: PeerId
  /** What it says, read. */
  readonly says: Record<string, unknown>
}

/** People's files over a room that does with `file` what the edge does: each message reaches one person, and they come too fast only once. */
export class FilesLine {
  readonly crossed: Crossing[] = []
  /** How many came too fast. */
  refused = 0
  /** What a test makes of a message on its way: another, or none. */
  tamper: (message: OpenedMessage) => readonly OpenedMessage[] = (message) => [message]
  readonly people = signal<readonly { id: PeerId; role: 'moderator' | 'participant' }[]>([])
  readonly #pages = new Map<PeerId, FilesOfRoom>()
  readonly #tokens = new Map<PeerId, { left: number; at: number }>()
  #id = 0

  arrive(name: string, role: 'moderator' | 'participant' = 'participant'): FilesOfRoom {
    const id = peer(name)
    this.people.value = [...this.people.value, { id, role }]
    const page = new FilesOfRoom({ send: this.#sender(name) }, this.people)
    this.#pages.set(id, page)
    return page
  }

  leave(name: string): void {
    this.#pages.delete(peer(name))
    this.people.value = this.people.value.filter(({ id }) => id !== peer(name))
  }

  #sender(name: string): RoomMessages['send'] {
    return async (kind, addressee, payload) => {
      if (addressee.to !== 'peer') throw new Error('files go to one person')
      const { maxLength } = rulesOf(kind)
      if (payload.length > maxLength) throw new ProtocolError('bad-message', 'too long')
      this.#count(peer(name))
      if (!this.#pages.has(addressee.peer)) throw new ProtocolError('not-found', 'nobody of that id is here')
      this.crossed.push({ from: peer(name), to: addressee.peer, says: JSON.parse(payload) })
      this.#id += 1
      const moderates = this.people.peek().some(({ id, role }) => id === peer(name) && role === 'moderator')
      const more = moderates ? ({ moderator: true } as const) : {}
      const message = said({ id: this.#id, from: name, kind, payload, to: addressee, ...more })
      await new Promise((resolve) => setTimeout(resolve, 10))
      for (const each of this.tamper(message)) this.#pages.get(addressee.peer)?.handle(each)
      return message
    }
  }

  #count(from: PeerId): void {
    const { burst, perSecond } = rulesOf('file').rate
    const now = performance.now()
    const before = this.#tokens.get(from) ?? { left: burst, at: now }
    const left = Math.min(burst, before.left + ((now - before.at) / 1_000) * perSecond) - 1
    if (left < 0) {
      this.refused += 1
      throw new ProtocolError('rate-limited', 'too fast')
    }
    this.#tokens.set(from, { left, at: now })
  }
}
