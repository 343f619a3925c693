import type { ErrorCode } from '../../../protocol/errors.ts'
import { problemWithCapabilities } from '../../../protocol/media/offered-media.ts'
import { isSpoken, PAGE_EDGE, spokenInWords } from '../../../protocol/version.ts'
import { can, whyNotByLink } from '../core/access.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { InputOf } from '../core/inputs.ts'
import { NO_ICE, type PastState, type PeerState, type WaitingState } from '../core/peer-state.ts'
import { circumstances, HOW_IT_IS_SAID } from '../core/queries.ts'
import { chargeCrowds, passwordQueueMs } from '../door/crowd.ts'
import { beginKeepingName } from '../door/kept-name.ts'
import { isUndecided, type KnownAs, linkOf } from '../door/link.ts'
import { endKnock, waitInLobby } from '../door/lobby.ts'
import { hasTriesLeft, newcomerOf, provenanceOf, waitAtDoorMs, waitingOf } from '../door/newcomer.ts'
import { linkHashOf, ownerHashOf } from '../door/secrets.ts'
import { chargeIfWrong, rememberAddressKey } from '../door/wrong-guess.ts'
import { placeJoining } from '../nodes/home.ts'
import { forgetPast, pastByToken, whyNotRejoin } from './rejoin.ts'
import { missesNothing, peerByToken, resume } from './resume.ts'
import { nameOf } from './roster.ts'

type Join = InputOf<'join'>

/** Somebody wants in (J1), or back in (R1). */
export function join(draft: RoomDraft, input: Join): void {
  const { peer, params } = input
  if (!isSpoken(PAGE_EDGE, params.protocol)) {
    return refuseJoin(draft, input, 'unsupported-protocol', spokenInWords(PAGE_EDGE))
  }
  const problem = params.rtpCapabilities && problemWithCapabilities(params.rtpCapabilities)
  if (problem) return refuseJoin(draft, input, 'bad-message', problem)
  const known = params.resume && peerByToken(draft, params.resume.token)
  const gone = params.resume && pastByToken(draft, params.resume.token)
  const link = linkOf(draft, input, knownAs(draft, input, known ?? gone))
  const withoutLink = whyNotByLink(link, hasTriesLeft(draft, input))
  if (withoutLink !== null) return refuseAtDoor(draft, input, withoutLink)
  // Whoever got as far with a proof is in an encrypted room, or opens one.
  if ((typeof params.name !== 'string') !== (params.linkProof !== undefined))
    return refuseJoin(draft, input, 'bad-message', HOW_IT_IS_SAID)
  const waiting = known || gone ? undefined : waitingOf(draft, input)
  // One socket, one person: who waited on it until now, and comes as somebody else, waits no longer.
  const former = draft.waiting.get(peer)
  if (former && former !== waiting) endKnock(draft, former)
  if (known && params.resume) return resume(draft, input, known, params.resume)
  if (gone) return rejoin(draft, input, gone)
  if (params.resumeOnly && !waiting)
    return refuseJoin(draft, input, 'not-found', 'nobody here knows you any more')
  joinAsNewcomer(draft, input, waiting)
}

/** How well the room knows somebody who brings that person's token. */
function knownAs(draft: RoomDraft, input: Join, who: PeerState | PastState | undefined): KnownAs {
  if (!who) return 'nobody'
  return 'presence' in who && missesNothing(draft, input, who) ? 'following' : 'known'
}

/** Refuses somebody at the door, who pays where they were wrong (D4), and is told when they may try again. */
function refuseAtDoor(draft: RoomDraft, input: Join, code: ErrorCode): void {
  chargeIfWrong(draft, input, code)
  const retryAfterMs = code === 'too-many-tries' ? waitAtDoorMs(draft, input) : undefined
  refuseJoin(draft, input, code, 'the door stays closed', retryAfterMs)
}

/** Refuses a join, and closes the socket: nobody waits on it any more. */
function refuseJoin(
  draft: RoomDraft,
  { peer, request }: Join,
  code: ErrorCode,
  why: string,
  retryAfterMs?: number,
): void {
  draft.refuse(peer, request, code, why, retryAfterMs)
  draft.do({ do: 'close-socket', peer, code })
  const waiting = draft.waiting.get(peer)
  if (waiting) endKnock(draft, waiting)
}

/** Whether somebody new comes in, has to wait, or is refused; the rights are those of `can`. */
function joinAsNewcomer(draft: RoomDraft, input: Join, waiting: WaitingState | undefined): void {
  rememberAddressKey(draft, input)
  const newcomer = newcomerOf(draft, input, waiting)
  const verdict = can('outsider', { do: 'join', ...newcomer }, circumstances(draft, null))
  if (verdict === 'granted') return addNewcomer(draft, input, newcomer.creator, waiting)
  if (verdict === 'waiting') return waitInLobby(draft, input, waiting)
  if (verdict === 'later') return postpone(draft, input)
  if (waiting && verdict === 'removed' && waiting.id !== input.peer) {
    draft.do({ do: 'close-socket', peer: waiting.id, code: 'removed' })
    endKnock(draft, waiting)
  }
  refuseAtDoor(draft, input, verdict)
}

/** Their password is looked at later, right or wrong: so many were wrong that all take turns (D4). */
function postpone(draft: RoomDraft, input: Join): void {
  const forMs = passwordQueueMs(draft, input) ?? 0
  chargeCrowds(draft, input)
  draft.do({ do: 'postpone-join', forMs, join: { ...input, waited: true } })
}

/**
 * Gives somebody a place in the room. Whoever opens it with a link has it encrypted (D11); with a key, while nobody owns it, owns
 * it (D1).
 */
function addNewcomer(
  draft: RoomDraft,
  input: Join,
  creator: boolean,
  waiting: WaitingState | undefined,
): void {
  const { peer: fresh, token, params } = input
  if (params.linkProof && isUndecided(draft.head, draft.peers.size))
    draft.changeHead({ door: { ...draft.head.door, link: linkHashOf(params.linkProof) } })
  const { door } = draft.head
  const key = door.owner === null && draft.peers.size === 0 ? params.creatorKey : undefined
  if (key) {
    const owned = { ...door, owner: ownerHashOf(key) }
    draft.changeHead({ door: owned, ownersDoor: owned })
  }
  const id = waiting?.id ?? fresh
  if (id !== fresh) draft.do({ do: 'bind-socket', from: fresh, to: id })
  if (key) beginKeepingName(draft, id)
  if (waiting) endKnock(draft, waiting)
  if (draft.peers.size === 0) forgetPast(draft)
  const owns = creator || key !== undefined
  addPeer(draft, input, {
    id,
    name: waiting ? nameOf(waiting, input) : params.name,
    role: owns ? 'moderator' : 'participant',
    creator: owns,
    token,
    generation: 1,
    returned: false,
  })
}

/** Whoever was gone for the others is let in again as who they were (R6), whatever the door says by now. */
function rejoin(draft: RoomDraft, input: Join, gone: PastState): void {
  const why = whyNotRejoin(draft, input)
  if (why !== null) return refuseJoin(draft, input, why, 'there is no way back')
  draft.removePast(gone.id)
  draft.do({ do: 'bind-socket', from: input.peer, to: gone.id })
  addPeer(draft, input, {
    ...gone,
    name: nameOf(gone, input),
    generation: gone.generation + 1,
    returned: true,
  })
}

type Who = Pick<PeerState, 'id' | 'name' | 'role' | 'creator' | 'token' | 'generation' | 'returned'>

/** Puts somebody among the people of the room, to be welcomed. A room is never without a moderator (A2). */
function addPeer(draft: RoomDraft, input: Join, who: Who): void {
  const { request, params } = input
  const first = ![...draft.peers.values()].some((peer) => peer.role === 'moderator')
  const peer: PeerState = {
    ...who,
    role: first ? 'moderator' : who.role,
    ...provenanceOf(input),
    presence: { is: 'joining', request },
    announced: false,
    rtpCapabilities: params.rtpCapabilities,
    media: 'none',
    node: null,
    viaTurn: false,
    silentIn: null,
    cutOff: false,
    cutOffAt: null,
    migratingFrom: null,
    measuredNodes: params.measuredNodes ?? [],
    preferredNode: params.preferredNode ?? null,
    producers: [],
    notShown: [],
    ice: NO_ICE,
  }
  draft.putPeer(peer)
  draft.changeHead({ emptySince: null, doorUntil: null })
  placeJoining(draft, peer)
}
