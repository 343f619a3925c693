import { type Signal, signal } from '@preact/signals'
import { perSession } from '../../core/session/per-session.ts'

/** How much happened in a room since one last looked at the page; `RoomNotifications` counts it. */
export const missedOf = perSession((): Signal<number> => signal(0))
