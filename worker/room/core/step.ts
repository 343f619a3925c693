import { countTurnBytes, turnLevelSet } from '../accounting/turn-usage.ts'
import { setPassword } from '../door/door.ts'
import { nameKept, ownerMarked } from '../door/kept-name.ts'
import { leaveLobby } from '../door/lobby.ts'
import { claimSecret } from '../door/spoken-words.ts'
import { iceFailed, iceGranted } from '../media/ice-grants.ts'
import { markCutOff, pagesHeard } from '../membership/cut-off.ts'
import { join } from '../membership/join.ts'
import { socketClosed } from '../membership/presence.ts'
import { nodeLost } from '../nodes/failover.ts'
import { freeNodes, nodeAvailable, placed } from '../nodes/home.ts'
import { forgetLenders } from '../nodes/lenders.ts'
import { drainNode, migratePeers } from '../nodes/migration.ts'
import { nodeAnswered, nodeFailed } from '../nodes/node-answers.ts'
import { pauseUnseen } from '../pipes/pause-unseen.ts'
import { layPipes, pipeSilent } from '../pipes/pipes.ts'
import { RoomDraft } from './draft.ts'
import type { RoomEffect } from './effects.ts'
import type { InputOf, RoomInput, Sending } from './inputs.ts'
import { RequestContext } from './request-context.ts'
import { handleRequest } from './requests.ts'
import { type RoomWaits, USUAL_WAITS } from './room-waits.ts'
import { tick } from './schedule.ts'
import type { RoomState } from './state.ts'
import { wake } from './wake.ts'

/** What a room becomes, and what it does, when something happens to it at the time `now` (ms since the epoch). */
export function step(
  state: RoomState,
  input: RoomInput,
  now: number,
  waits: RoomWaits = USUAL_WAITS,
): { readonly state: RoomState; readonly effects: readonly RoomEffect[] } {
  const draft = new RoomDraft(state, now, waits)
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

type Applied = { readonly [On in RoomInput['on']]: (draft: RoomDraft, input: InputOf<On>) => void }

/** What each input does to the room, before the passes. */
const APPLIED: Applied = {
  join,
  'claim-secret': claimSecret,
  request: applyRequest,
  'set-password': (draft, input) =>
    byMember(draft, input, null, (context) => setPassword(context, input.password)),
  'socket-closed': (draft, input) => socketClosed(draft, input.peer, input),
  placed,
  'node-answered': (draft, { pending, outcomes }) => nodeAnswered(draft, pending, outcomes),
  'node-failed': (draft, { node, pending, error }) => nodeFailed(draft, node, pending, error),
  'ice-granted': (draft, { peer, grant }) => iceGranted(draft, peer, grant),
  'ice-failed': (draft, { peer }) => iceFailed(draft, peer),
  'owner-marked': (draft, { mark }) => ownerMarked(draft, mark),
  'name-kept': (draft, { kept }) => nameKept(draft, kept),
  'turn-counted': countTurnBytes,
  'turn-level-set': turnLevelSet,
  'node-lost': (draft, { node }) => nodeLost(draft, node),
  'pipe-silent': (draft, { node, pipe }) => pipeSilent(draft, node, pipe),
  'pages-heard': (draft, { node, pages }) => pagesHeard(draft, node, pages),
  'node-draining': (draft, { node }) => drainNode(draft, node),
  'node-available': nodeAvailable,
  alarm: tick,
  woke: (draft, { connected }) => wake(draft, connected),
}

function apply<On extends RoomInput['on']>(draft: RoomDraft, input: InputOf<On>): void {
  APPLIED[input.on](draft, input)
}

function applyRequest(draft: RoomDraft, input: InputOf<'request'>): void {
  const { asked, known } = input
  const waiting = draft.waiting.get(input.peer)
  if (waiting && asked.name === 'leave') return leaveLobby(draft, waiting, input.request)
  byMember(draft, input, known, (context) => handleRequest(context, asked))
}

/** Does what somebody asks who is in the room; refuses it to everybody else (A3). */
function byMember(
  draft: RoomDraft,
  { peer: id, request }: InputOf<'request' | 'set-password'>,
  known: Sending | null,
  act: (context: RequestContext) => void,
): void {
  const peer = draft.peer(id)
  if (peer?.presence.is === 'here') return act(new RequestContext(draft, peer, request, known))
  draft.refuse(id, request, 'not-joined', 'join first')
}
