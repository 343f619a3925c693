import type { PeerId } from '../../../protocol/ids.ts'
import type { IceServer } from '../../../protocol/media/transport.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { settingsOf } from '../core/queries.ts'
import type { Timer } from '../core/schedule.ts'
import type { RoomHead, RoomState } from '../core/state.ts'

/** Asks for TURN credentials, unless they are on their way or what the person holds is fresh: a node's end waits for none. */
export function wantIce(draft: RoomDraft, id: PeerId): void {
  const peer = draft.peer(id)
  if (!peer || peer.ice.asked || isSpent(draft.head) || isFresh(draft, peer)) return
  draft.changePeer(id, { ice: { ...peer.ice, asked: true } })
  draft.do({ do: 'grant-ice', peer: id })
}

/** Whether nobody is given any more (M10). */
const isSpent = (head: RoomHead): boolean => settingsOf(head).turnLevel === 'nothing'

/** Whether what a person holds is still taken by its servers. */
const holds = (draft: RoomDraft, { ice: { grant } }: PeerState): boolean =>
  grant !== null && (grant.until === null || grant.until > draft.now)

/** Whether it will be for long. */
const isFresh = (draft: RoomDraft, peer: PeerState): boolean =>
  holds(draft, peer) && (peer.ice.due === null || peer.ice.due > draft.now)

/** What a person may reach the node through, now. */
export const iceServersOf = (draft: RoomDraft, peer: PeerState): IceServer[] =>
  holds(draft, peer) ? (peer.ice.grant?.servers ?? []) : []

/** Whether a person's welcome has to wait for TURN credentials. */
export const awaitsIce = (draft: RoomDraft, peer: PeerState): boolean =>
  peer.presence.is === 'joining' && peer.ice.asked && !holds(draft, peer)

/** Takes back what a person holds: they have left. */
export function revokeIce(draft: RoomDraft, { ice: { grant, former } }: PeerState): void {
  const usernames = [...former, ...(grant?.usernames ?? [])]
  if (usernames.length > 0) draft.do({ do: 'revoke-ice', usernames })
}

/** Asks for others where those of somebody with media will not hold for long. */
function tickIce(draft: RoomDraft): void {
  for (const { id, media, ice } of draft.peers.values()) {
    if (media !== 'none' && ice.due !== null && ice.due <= draft.now) wantIce(draft, id)
  }
}

/** When somebody needs others (ms since the epoch). */
const iceDue = ({ head, peers }: RoomState): number[] =>
  isSpent(head)
    ? []
    : [...peers.values()].flatMap(({ media, ice: { asked, due } }) =>
        media === 'none' || asked || due === null ? [] : [due],
      )

/** What was asked for before the object was loaded is answered to nobody: it is asked for again. */
export function wakeIce(draft: RoomDraft): void {
  for (const { id, media, ice } of draft.peers.values()) {
    if (!ice.asked) continue
    draft.changePeer(id, { ice: { ...ice, asked: false } })
    if (media === 'up') wantIce(draft, id)
  }
}

export const iceTimer: Timer = { due: iceDue, tick: tickIce }
