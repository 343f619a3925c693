import type { RoomSession } from './room-session.ts'

/** One thing for each stay in a room, made when it is first asked for: what goes on while its panel is closed. */
export function perSession<Thing>(make: (session: RoomSession) => Thing): (session: RoomSession) => Thing {
  const made = new WeakMap<RoomSession, Thing>()
  return (session) => {
    const known = made.get(session) ?? make(session)
    made.set(session, known)
    return known
  }
}
