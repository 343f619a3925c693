import type { NodeId } from '../../../protocol/ids.ts'
import { CUT_OFF_AFTER_MS, CUT_OFF_AGAIN_MS } from '../../../protocol/limits.ts'
import type { HeardPage } from '../../../protocol/node-edge/events.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { transportId } from '../core/queries.ts'
import type { Timer } from '../core/schedule.ts'
import type { RoomState } from '../core/state.ts'

/** A node hears nothing of some pages any more, or hears them again. Of whom it does not carry it can tell nothing. */
export function pagesHeard(draft: RoomDraft, node: NodeId, pages: readonly Omit<HeardPage, 'room'>[]): void {
  const carried = new Map(
    [...draft.peers.values()]
      .filter((peer) => peer.node === node)
      .map((peer) => [transportId(peer, 'receive'), peer]),
  )
  for (const { transport, heard } of pages) {
    const peer = carried.get(transport)
    if (!peer) continue
    draft.changePeer(peer.id, { silentIn: heard ? null : peer.generation })
    // Its socket may be as dead: then it is not to stay for minutes.
    if (!heard && peer.presence.is === 'here') draft.do({ do: 'check-socket', peer: peer.id })
  }
}

/**
 * Tells everybody who is cut off from now on, and who is not any more (R8). Somebody who comes and goes all the time, or of whom
 * a node says so, is marked now and then.
 */
export function markCutOff(draft: RoomDraft): void {
  const news = [...draft.peers.values()].filter(
    (peer) => peer.announced && isCutOff(peer, draft.now) !== peer.cutOff && mayMark(peer, draft.now),
  )
  for (const cutOff of [true, false]) {
    const peers = news.filter((peer) => peer.cutOff !== cutOff).map(({ id }) => id)
    if (peers.length === 0) continue
    for (const id of peers) draft.changePeer(id, { cutOff, ...(cutOff && { cutOffAt: draft.now }) })
    draft.tell({ except: null }, { event: 'cut-off-changed', peers, cutOff })
  }
}

/** Whether a node listens to somebody's page. */
export const isListenedTo = ({ media }: Pick<PeerState, 'media'>): boolean => media === 'up'

/** Whether that is otherwise than before of anybody. */
export const isListenedToOtherwise = (before: RoomState, after: RoomState): boolean =>
  [...after.peers.values()].some((peer) => {
    const earlier = before.peers.get(peer.id)
    return earlier !== peer && (earlier === undefined || isListenedTo(earlier) !== isListenedTo(peer))
  })

/** Neither sound nor picture comes of them; of whom no node listens to, nothing at all. */
function isCutOff(peer: PeerState, now: number): boolean {
  if (isListenedTo(peer)) return peer.silentIn === peer.generation
  return peer.presence.is === 'away' && awayTooLongAt(peer.presence) <= now
}

const awayTooLongAt = ({ since }: { readonly since: number }): number => since + CUT_OFF_AFTER_MS

/** The mark goes at once, and does not come again at once. */
const mayMark = ({ cutOff, cutOffAt }: PeerState, now: number): boolean =>
  cutOff || cutOffAt === null || now - cutOffAt >= CUT_OFF_AGAIN_MS

/** When somebody is to be marked by the clock (ms since the epoch). */
function cutOffDue({ peers }: RoomState): number[] {
  return [...peers.values()].flatMap((peer) => {
    if (peer.cutOff || !peer.announced) return []
    const since = cutOffSince(peer)
    return since === null
      ? []
      : [Math.max(since, (peer.cutOffAt ?? Number.NEGATIVE_INFINITY) + CUT_OFF_AGAIN_MS)]
  })
}

function cutOffSince(peer: PeerState): number | null {
  if (isListenedTo(peer)) return peer.silentIn === peer.generation ? Number.NEGATIVE_INFINITY : null
  return peer.presence.is === 'away' ? awayTooLongAt(peer.presence) : null
}

/** Whoever is to be marked is marked by the pass that follows: the clock only has to bring it about. */
export const cutOffTimer: Timer = { due: cutOffDue, tick: () => {} }
