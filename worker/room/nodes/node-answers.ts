import type { WireError } from '../../../protocol/errors.ts'
import type { NodeId, PipeId } from '../../../protocol/ids.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { Pending } from '../core/inputs.ts'
import { mediaOpened } from '../media/media-session.ts'
import { announceProducer } from '../media/producers.ts'
import { answerRequest } from '../media/transports.ts'
import { catchUpAnswered, pipedProducerReady, pipedProducerSent } from '../pipes/piped-producers.ts'
import { pipeEndOpened, pipeFailed } from '../pipes/pipes.ts'
import { avoidNode } from './failover.ts'

/** What goes on when a node has answered a batch, and when it could not be asked or did not answer in time. */
interface Continuation<Of extends Pending> {
  answered(draft: RoomDraft, pending: Of, outcomes: readonly NodeOutcome[]): void
  failed(draft: RoomDraft, pending: Of, error: WireError, node: NodeId): void
}

type To = Pending['to']
type PendingOf<Each extends To> = Extract<Pending, { readonly to: Each }>
type Continuations = { readonly [Each in To]: Continuation<PendingOf<Each>> }

const failPipe = (draft: RoomDraft, { pipe }: { readonly pipe: PipeId }): void => pipeFailed(draft, pipe)

const CONTINUATIONS: Continuations = {
  'open-media': {
    answered: (draft, { peer, generation }, outcomes) => {
      const node = draft.peer(peer)?.node
      if (!mediaOpened(draft, peer, generation, outcomes) && node) avoidNode(draft, node)
    },
    failed: (draft, { peer, generation }, _error, node) => {
      if (draft.peer(peer)?.generation === generation) avoidNode(draft, node)
    },
  },
  'announce-producer': {
    answered: (draft, { peer, producer, request }, outcomes) =>
      announceProducer(draft, peer, producer, request, outcomes),
    failed: (draft, { peer, producer, request }, { code, message }) =>
      announceProducer(draft, peer, producer, request, [{ outcome: 'failed', code, message }]),
  },
  'pipe-end-opened': {
    answered: (draft, { pipe, node }, outcomes) => pipeEndOpened(draft, pipe, node, outcomes),
    failed: failPipe,
  },
  'piped-producer-sent': {
    answered: (draft, { pipe, producer, node }, outcomes) =>
      pipedProducerSent(draft, pipe, producer, node, outcomes),
    failed: failPipe,
  },
  'piped-producer-ready': {
    answered: (draft, { pipe, producer, node }, outcomes) =>
      pipedProducerReady(draft, pipe, producer, node, outcomes),
    failed: failPipe,
  },
  'catch-up': {
    answered: (draft, { peer, generation }, outcomes) => catchUpAnswered(draft, peer, generation, outcomes),
    failed: () => {},
  },
  answer: {
    answered: (draft, { peer, request }, outcomes) => answerRequest(draft, peer, request, outcomes),
    failed: (draft, { peer, request }, { code, message }) => draft.refuse(peer, request, code, message),
  },
  note: { answered: () => {}, failed: () => {} },
}

/** The node has answered a batch: what was waiting for it goes on. */
export function nodeAnswered<Each extends To>(
  draft: RoomDraft,
  pending: PendingOf<Each>,
  outcomes: readonly NodeOutcome[],
): void {
  CONTINUATIONS[pending.to].answered(draft, pending, outcomes)
}

/** The node could not be asked, or did not answer in time. */
export function nodeFailed<Each extends To>(
  draft: RoomDraft,
  node: NodeId,
  pending: PendingOf<Each>,
  error: WireError,
): void {
  CONTINUATIONS[pending.to].failed(draft, pending, error, node)
}
