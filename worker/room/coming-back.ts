import type { ErrorCode } from '../../protocol/errors.ts'
import { MAX_PAST_PEOPLE, MAX_PEERS_PER_ROOM } from '../../protocol/limits.ts'
import type { RoomInput } from './inputs.ts'
import { isRemoved, provenanceOf } from './newcomer.ts'
import type { PastState, PeerState } from './state.ts'
import type { Turn } from './turn.ts'

type Join = Extract<RoomInput, { on: 'join' }>

/**
 * Those who are gone for the others, and may still come back (R6): whoever was cut off, or whose page went, for longer than
 * the graces, but neither said good-bye nor was put out. The room knows them by their token for as long as it lives.
 */

/** Remembers somebody who is gone; the longest gone give way. */
export function rememberGone(turn: Turn, peer: PeerState): void {
  const { id, name, role, creator, token, generation } = peer
  turn.putPast({ id, name, role, creator, token, generation })
  const [longest] = turn.past.keys()
  if (longest !== undefined && turn.past.size > MAX_PAST_PEOPLE) turn.removePast(longest)
}

/** Who is gone and brings the token back. */
export const goneBy = (turn: Turn, token: string): PastState | undefined =>
  [...turn.past.values()].find((past) => past.token === token)

/** Why they may not come back all the same; null where they may, whatever the door says. */
export function whyNotBack(turn: Turn, input: Join): ErrorCode | null {
  if (isRemoved(turn, provenanceOf(input))) return 'removed'
  return turn.peers.size < MAX_PEERS_PER_ROOM ? null : 'room-full'
}

/** A room that somebody else begins anew is another one: nobody comes back to the former. */
export function forgetGone(turn: Turn): void {
  for (const id of turn.past.keys()) turn.removePast(id)
}
