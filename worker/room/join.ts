import type { ErrorCode } from '../../protocol/errors.ts'
import { problemWithCapabilities } from '../../protocol/offered-media.ts'
import { PROTOCOL_VERSION } from '../../protocol/version.ts'
import { can } from '../access.ts'
import { forgetGone, goneBy, whyNotBack } from './coming-back.ts'
import { chargeCrowds, turnAtPasswords } from './crowd.ts'
import { ownerHashOf } from './door-secrets.ts'
import type { RoomInput } from './inputs.ts'
import { beginKeeping, noteMeeting } from './keeping.ts'
import { endKnock, wait } from './lobby.ts'
import { openMedia, renewGeneration } from './media-session.ts'
import { newcomerOf, provenanceOf, waitingOf, whoseTries } from './newcomer.ts'
import { circumstances } from './permit.ts'
import { seatAt, seekNode } from './placement.ts'
import { NO_ICE, type PastState, type PeerState, type WaitingState } from './state.ts'
import { spendTry } from './tries.ts'
import type { Turn } from './turn.ts'
import { welcome } from './welcome.ts'

type Join = Extract<RoomInput, { on: 'join' }>

/** Somebody wants in (J1), or back in (R1). */
export function join(turn: Turn, input: Join): void {
  const { peer, params } = input
  if (params.protocol !== PROTOCOL_VERSION) {
    return turnDown(turn, input, 'unsupported-protocol', `this edge speaks version ${PROTOCOL_VERSION}`)
  }
  const problem = params.rtpCapabilities && problemWithCapabilities(params.rtpCapabilities)
  if (problem) return turnDown(turn, input, 'bad-message', problem)
  const known = params.resume && byToken(turn, params.resume.token)
  const gone = params.resume && goneBy(turn, params.resume.token)
  const waiting = known || gone ? undefined : waitingOf(turn, input)
  // One socket, one person: who waited on it until now, and comes as somebody else, waits no longer.
  const former = turn.waiting.get(peer)
  if (former && former !== waiting) endKnock(turn, former)
  if (known && params.resume) return resume(turn, input, known, params.resume)
  if (gone) return comeBack(turn, input, gone)
  if (params.onlyBack && !waiting) return turnDown(turn, input, 'not-found', 'nobody here knows you any more')
  admit(turn, input, waiting)
}

/** Refuses a join, and closes the socket: nobody waits on it any more. */
function turnDown(turn: Turn, { peer, request }: Join, code: ErrorCode, why: string): void {
  turn.refuse(peer, request, code, why)
  turn.do({ do: 'close', peer, code })
  const waiting = turn.waiting.get(peer)
  if (waiting) endKnock(turn, waiting)
}

const byToken = (turn: Turn, token: string): PeerState | undefined =>
  [...turn.peers.values()].find((peer) => peer.token === token && (peer.announced || peer.returned))

/** Whether somebody new comes in, has to wait, or is refused; the rights are those of `can`. */
function admit(turn: Turn, input: Join, waiting: WaitingState | undefined): void {
  if (turn.head.addressKey === null) turn.changeHead({ addressKey: input.addressKey })
  const newcomer = newcomerOf(turn, input, waiting)
  const verdict = can('outsider', { do: 'join', ...newcomer }, circumstances(turn, null))
  if (verdict === 'granted') return seat(turn, input, newcomer.creator, waiting)
  if (verdict === 'waiting') return wait(turn, input, waiting)
  if (verdict === 'later') return postpone(turn, input)
  if (verdict === 'wrong-password') {
    turn.changeHead({ tries: spendTry(turn.head.tries, whoseTries(input), turn.now) })
    if (!input.waited) chargeCrowds(turn, input)
  }
  if (waiting && verdict === 'removed' && waiting.id !== input.peer) {
    turn.do({ do: 'close', peer: waiting.id, code: 'removed' })
    endKnock(turn, waiting)
  }
  turnDown(turn, input, verdict, 'the door stays closed')
}

/** Their password is looked at later, right or wrong: so many were wrong that all take turns (D4). */
function postpone(turn: Turn, input: Join): void {
  const forMs = turnAtPasswords(turn, input) ?? 0
  chargeCrowds(turn, input)
  turn.do({ do: 'postpone', forMs, join: { ...input, waited: true } })
}

/** Gives somebody a place in the room; whoever opens it with a key, while nobody owns it, owns it (D1). */
function seat(turn: Turn, input: Join, creator: boolean, waiting: WaitingState | undefined): void {
  const { peer: fresh, token, params } = input
  const { door } = turn.head
  const key = door.owner === null && turn.peers.size === 0 ? params.creator : undefined
  if (key) {
    const owned = { ...door, owner: ownerHashOf(key) }
    turn.changeHead({ door: owned, ownersDoor: owned })
  }
  const id = waiting?.id ?? fresh
  if (id !== fresh) turn.do({ do: 'bind', from: fresh, to: id })
  if (key) beginKeeping(turn, id)
  if (waiting) endKnock(turn, waiting)
  if (turn.peers.size === 0) forgetGone(turn)
  const owns = creator || key !== undefined
  settle(turn, input, {
    id,
    // As they knocked: that is whom a moderator let in.
    name: waiting?.name ?? params.name,
    role: owns ? 'moderator' : 'participant',
    creator: owns,
    token,
    generation: 1,
    returned: false,
  })
}

/** Whoever was gone for the others is let in again as who they were (R6), whatever the door says by now. */
function comeBack(turn: Turn, input: Join, gone: PastState): void {
  const why = whyNotBack(turn, input)
  if (why !== null) return turnDown(turn, input, why, 'there is no way back')
  turn.removePast(gone.id)
  turn.do({ do: 'bind', from: input.peer, to: gone.id })
  settle(turn, input, { ...gone, generation: gone.generation + 1, returned: true })
}

type Who = Pick<PeerState, 'id' | 'name' | 'role' | 'creator' | 'token' | 'generation' | 'returned'>

/** Puts somebody among the people of the room, to be welcomed. A room is never without a moderator (A2). */
function settle(turn: Turn, input: Join, who: Who): void {
  const { request, params } = input
  const first = ![...turn.peers.values()].some((peer) => peer.role === 'moderator')
  const peer: PeerState = {
    ...who,
    role: first ? 'moderator' : who.role,
    ...provenanceOf(input),
    presence: { is: 'joining', request },
    announced: false,
    rtpCapabilities: params.rtpCapabilities,
    media: 'none',
    node: null,
    relayed: false,
    silentIn: null,
    cutOff: false,
    cutOffAt: null,
    former: null,
    measured: params.measured ?? [],
    wished: params.wished ?? null,
    producers: [],
    notShown: [],
    ice: NO_ICE,
  }
  turn.putPeer(peer)
  turn.changeHead({ emptySince: null, doorUntil: null })
  seatWithMedia(turn, peer)
}

/** Welcomes a joining person as soon as it is known whether, and by which node, its media is carried. */
function seatWithMedia(turn: Turn, peer: PeerState): void {
  if (!peer.rtpCapabilities) return welcome(turn, peer, null)
  // Who resumes is carried already: not every node of the room is the one that newcomers are sent to.
  if (peer.node !== null) return openMedia(turn, peer, peer.node)
  switch (turn.head.placement.at) {
    case 'nowhere':
      return seekNode(turn)
    case 'seeking':
      return undefined
    case 'waiting':
      return welcome(turn, peer, null)
    case 'node':
      return seatAt(turn, peer, turn.head.placement.node)
    default:
      return turn.head.placement satisfies never
  }
}

type Resume = NonNullable<Join['params']['resume']>

/** The same person, on another socket (R1): with its media kept, it gets what it missed; else all anew (R3). */
function resume(turn: Turn, input: Join, known: PeerState, proof: Resume): void {
  const { peer: from, request, params, heldAfter } = input
  turn.do({ do: 'bind', from, to: known.id })
  const heldByLog = proof.seq >= heldAfter && proof.seq <= turn.head.seq
  turn.changePeer(known.id, { presence: { is: 'here' } })
  noteMeeting(turn)
  if (proof.media === 'kept' && heldByLog && known.announced) {
    return turn.do({ do: 'replay', peer: known.id, request, after: proof.seq })
  }
  turn.changePeer(known.id, { presence: { is: 'joining', request } })
  if (proof.media === 'gone' || !known.announced) {
    turn.changePeer(known.id, { rtpCapabilities: params.rtpCapabilities })
    renewGeneration(turn, known.id)
  }
  const peer = turn.peer(known.id)
  if (peer) seatWithMedia(turn, peer)
}
