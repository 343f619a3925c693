import { doorTimer } from '../door/door.ts'
import { lobbyTimer } from '../door/lobby.ts'
import { iceTimer } from '../media/ice-servers.ts'
import { cutOffTimer } from '../membership/cut-off.ts'
import { presenceTimer } from '../membership/presence.ts'
import { homeTimer } from '../nodes/home.ts'
import { migrationTimer } from '../nodes/migration.ts'
import { pipeTimer } from '../pipes/pipes.ts'
import type { RoomDraft } from './draft.ts'
import { type RoomWaits, USUAL_WAITS } from './room-waits.ts'
import type { RoomState } from './state.ts'

/** Something that a room does by the clock. */
export interface Timer {
  /** When it is due (ms since the epoch): the next time is among them. */
  due(state: RoomState, waits: RoomWaits): readonly number[]
  /** Does what is due; it may be that nothing is. */
  tick(draft: RoomDraft): void
}

/**
 * All of them, in this order: first go those who do not come back, for most of the rest is not done for them; the empty room is
 * looked at last, when it is known whether somebody is left.
 */
const TIMERS: readonly Timer[] = [
  presenceTimer,
  lobbyTimer,
  iceTimer,
  pipeTimer,
  migrationTimer,
  homeTimer,
  cutOffTimer,
  doorTimer,
]

/** Does whatever is due. */
export function tick(draft: RoomDraft): void {
  for (const timer of TIMERS) timer.tick(draft)
}

/** When something is due next (ms since the epoch), or null. */
export function nextDue(state: RoomState, waits: RoomWaits = USUAL_WAITS): number | null {
  const due = TIMERS.flatMap((timer) => timer.due(state, waits))
  return due.length > 0 ? Math.min(...due) : null
}
