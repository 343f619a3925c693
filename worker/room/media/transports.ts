import type { PeerId } from '../../../protocol/ids.ts'
import type { NodeOutcome } from '../../../protocol/node-edge/requests.ts'
import type { PageParams } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import { transportId } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'
import { failureAtNode } from './failure-at-node.ts'
import { openMedia, renewGeneration } from './media-session.ts'

/** Whether `generation` is this person's live media session; refuses the request where it is not (M2). */
export function isCurrent(context: RequestContext, generation: number): boolean {
  const { peer } = context
  if (peer.node === null) {
    context.refuse('no-media', 'no node carries you')
    return false
  }
  if (generation === peer.generation) return true
  context.refuse('stale-media', 'that media session is over')
  return false
}

/** The page's half of the DTLS handshake (M1). */
export function connectTransport(
  context: RequestContext,
  { generation, direction, dtlsParameters }: PageParams<'connect-transport'>,
): void {
  const { draft, peer, request } = context
  if (!isCurrent(context, generation)) return
  const transport = transportId(peer, direction)
  const pending = { to: 'answer', peer: peer.id, request } as const
  draft.askNode(peer.node, [{ op: 'connect-transport', transport, dtlsParameters }], pending)
}

/** Another ICE user fragment and password for a transport whose path broke (M3; RFC 8445 §9). */
export function restartIce(
  context: RequestContext,
  { generation, direction }: PageParams<'restart-ice'>,
): void {
  const { draft, peer, request } = context
  if (!isCurrent(context, generation)) return
  const pending = { to: 'answer', peer: peer.id, request } as const
  draft.askNode(peer.node, [{ op: 'restart-ice', transport: transportId(peer, direction) }], pending)
}

/** The page lost its way to the node (F4): either its own network is in the way, or the node is gone. */
export function suspectNode(context: RequestContext, { generation }: PageParams<'suspect-node'>): void {
  const { draft, peer } = context
  if (!isCurrent(context, generation)) return
  context.answer()
  if (peer.node !== null) draft.do({ do: 'suspect-node', node: peer.node })
}

/** The page's transports are beyond repair (M4): it gets another media session, by `media-started`. */
export function renewMedia(context: RequestContext, { generation }: PageParams<'renew-media'>): void {
  const { draft, peer } = context
  if (!isCurrent(context, generation)) return
  context.answer()
  const { node } = peer
  renewGeneration(draft, peer.id)
  const renewed = draft.peer(peer.id)
  if (renewed && node !== null) openMedia(draft, renewed, node)
}

/** The node has answered one operation that a page waits for. */
export function answerRequest(
  draft: RoomDraft,
  peer: PeerId,
  request: number,
  [outcome]: readonly NodeOutcome[],
): void {
  switch (outcome?.outcome) {
    case 'done':
      return draft.answer(peer, request)
    case 'ice-restarted':
      return draft.answer(peer, request, { iceParameters: outcome.iceParameters })
    default: {
      const { code, message } = failureAtNode(outcome)
      return draft.refuse(peer, request, code, message)
    }
  }
}
