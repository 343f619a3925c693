import { EVENT_LOG_MAX_EVENTS } from '../../protocol/limits.ts'
import { PROTOCOL_VERSION } from '../../protocol/version.ts'
import { can } from '../access.ts'
import type { RoomInput } from './inputs.ts'
import { openMedia, renewGeneration } from './media-session.ts'
import { circumstances } from './permit.ts'
import { seekNode } from './placement.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'
import { welcome } from './welcome.ts'

type Join = Extract<RoomInput, { on: 'join' }>

/** Somebody wants in (J1), or back in (R1). */
export function join(turn: Turn, input: Join): void {
  const { peer, request, params } = input
  if (params.protocol !== PROTOCOL_VERSION) {
    turn.refuse(peer, request, 'unsupported-protocol', `this edge speaks version ${PROTOCOL_VERSION}`)
    return turn.do({ do: 'close', peer, code: 'unsupported-protocol' })
  }
  const known = params.resume && byToken(turn, params.resume.token)
  if (known && params.resume) return resume(turn, input, known, params.resume)
  admit(turn, input)
}

const byToken = (turn: Turn, token: string): PeerState | undefined =>
  [...turn.peers.values()].find((peer) => peer.token === token && peer.announced)

function admit(turn: Turn, { peer: id, token, request, params }: Join): void {
  const browser = params.browser ?? null
  const removed = browser !== null && turn.head.removed.includes(browser)
  const verdict = can('outsider', { do: 'join', removed }, circumstances(turn, null))
  if (verdict !== 'granted') {
    turn.refuse(id, request, verdict, 'nobody else may come in now')
    return turn.do({ do: 'close', peer: id, code: verdict })
  }
  const first = ![...turn.peers.values()].some((peer) => peer.role === 'moderator')
  const peer: PeerState = {
    id,
    name: params.name,
    role: first ? 'moderator' : 'participant',
    token,
    browser,
    presence: { is: 'joining', request },
    announced: false,
    rtpCapabilities: params.rtpCapabilities,
    generation: 1,
    media: 'none',
    producers: [],
    sent: [],
  }
  turn.putPeer(peer)
  turn.changeHead({ emptySince: null })
  seatWithMedia(turn, peer)
}

/** Welcomes a joining person as soon as it is known whether, and by which node, its media is carried. */
function seatWithMedia(turn: Turn, peer: PeerState): void {
  if (!peer.rtpCapabilities) return welcome(turn, peer, null)
  switch (turn.head.placement.at) {
    case 'nowhere':
      return seekNode(turn)
    case 'seeking':
      return undefined
    case 'waiting':
      return welcome(turn, peer, null)
    case 'node':
      return openMedia(turn, peer)
    default:
      return turn.head.placement satisfies never
  }
}

type Resume = NonNullable<Join['params']['resume']>

/** The same person, on another socket (R1): with its media kept, it gets what it missed; else all anew (R3). */
function resume(turn: Turn, { peer: from, request, params }: Join, known: PeerState, proof: Resume): void {
  turn.do({ do: 'bind', from, to: known.id })
  const missed = turn.head.seq - proof.seq
  const heldByLog = missed >= 0 && missed < EVENT_LOG_MAX_EVENTS
  turn.changePeer(known.id, { presence: { is: 'here' } })
  if (proof.media === 'kept' && heldByLog) {
    return turn.do({ do: 'replay', peer: known.id, request, after: proof.seq })
  }
  turn.changePeer(known.id, { presence: { is: 'joining', request } })
  if (proof.media === 'gone') {
    turn.changePeer(known.id, { rtpCapabilities: params.rtpCapabilities })
    renewGeneration(turn, known.id)
  }
  const peer = turn.peer(known.id)
  if (peer) seatWithMedia(turn, peer)
}
