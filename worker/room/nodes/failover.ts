import type { NodeId } from '../../../protocol/ids.ts'
import type { RoomDraft } from '../core/draft.ts'
import { nodesInUse, peersOn } from '../core/queries.ts'
import { renewGeneration } from '../media/media-session.ts'
import { endProducersAt } from '../media/producers.ts'
import { losePipes } from '../pipes/pipes.ts'
import { isOn, leftAlone, placeAllPeers, RETRY_MS, seekNode } from './home.ts'

/**
 * What happens when a node is gone, or does not serve: everybody is told whose media is gone, and whom it carried is placed
 * elsewhere in the same step where another node carries the room, else when the directory has named one (`placed`).
 */

/** What the room had on `node` is gone (F2): everybody is told at once, and whom it carried is carried elsewhere. */
export function nodeLost(draft: RoomDraft, node: NodeId): void {
  if (!isOn(draft, node)) return
  forget(draft, node)
  // Not elsewhere at any price: where only a mediasoup worker died, the same node may well go on.
  if (!takeOver(draft)) seekNode(draft)
}

/** As `nodeLost`, for a node that does not serve (F3): until it is asked again, others are, each of them once. */
export function avoidNode(draft: RoomDraft, node: NodeId): void {
  if (!isOn(draft, node)) return
  const others = leftAlone(draft).filter((each) => each.node !== node)
  draft.changeHead({ avoided: [...others, { node, until: draft.now + RETRY_MS }] })
  forget(draft, node)
  draft.do({ do: 'release-node', node })
  if (!takeOver(draft)) seekNode(draft)
}

/** Another node that carries the room takes over at once: no directory is asked. False where there is none. */
function takeOver(draft: RoomDraft): boolean {
  const { placement } = draft.head
  const [busiest] = nodesInUse(draft)
  const home = placement.at === 'node' ? placement.node : busiest
  if (home === undefined) return false
  draft.changeHead({ placement: { at: 'node', node: home } })
  placeAllPeers(draft)
  return true
}

/** Nothing is left on `node`, and nothing there can be told. */
function forget(draft: RoomDraft, node: NodeId): void {
  const { placement } = draft.head
  if (placement.at === 'node' && placement.node === node) draft.changeHead({ placement: { at: 'nowhere' } })
  const lost = peersOn(draft, node).map(({ id }) => id)
  const known = lost.filter((id) => draft.peer(id)?.announced)
  if (known.length > 0) draft.tell({ except: null }, { event: 'media-lost', peers: known })
  for (const { id, migratingFrom } of draft.peers.values()) {
    if (migratingFrom?.node !== node) continue
    // What they sent anew goes on.
    endProducersAt(draft, id, node)
    draft.changePeer(id, { migratingFrom: null })
  }
  for (const id of lost) {
    // The event above says it of all producers at once.
    draft.changePeer(id, { producers: [], node: null })
    renewGeneration(draft, id)
  }
  losePipes(draft, node)
}
