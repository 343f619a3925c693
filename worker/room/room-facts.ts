import type { RoomFacts } from '../../protocol/roster.ts'
import type { RoomHead } from './state.ts'

/** What everybody in the room may know of it. */
export const facts = ({ door, allowed }: RoomHead): RoomFacts => ({
  locked: door.locked,
  lobby: door.lobby,
  password: door.password !== null,
  allowed,
})
