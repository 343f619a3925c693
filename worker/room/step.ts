import type { PeerId } from '../../protocol/ids.ts'
import { carriers } from './carriers.ts'
import { markCutOff, pagesHeard } from './cut-off.ts'
import { setLobby, setLocked, setPassword } from './door.ts'
import type { RoomEffect } from './effects.ts'
import { iceFailed, iceGranted } from './ice-answers.ts'
import type { MemberRequest, RoomInput, Sending } from './inputs.ts'
import { join } from './join.ts'
import { nameKept, ownerMarked } from './keeping.ts'
import { forgetLenders, noteLender } from './lenders.ts'
import { leaveLobby, letIn, turnAway } from './lobby.ts'
import { askUnmute, remove, setAllowed, setRole, stopSource } from './moderation.ts'
import { drainNode, finishMove, movePeople } from './moves.ts'
import { nodeAnswered, nodeFailed } from './node-answers.ts'
import { layPipes, pipeSilent } from './pipes.ts'
import { freeNodes, loseMedia, placed, seekNode } from './placement.ts'
import { leave, socketClosed, tick, wake } from './presence.ts'
import { closeProducer, produce, setProducerPaused } from './producers.ts'
import { clearRelay, relayHistory, send } from './relay.ts'
import { rename } from './rename.ts'
import { restUnseen } from './resting.ts'
import type { PeerState, RoomState } from './state.ts'
import { connectTransport, doubtNode, renewMedia, restartIce } from './transports.ts'
import { Turn } from './turn.ts'
import { countRelayed, reportPath, turnAllowed } from './turn-use.ts'
import { changeView } from './view.ts'

/** What a room becomes, and what it does, when something happens to it at the time `now` (ms since the epoch). */
export function step(
  state: RoomState,
  input: RoomInput,
  now: number,
): { readonly state: RoomState; readonly effects: readonly RoomEffect[] } {
  const turn = new Turn(state, now)
  const carried = carriers(turn)
  take(turn, input)
  movePeople(turn)
  layPipes(turn)
  restUnseen(turn)
  freeNodes(turn, carried)
  forgetLenders(turn)
  markCutOff(turn)
  return { state: turn.state, effects: turn.effects }
}

function take(turn: Turn, input: RoomInput): void {
  switch (input.on) {
    case 'join':
      return join(turn, input)
    case 'request': {
      const { request, asked, known } = input
      const waiting = turn.waiting.get(input.peer)
      if (waiting && asked.name === 'leave') return leaveLobby(turn, waiting, request)
      return byMember(turn, input, (peer) => serve(turn, peer, request, asked, known))
    }
    case 'set-password':
      return byMember(turn, input, (peer) => setPassword(turn, peer, input.request, input.password))
    case 'socket-closed':
      return socketClosed(turn, input.peer, input)
    case 'placed':
      noteLender(turn, input.node, input.lender)
      return placed(turn, input.peer, input.node)
    case 'node-answered':
      return nodeAnswered(turn, input.pending, input.outcomes)
    case 'node-failed':
      return nodeFailed(turn, input.node, input.pending, input.error)
    case 'ice-granted':
      return iceGranted(turn, input.peer, input.grant)
    case 'ice-failed':
      return iceFailed(turn, input.peer)
    case 'owner-marked':
      return ownerMarked(turn, input.mark)
    case 'name-kept':
      return nameKept(turn, input.kept)
    case 'relayed':
      return countRelayed(turn, input)
    case 'turn-allowed':
      return turnAllowed(turn, input)
    case 'media-lost':
      return loseMedia(turn, input.node)
    case 'pipe-silent':
      return pipeSilent(turn, input.node, input.pipe)
    case 'pages-heard':
      return pagesHeard(turn, input.node, input.pages)
    case 'node-draining':
      return drainNode(turn, input.node)
    case 'node-available':
      return turn.head.placement.at === 'waiting' ? seekNode(turn) : undefined
    case 'alarm':
      return tick(turn)
    case 'woke':
      return wake(turn, input.connected)
    default:
      return input satisfies never
  }
}

/** Does what somebody asks who is in the room; refuses it to everybody else (A3). */
function byMember(
  turn: Turn,
  asked: { readonly peer: PeerId; readonly request: number },
  act: (peer: PeerState) => void,
): void {
  const peer = turn.peer(asked.peer)
  if (peer?.presence.is === 'here') return act(peer)
  turn.refuse(asked.peer, asked.request, 'not-joined', 'join first')
}

function serve(
  turn: Turn,
  peer: PeerState,
  request: number,
  asked: MemberRequest,
  known: Sending | null,
): void {
  switch (asked.name) {
    case 'connect-transport':
      return connectTransport(turn, peer, request, asked.params)
    case 'restart-ice':
      return restartIce(turn, peer, request, asked.params)
    case 'renew-media':
      return renewMedia(turn, peer, request, asked.params)
    case 'doubt-node':
      return doubtNode(turn, peer, request, asked.params)
    case 'report-path':
      return reportPath(turn, peer, request, asked.params)
    case 'finish-move':
      return finishMove(turn, peer, request, asked.params)
    case 'produce':
      return produce(turn, peer, request, asked.params)
    case 'set-producer-paused':
      return setProducerPaused(turn, peer, request, asked.params)
    case 'close-producer':
      return closeProducer(turn, peer, request, asked.params)
    case 'set-locked':
      return setLocked(turn, peer, request, asked.params)
    case 'set-lobby':
      return setLobby(turn, peer, request, asked.params)
    case 'let-in':
      return letIn(turn, peer, request, asked.params)
    case 'turn-away':
      return turnAway(turn, peer, request, asked.params)
    case 'set-allowed':
      return setAllowed(turn, peer, request, asked.params)
    case 'set-role':
      return setRole(turn, peer, request, asked.params)
    case 'stop-source':
      return stopSource(turn, peer, request, asked.params)
    case 'ask-unmute':
      return askUnmute(turn, peer, request, asked.params)
    case 'remove':
      return remove(turn, peer, request, asked.params)
    case 'view':
      return changeView(turn, peer, request, asked.params)
    case 'send':
      return send(turn, peer, request, asked.params, known)
    case 'clear-relay':
      return clearRelay(turn, peer, request, asked.params)
    case 'relay-history':
      return relayHistory(turn, peer, request, asked.params)
    case 'rename':
      return rename(turn, peer, request, asked.params)
    case 'leave':
      return leave(turn, peer, request)
    default:
      return asked satisfies never
  }
}
