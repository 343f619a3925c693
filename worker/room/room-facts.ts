import type { RoomFacts } from '../../protocol/roster.ts'
import type { RoomHead } from './state.ts'

/** What everybody in the room may know of it. */
export const facts = ({ locked, allowed }: RoomHead): RoomFacts => ({ locked, allowed })
