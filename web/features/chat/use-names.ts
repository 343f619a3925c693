import type { PeerId } from '../../../protocol/ids.ts'
import type { OpenedMessage } from '../../core/encryption/opened.ts'
import type { RoomSession } from '../../core/session/room-session.ts'
import { useFurtherWords } from '../../ui/lazily-worded.tsx'

export type NameOf = (peer: PeerId) => string

/** How people are called: those who are here, and those who have left but said something. */
export function useNames({ view }: Pick<RoomSession, 'view'>, messages: readonly OpenedMessage[]): NameOf {
  const { chat } = useFurtherWords()
  const { people } = view.value
  return (peer) =>
    people.find(({ id }) => id === peer)?.name ??
    messages.findLast(({ from }) => from === peer)?.name ??
    chat.someone
}
