import type { RoomNotification } from './room-notifications.ts'

const MINUTE_MS = 60_000
/** Between any two sounds; what happens in between is told by the one before. */
const GAP_MS = 1_000
/** Between two sounds of one kind: of many who come at once one hears the first. */
const GAP_OF_KIND_MS = 3_000
/** How many sounds one person, and all together, can make in a minute. */
const MOST_A_MINUTE = { person: 3, room: 10 } as const
/** In a larger room somebody comes all the time. */
const ARRIVALS_HEARD_UP_TO = 12

interface Sounded {
  readonly at: number
  readonly what: RoomNotification['what']
  readonly who: string | null
}

/** Which notifications sound: so few that nobody can make a room beep. That it is over always does. */
export class SoundBudget {
  #lately: readonly Sounded[] = []

  /**
   * Whether that sounds; then it is counted.
   *
   * @param people - how many are in the room.
   * @param now - in milliseconds, of any clock that only goes on.
   */
  allows(event: RoomNotification, people: number, now: number): boolean {
    const { what } = event
    if (what === 'ended') return true
    if (what === 'arrival' && people > ARRIVALS_HEARD_UP_TO) return false
    const lately = this.#lately.filter(({ at }) => now - at < MINUTE_MS)
    const tooSoon = lately.some((other) => now - other.at < (other.what === what ? GAP_OF_KIND_MS : GAP_MS))
    const ofThem = lately.filter(({ who }) => who === event.who).length
    if (tooSoon || ofThem >= MOST_A_MINUTE.person || lately.length >= MOST_A_MINUTE.room) return false
    this.#lately = [...lately, { at: now, what, who: event.who }]
    return true
  }
}
