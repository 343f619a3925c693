import { effect, type ReadonlySignal, signal } from '@preact/signals'
import * as Y from 'yjs'
import type { PeerId } from '../../../protocol/ids.ts'
import { perSession } from '../../core/session/per-session.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { textOf } from './note-doc.ts'
import { NotesSync } from './notes-sync.ts'

/** How long somebody who has sent something is said to be writing. */
const WRITES_MS = 3_000

/** The room's one pad: goes on being the same as the others' while its panel is closed. */
export interface NotesPad {
  readonly text: Y.Text
  /** Who writes at this moment, oneself aside. */
  readonly writers: ReadonlySignal<readonly string[]>
  readonly problem: NotesSync['problem']
}

export const notesPadOf = perSession((session): NotesPad => {
  const doc = new Y.Doc()
  const sync = new NotesSync(session.messages, doc)
  followStay(session, sync)
  return { text: textOf(doc), writers: writersOf(session), problem: sync.problem }
})

/** Begins anew when the room takes us for somebody new, and ends with the stay. */
function followStay({ view }: RoomSession, sync: NotesSync): void {
  let known: PeerId | undefined
  effect(() => {
    const { people, connection } = view.value
    const self = people.find((person) => person.self)?.id
    if (connection === 'left' || connection === 'refused') sync.close()
    if (connection !== 'connected' || self === undefined || self === known) return
    if (known !== undefined) sync.restart()
    known = self
  })
}

function writersOf({ messages }: RoomSession): ReadonlySignal<readonly string[]> {
  const writers = signal<readonly string[]>([])
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  messages.listen('notes', ({ name, upTo }) => {
    // What stands for others was not typed now.
    if (upTo !== undefined) return
    clearTimeout(timers.get(name))
    if (!timers.has(name)) writers.value = [...writers.peek(), name]
    const over = (): void => {
      timers.delete(name)
      writers.value = writers.peek().filter((writer) => writer !== name)
    }
    timers.set(name, setTimeout(over, WRITES_MS))
  })
  return writers
}
