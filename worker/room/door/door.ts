import { DOOR_KEPT_MS } from '../../../protocol/limits.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { MemberAction } from '../core/access.ts'
import type { Door } from '../core/door-state.ts'
import type { RoomDraft } from '../core/draft.ts'
import { settingsOf } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import type { RoomWaits } from '../core/room-waits.ts'
import type { Timer } from '../core/schedule.ts'
import { emptyRoom, type RoomHead, type RoomState } from '../core/state.ts'
import { forgetPast } from '../membership/rejoin.ts'
import { triesForgivenAt } from './crowd.ts'
import { admitAll } from './lobby.ts'
import type { PasswordVerifier } from './secrets.ts'

/** Lets nobody else in, or opens the door again. */
export function setLocked(context: RequestContext, { locked }: PageParams<'set-locked'>): void {
  change(context, { do: 'set-locked' }, { locked })
}

/** Has whoever comes wait until a moderator lets them in, or opens the door to all who wait (D5). */
export function setLobby(context: RequestContext, { lobby }: PageParams<'set-lobby'>): void {
  const { draft } = context
  if (change(context, { do: 'set-lobby' }, { lobby }) && !lobby) admitAll(draft)
}

/** Has all voices of an encrypted room sent at a constant rate, or as each person wants it (K28). */
export function setConstantRate(
  context: RequestContext,
  { constantRate }: PageParams<'set-constant-rate'>,
): void {
  if (!context.permits({ do: 'set-constant-rate' }, ONLY_MODERATORS)) return
  if (context.draft.head.door.link === null)
    return context.refuse('not-encrypted', 'the rate of a voice tells nothing more where all can be heard')
  put(context, { constantRate })
}

/** Asks for a password from now on, or for none (D3). */
export function setPassword(context: RequestContext, password: PasswordVerifier | null): void {
  change(context, { do: 'set-password' }, { password })
}

const ONLY_MODERATORS = 'only moderators do that'

/** Does what a moderator asks; says whether one did. */
function change(context: RequestContext, action: MemberAction, part: Partial<Door>): boolean {
  if (!context.permits(action, ONLY_MODERATORS)) return false
  put(context, part)
  return true
}

/** Everybody is told what is another now. What is kept is changed by the owner alone (D2). */
function put(context: RequestContext, part: Partial<Door>): void {
  const { draft, peer } = context
  context.answer()
  const before = draft.head.door
  const { ownersDoor } = draft.head
  draft.changeHead({
    door: { ...before, ...part },
    ...(peer.creator && ownersDoor && { ownersDoor: { ...ownersDoor, ...part } }),
  })
  if (!looksTheSame(before, draft.head.door))
    draft.tell({ except: null }, { event: 'room-settings-changed', room: settingsOf(draft.head) })
}

/** To whoever stands before it, or is inside: that the password is another one now is nobody's business. */
const looksTheSame = (one: Door, other: Door): boolean =>
  one.locked === other.locked &&
  one.lobby === other.lobby &&
  one.constantRate === other.constantRate &&
  (one.password === null) === (other.password === null)

/**
 * Everybody has left (L3). The door stands as its owner left it, whatever other moderators made of it since; one that nobody
 * owns opens. Without a lobby, those who wait come in. Whether it is encrypted is decided until nothing is left of it.
 */
export function leaveDoor(draft: RoomDraft): void {
  const { ownersDoor, door: before } = draft.head
  const door = ownersDoor ?? { ...emptyRoom.head.door, link: before.link }
  // Words that were told lead to those who told them, and to nobody who comes after.
  draft.changeHead({ door, spokenWords: null })
  if (!door.lobby) admitAll(draft)
}

/**
 * Erases what is left of an empty room after a while; its door, where that is kept, after a month (D2). Of who stood before a
 * kept door meanwhile and was not let in, nothing stays either.
 */
function tickDoor(draft: RoomDraft): void {
  const due = emptyDue(draft.state, draft.waits)
  if (due === null || due > draft.now) return
  const { door, keeping } = draft.head
  const doorUntil = draft.head.doorUntil ?? draft.now + DOOR_KEPT_MS
  const keepDoor = door.owner !== null && keeping.is === 'kept' && doorUntil > draft.now
  draft.changeHead(
    keepDoor ? { ...emptyRoom.head, door, ownersDoor: door, keeping, doorUntil } : { ...emptyRoom.head },
  )
  forgetPast(draft)
  draft.do({ do: 'erase', keepDoor })
}

/** When that is due (ms since the epoch), or null: not while somebody waits before the empty room. */
function emptyDue({ head, peers, waiting }: RoomState, { emptyRoomMs }: RoomWaits): number | null {
  if (peers.size > 0 || waiting.size > 0) return null
  const { doorUntil, emptySince, tries, knocks, crowd } = head
  if (doorUntil === null) return emptySince === null ? null : emptySince + emptyRoomMs
  const forgiven = triesForgivenAt([...tries, ...knocks], crowd)
  return forgiven === null ? doorUntil : Math.min(doorUntil, Math.max(forgiven, lastOf(head) + emptyRoomMs))
}

/** When somebody was last wrong at the door, or knocked in vain (ms since the epoch). */
const lastOf = ({ tries, knocks, crowd }: RoomHead): number =>
  Math.max(...[...tries, ...knocks, ...crowd].map(({ at }) => at))

export const doorTimer: Timer = {
  due: (state, waits) => [emptyDue(state, waits)].filter((due) => due !== null),
  tick: tickDoor,
}
