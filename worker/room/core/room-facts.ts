import type { RoomFacts } from '../../../protocol/roster.ts'
import { stricter } from '../../turn/turn-level.ts'
import type { RoomHead } from './state.ts'

/** What everybody in the room may know of it. */
export const settingsOf = ({ door, allowed, turn }: RoomHead): RoomFacts => ({
  locked: door.locked,
  lobby: door.lobby,
  password: door.password !== null,
  allowed,
  turn: stricter(turn.room, turn.month),
})
