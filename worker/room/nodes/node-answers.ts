import type { WireError } from '../../../protocol/errors.ts'
import type { NodeId } from '../../../protocol/ids.ts'
import type { NodeOutcome } from '../../../protocol/node-requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { Pending } from '../core/inputs.ts'
import { mediaOpened } from '../media/media-session.ts'
import { announceProducer } from '../media/producers.ts'
import { answerRequest } from '../media/transports.ts'
import { catchUpAnswered, pipedProducerReady, pipedProducerSent } from '../pipes/piped-producers.ts'
import { pipeEndOpened, pipeFailed } from '../pipes/pipes.ts'
import { avoidNode } from './home.ts'

/** The node has answered a batch: what was waiting for it goes on. */
export function nodeAnswered(draft: RoomDraft, pending: Pending, outcomes: readonly NodeOutcome[]): void {
  switch (pending.to) {
    case 'open-media': {
      const node = draft.peer(pending.peer)?.node
      const opened = mediaOpened(draft, pending.peer, pending.generation, outcomes)
      return !opened && node ? avoidNode(draft, node) : undefined
    }
    case 'pipe-end-opened':
      return pipeEndOpened(draft, pending.pipe, pending.node, outcomes)
    case 'piped-producer-sent':
      return pipedProducerSent(draft, pending.pipe, pending.producer, pending.node, outcomes)
    case 'piped-producer-ready':
      return pipedProducerReady(draft, pending.pipe, pending.producer, pending.node, outcomes)
    case 'catch-up':
      return catchUpAnswered(draft, pending.peer, pending.generation, outcomes)
    case 'announce-producer':
      return announceProducer(draft, pending.peer, pending.producer, pending.request, outcomes)
    case 'answer':
      return answerRequest(draft, pending.peer, pending.request, outcomes)
    case 'note':
      return undefined
    default:
      return pending satisfies never
  }
}

/** The node could not be asked, or did not answer in time. */
export function nodeFailed(draft: RoomDraft, node: NodeId, pending: Pending, error: WireError): void {
  switch (pending.to) {
    case 'open-media': {
      const waits = draft.peer(pending.peer)?.generation === pending.generation
      return waits ? avoidNode(draft, node) : undefined
    }
    case 'pipe-end-opened':
    case 'piped-producer-sent':
    case 'piped-producer-ready':
      return pipeFailed(draft, pending.pipe)
    case 'catch-up':
      return undefined
    case 'announce-producer': {
      const failed = { outcome: 'failed', code: error.code, message: error.message } as const
      return announceProducer(draft, pending.peer, pending.producer, pending.request, [failed])
    }
    case 'answer':
      return draft.refuse(pending.peer, pending.request, error.code, error.message)
    case 'note':
      return undefined
    default:
      return pending satisfies never
  }
}
