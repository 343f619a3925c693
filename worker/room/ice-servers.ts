import type { PeerId } from '../../protocol/ids.ts'
import type { IceServer } from '../../protocol/transport.ts'
import { facts } from './room-facts.ts'
import type { PeerState, RoomHead, RoomState } from './state.ts'
import type { Turn } from './turn.ts'

/** Asks for TURN credentials, unless they are on their way or what the person holds is fresh: a node's end waits for none. */
export function wantIce(turn: Turn, id: PeerId): void {
  const peer = turn.peer(id)
  if (!peer || peer.ice.asked || isSpent(turn.head) || isFresh(turn, peer)) return
  turn.changePeer(id, { ice: { ...peer.ice, asked: true } })
  turn.do({ do: 'grant-ice', peer: id })
}

/** Whether nobody is given any more (M10). */
const isSpent = (head: RoomHead): boolean => facts(head).turn === 'nothing'

/** Whether what a person holds is still taken by its servers. */
const holds = (turn: Turn, { ice: { grant } }: PeerState): boolean =>
  grant !== null && (grant.until === null || grant.until > turn.now)

/** Whether it will be for long. */
const isFresh = (turn: Turn, peer: PeerState): boolean =>
  holds(turn, peer) && (peer.ice.due === null || peer.ice.due > turn.now)

/** What a person may reach the node through, now. */
export const iceServersOf = (turn: Turn, peer: PeerState): IceServer[] =>
  holds(turn, peer) ? (peer.ice.grant?.servers ?? []) : []

/** Whether a person's welcome has to wait for TURN credentials. */
export const awaitsIce = (turn: Turn, peer: PeerState): boolean =>
  peer.presence.is === 'joining' && peer.ice.asked && !holds(turn, peer)

/** Takes back what a person holds: they have left. */
export function revokeIce(turn: Turn, { ice: { grant, former } }: PeerState): void {
  const usernames = [...former, ...(grant?.usernames ?? [])]
  if (usernames.length > 0) turn.do({ do: 'revoke-ice', usernames })
}

/** Asks for others where those of somebody with media will not hold for long. */
export function tickIce(turn: Turn): void {
  for (const { id, media, ice } of turn.peers.values()) {
    if (media !== 'none' && ice.due !== null && ice.due <= turn.now) wantIce(turn, id)
  }
}

/** When somebody needs others (ms since the epoch). */
export const iceDue = ({ head, peers }: RoomState): number[] =>
  isSpent(head)
    ? []
    : [...peers.values()].flatMap(({ media, ice: { asked, due } }) =>
        media === 'none' || asked || due === null ? [] : [due],
      )

/** What was asked for before the object was loaded is answered to nobody: it is asked for again. */
export function wakeIce(turn: Turn): void {
  for (const { id, media, ice } of turn.peers.values()) {
    if (!ice.asked) continue
    turn.changePeer(id, { ice: { ...ice, asked: false } })
    if (media === 'up') wantIce(turn, id)
  }
}
