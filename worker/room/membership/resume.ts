import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import type { PeerState } from '../core/peer-state.ts'
import { noteMeeting } from '../door/kept-name.ts'
import { renewGeneration } from '../media/media-session.ts'
import { placeJoining } from '../nodes/home.ts'
import { isSameName, nameOf } from './roster.ts'

type Join = InputOf<'join'>
type Resume = NonNullable<Join['params']['resume']>

/** Who of the room brings the token back: somebody whom the others know, or have known. */
export const peerByToken = (draft: RoomDraft, token: string): PeerState | undefined =>
  [...draft.peers.values()].find((peer) => peer.token === token && (peer.announced || peer.returned))

/** The same person, on another socket (R1): with its media kept, it gets what it missed; else all anew (R3). */
export function resume(draft: RoomDraft, input: Join, known: PeerState, proof: Resume): void {
  const { peer: from, request, params } = input
  draft.do({ do: 'bind-socket', from, to: known.id })
  draft.changePeer(known.id, { presence: { is: 'here' } })
  noteMeeting(draft)
  introduceAnew(draft, input, known)
  if (missesNothing(draft, input, known)) {
    return draft.do({ do: 'replay', peer: known.id, request, after: proof.seq })
  }
  draft.changePeer(known.id, { presence: { is: 'joining', request } })
  if (proof.media === 'gone' || !known.announced) {
    draft.changePeer(known.id, { rtpCapabilities: params.rtpCapabilities })
    renewGeneration(draft, known.id)
  }
  const peer = draft.peer(known.id)
  if (peer) placeJoining(draft, peer)
}

/** Whether their page goes on as it was, and all that it missed is kept for it. */
export function missesNothing({ head }: RoomDraft, { params, heldAfter }: Join, known: PeerState): boolean {
  const { resume: proof } = params
  if (proof === undefined || !known.announced) return false
  return proof.media === 'kept' && proof.seq >= heldAfter && proof.seq <= head.seq
}

/** Another page of an encrypted room's person has a name of its own (K2): the others hear it before anything that it sends. */
function introduceAnew(draft: RoomDraft, input: Join, { id, name: before, announced }: PeerState): void {
  const name = nameOf({ name: before }, input)
  if (isSameName(name, before)) return
  draft.changePeer(id, { name })
  if (announced) draft.tell({ except: id }, { event: 'peer-renamed', peer: id, name })
}
