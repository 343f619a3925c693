import { computed, type ReadonlySignal } from '@preact/signals'
import type { PeerId } from '../../../protocol/ids.ts'
import type { OpenedMessage } from '../../core/encryption/opened.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomMessages } from '../../core/session/room-messages.ts'
import type { Person } from '../../core/session/room-session.ts'
import { readPayload } from '../read-payload.ts'
import { FilePayload } from './file-payload.ts'
import { FetchedFiles } from './transfer/fetched-files.ts'
import { OfferedFiles } from './transfer/offered-files.ts'
import { PacedSender } from './transfer/paced-sender.ts'

/** The files of one stay in a room: ours that others fetch, and theirs that we do. */
export class FilesOfRoom {
  readonly offered: OfferedFiles
  readonly fetched: FetchedFiles
  /** Who is here. */
  readonly present: ReadonlySignal<ReadonlySet<PeerId>>

  constructor(
    messages: Pick<RoomMessages, 'send'>,
    people: ReadonlySignal<readonly Pick<Person, 'id' | 'role'>[]>,
  ) {
    const sender = new PacedSender(messages)
    this.present = computed(() => new Set(people.value.map(({ id }) => id)))
    this.offered = new OfferedFiles(sender, () => {
      const moderators = people.peek().filter(({ role }) => role === 'moderator')
      return new Set(moderators.map(({ id }) => id))
    })
    this.fetched = new FetchedFiles(sender, this.present)
  }

  /** Somebody's page says something about a file. */
  handle(message: OpenedMessage): void {
    const said = readPayload(FilePayload, message.payload)
    if (said === null) return
    switch (said.do) {
      case 'ask':
        return this.offered.handleAsk(message, said)
      case 'stop':
        return this.offered.handleStop(message.from, said.fetch)
      case 'part':
        return this.fetched.handlePart(message.from, said)
      case 'gone':
        return this.fetched.handleGone(message.from, said.fetch)
      default:
        return said satisfies never
    }
  }
}

export const filesOf = perSession(({ messages, view }) => {
  const people = computed(() => view.value.people)
  return new FilesOfRoom(messages, people)
})
