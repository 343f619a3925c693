import { countTurnBytes, turnLevelSet } from '../accounting/turn-usage.ts'
import { setPassword } from '../door/door.ts'
import { nameKept, ownerMarked } from '../door/kept-name.ts'
import { leaveLobby } from '../door/lobby.ts'
import { iceFailed, iceGranted } from '../media/ice-grants.ts'
import { markCutOff, pagesHeard } from '../membership/cut-off.ts'
import { join } from '../membership/join.ts'
import { socketClosed } from '../membership/presence.ts'
import { nodeLost } from '../nodes/failover.ts'
import { freeNodes, placed, seekNode } from '../nodes/home.ts'
import { forgetLenders } from '../nodes/lenders.ts'
import { drainNode, migratePeers } from '../nodes/migration.ts'
import { nodeAnswered, nodeFailed } from '../nodes/node-answers.ts'
import { pauseUnseen } from '../pipes/paused.ts'
import { layPipes, pipeSilent } from '../pipes/pipes.ts'
import { RoomDraft } from './draft.ts'
import type { RoomEffect } from './effects.ts'
import type { InputOf, RoomInput, Sending } from './inputs.ts'
import { RequestContext } from './request-context.ts'
import { handleRequest } from './requests.ts'
import { tick } from './schedule.ts'
import type { RoomState } from './state.ts'
import { wake } from './wake.ts'

/** What a room becomes, and what it does, when something happens to it at the time `now` (ms since the epoch). */
export function step(
  state: RoomState,
  input: RoomInput,
  now: number,
): { readonly state: RoomState; readonly effects: readonly RoomEffect[] } {
  const draft = new RoomDraft(state, now)
  apply(draft, input)
  for (const pass of PASSES) pass(draft, state)
  return { state: draft.state, effects: draft.effects }
}

/**
 * What runs after every input, so that no input need know of it: each compares what is with what should be. `before` is the room
 * before the input. The order:
 *
 * 1. People leave nodes that are about to go: where they are decides all that follows.
 * 2. What they send is piped to the nodes where the others are, and to no other.
 * 3. Of what is piped now, pictures that nobody there shows are paused.
 * 4. Nodes that carry nobody any more are freed: only now is their part of pipes closed, and nothing is asked of them again.
 * 5. Of nodes that are left behind, the lenders are forgotten.
 * 6. Everybody is told who is cut off: last, for that says what holds after all of this.
 */
const PASSES: readonly ((draft: RoomDraft, before: RoomState) => void)[] = [
  migratePeers,
  layPipes,
  pauseUnseen,
  freeNodes,
  forgetLenders,
  markCutOff,
]

function apply(draft: RoomDraft, input: RoomInput): void {
  switch (input.on) {
    case 'join':
      return join(draft, input)
    case 'request': {
      const { asked } = input
      const waiting = draft.waiting.get(input.peer)
      if (waiting && asked.name === 'leave') return leaveLobby(draft, waiting, input.request)
      return byMember(draft, input, (context) => handleRequest(context, asked))
    }
    case 'set-password':
      return byMember(draft, input, (context) => setPassword(context, input.password))
    case 'socket-closed':
      return socketClosed(draft, input.peer, input)
    case 'placed':
      return placed(draft, input)
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

type MemberInput = InputOf<'request' | 'set-password'>

/** Does what somebody asks who is in the room; refuses it to everybody else (A3). */
function byMember(draft: RoomDraft, input: MemberInput, act: (context: RequestContext) => void): void {
  const peer = draft.peer(input.peer)
  const known: Sending | null = input.on === 'request' ? input.known : null
  if (peer?.presence.is === 'here') return act(new RequestContext(draft, peer, input.request, known))
  draft.refuse(input.peer, input.request, 'not-joined', 'join first')
}
