import type { RoomSession } from '../../core/session/room-session.ts'
import { type Poll, pollsOf } from './poll-results.ts'

/** The room's polls as they stand, the latest first. */
export function usePolls({ relay, view }: RoomSession): Poll[] {
  const { people } = view.value
  return pollsOf(
    { polls: relay.messages('poll').value, votes: relay.messages('vote').value },
    {
      self: people.find((person) => person.self)?.id ?? null,
      voter: relay.voter.value,
      present: new Set(people.map((person) => person.id)),
    },
  )
}
