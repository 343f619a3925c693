import type { PeerId } from '../../../protocol/ids.ts'
import { countTurnBytes, reportPath, turnLevelSet } from '../accounting/turn-usage.ts'
import { setLobby, setLocked, setPassword } from '../door/door.ts'
import { nameKept, ownerMarked } from '../door/kept-name.ts'
import { admit, deny, leaveLobby } from '../door/lobby.ts'
import { iceFailed, iceGranted } from '../media/ice-grants.ts'
import { setView } from '../media/preferred-layers.ts'
import { closeProducer, produce, setProducerPaused } from '../media/producers.ts'
import { connectTransport, renewMedia, restartIce, suspectNode } from '../media/transports.ts'
import { markCutOff, pagesHeard } from '../membership/cut-off.ts'
import { join } from '../membership/join.ts'
import { leave, socketClosed, tick, wake } from '../membership/presence.ts'
import { rename } from '../membership/rename.ts'
import { clearMessage, messageHistory, send } from '../messages/messages.ts'
import { askUnmute, remove, setPermission, setRole, stopSource } from '../moderation/moderation.ts'
import { freeNodes, nodeLost, placed, seekNode } from '../nodes/home.ts'
import { forgetLenders, noteLender } from '../nodes/lenders.ts'
import { drainNode, finishMigration, migratePeers } from '../nodes/migration.ts'
import { nodeAnswered, nodeFailed } from '../nodes/node-answers.ts'
import { pauseUnseen } from '../pipes/paused.ts'
import { layPipes, pipeSilent } from '../pipes/pipes.ts'
import { RoomDraft } from './draft.ts'
import type { RoomEffect } from './effects.ts'
import type { MemberRequest, RoomInput, Sending } from './inputs.ts'
import { nodesInUse } from './queries.ts'
import type { PeerState, RoomState } from './state.ts'

/** What a room becomes, and what it does, when something happens to it at the time `now` (ms since the epoch). */
export function step(
  state: RoomState,
  input: RoomInput,
  now: number,
): { readonly state: RoomState; readonly effects: readonly RoomEffect[] } {
  const draft = new RoomDraft(state, now)
  const usedBefore = nodesInUse(draft)
  apply(draft, input)
  migratePeers(draft)
  layPipes(draft)
  pauseUnseen(draft)
  freeNodes(draft, usedBefore)
  forgetLenders(draft)
  markCutOff(draft)
  return { state: draft.state, effects: draft.effects }
}

function apply(draft: RoomDraft, input: RoomInput): void {
  switch (input.on) {
    case 'join':
      return join(draft, input)
    case 'request': {
      const { request, asked, known } = input
      const waiting = draft.waiting.get(input.peer)
      if (waiting && asked.name === 'leave') return leaveLobby(draft, waiting, request)
      return byMember(draft, input, (peer) => serve(draft, peer, request, asked, known))
    }
    case 'set-password':
      return byMember(draft, input, (peer) => setPassword(draft, peer, input.request, input.password))
    case 'socket-closed':
      return socketClosed(draft, input.peer, input)
    case 'placed':
      noteLender(draft, input.node, input.lender)
      return placed(draft, input.peer, input.node)
    case 'node-answered':
      return nodeAnswered(draft, input.pending, input.outcomes)
    case 'node-failed':
      return nodeFailed(draft, input.node, input.pending, input.error)
    case 'ice-granted':
      return iceGranted(draft, input.peer, input.grant)
    case 'ice-failed':
      return iceFailed(draft, input.peer)
    case 'owner-marked':
      return ownerMarked(draft, input.mark)
    case 'name-kept':
      return nameKept(draft, input.kept)
    case 'turn-counted':
      return countTurnBytes(draft, input)
    case 'turn-level-set':
      return turnLevelSet(draft, input)
    case 'node-lost':
      return nodeLost(draft, input.node)
    case 'pipe-silent':
      return pipeSilent(draft, input.node, input.pipe)
    case 'pages-heard':
      return pagesHeard(draft, input.node, input.pages)
    case 'node-draining':
      return drainNode(draft, input.node)
    case 'node-available':
      return draft.head.placement.at === 'waiting' ? seekNode(draft) : undefined
    case 'alarm':
      return tick(draft)
    case 'woke':
      return wake(draft, input.connected)
    default:
      return input satisfies never
  }
}

/** Does what somebody asks who is in the room; refuses it to everybody else (A3). */
function byMember(
  draft: RoomDraft,
  asked: { readonly peer: PeerId; readonly request: number },
  act: (peer: PeerState) => void,
): void {
  const peer = draft.peer(asked.peer)
  if (peer?.presence.is === 'here') return act(peer)
  draft.refuse(asked.peer, asked.request, 'not-joined', 'join first')
}

function serve(
  draft: RoomDraft,
  peer: PeerState,
  request: number,
  asked: MemberRequest,
  known: Sending | null,
): void {
  switch (asked.name) {
    case 'connect-transport':
      return connectTransport(draft, peer, request, asked.params)
    case 'restart-ice':
      return restartIce(draft, peer, request, asked.params)
    case 'renew-media':
      return renewMedia(draft, peer, request, asked.params)
    case 'doubt-node':
      return suspectNode(draft, peer, request, asked.params)
    case 'report-path':
      return reportPath(draft, peer, request, asked.params)
    case 'finish-move':
      return finishMigration(draft, peer, request, asked.params)
    case 'produce':
      return produce(draft, peer, request, asked.params)
    case 'set-producer-paused':
      return setProducerPaused(draft, peer, request, asked.params)
    case 'close-producer':
      return closeProducer(draft, peer, request, asked.params)
    case 'set-locked':
      return setLocked(draft, peer, request, asked.params)
    case 'set-lobby':
      return setLobby(draft, peer, request, asked.params)
    case 'let-in':
      return admit(draft, peer, request, asked.params)
    case 'turn-away':
      return deny(draft, peer, request, asked.params)
    case 'set-allowed':
      return setPermission(draft, peer, request, asked.params)
    case 'set-role':
      return setRole(draft, peer, request, asked.params)
    case 'stop-source':
      return stopSource(draft, peer, request, asked.params)
    case 'ask-unmute':
      return askUnmute(draft, peer, request, asked.params)
    case 'remove':
      return remove(draft, peer, request, asked.params)
    case 'view':
      return setView(draft, peer, request, asked.params)
    case 'send':
      return send(draft, peer, request, asked.params, known)
    case 'clear-relay':
      return clearMessage(draft, peer, request, asked.params)
    case 'relay-history':
      return messageHistory(draft, peer, request, asked.params)
    case 'rename':
      return rename(draft, peer, request, asked.params)
    case 'leave':
      return leave(draft, peer, request)
    default:
      return asked satisfies never
  }
}
