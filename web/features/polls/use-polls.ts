import type { RoomSession } from '../../core/session/room-session.ts'
import { type Poll, pollsOf } from './poll-results.ts'

/** The room's polls as they stand, the latest first. */
export function usePolls({ messages, view }: RoomSession): Poll[] {
  const { people } = view.value
  return pollsOf(
    { polls: messages.of('poll').value, votes: messages.of('vote').value },
    {
      self: people.find((person) => person.self)?.id ?? null,
      voter: messages.voter.value,
      present: new Set(people.map((person) => person.id)),
    },
  )
}
