import type { WireError } from '../../protocol/errors.ts'
import type { NodeId } from '../../protocol/ids.ts'
import type { NodeOutcome } from '../../protocol/node-requests.ts'
import type { Pending } from './inputs.ts'
import { mediaOpened } from './media-session.ts'
import { catchUpAnswered, letIn, passOn } from './passages.ts'
import { joinPipe, pipeFailed } from './pipes.ts'
import { avoidNode } from './placement.ts'
import { announceProducer } from './producers.ts'
import { answerRequest } from './transports.ts'
import type { Turn } from './turn.ts'

/** The node has answered a batch: what was waiting for it goes on. */
export function nodeAnswered(turn: Turn, pending: Pending, outcomes: readonly NodeOutcome[]): void {
  switch (pending.to) {
    case 'open-media': {
      const node = turn.peer(pending.peer)?.node
      const opened = mediaOpened(turn, pending.peer, pending.generation, outcomes)
      return !opened && node ? avoidNode(turn, node) : undefined
    }
    case 'join-pipe':
      return joinPipe(turn, pending.pipe, pending.node, outcomes)
    case 'pass-on':
      return passOn(turn, pending.pipe, pending.producer, pending.node, outcomes)
    case 'let-in':
      return letIn(turn, pending.pipe, pending.producer, pending.node, outcomes)
    case 'catch-up':
      return catchUpAnswered(turn, pending.peer, pending.generation, outcomes)
    case 'announce-producer':
      return announceProducer(turn, pending.peer, pending.producer, pending.request, outcomes)
    case 'answer':
      return answerRequest(turn, pending.peer, pending.request, outcomes)
    case 'note':
      return undefined
    default:
      return pending satisfies never
  }
}

/** The node could not be asked, or did not answer in time. */
export function nodeFailed(turn: Turn, node: NodeId, pending: Pending, error: WireError): void {
  switch (pending.to) {
    case 'open-media': {
      const waits = turn.peer(pending.peer)?.generation === pending.generation
      return waits ? avoidNode(turn, node) : undefined
    }
    case 'join-pipe':
    case 'pass-on':
    case 'let-in':
      return pipeFailed(turn, pending.pipe)
    case 'catch-up':
      return undefined
    case 'announce-producer': {
      const failed = { outcome: 'failed', code: error.code, message: error.message } as const
      return announceProducer(turn, pending.peer, pending.producer, pending.request, [failed])
    }
    case 'answer':
      return turn.refuse(pending.peer, pending.request, error.code, error.message)
    case 'note':
      return undefined
    default:
      return pending satisfies never
  }
}
