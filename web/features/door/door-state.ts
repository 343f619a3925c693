import type { RoomView } from '../../core/session/room-session.ts'

/** How the door stands, the strictest first; keys of the dictionaries' `door.state`. */
export type DoorState = 'open' | 'password' | 'lobby' | 'locked'

export function doorStateOf({
  locked,
  lobby,
  password,
}: Pick<RoomView, 'locked' | 'lobby' | 'password'>): DoorState {
  if (locked) return 'locked'
  if (lobby) return 'lobby'
  return password ? 'password' : 'open'
}
