import type { PeerId } from '../../../protocol/ids.ts'
import { wakeKeptName } from '../door/kept-name.ts'
import { waitingCut } from '../door/lobby.ts'
import { wakeIce } from '../media/ice-servers.ts'
import { openMedia, renewGeneration } from '../media/media-session.ts'
import { socketClosed } from '../membership/presence.ts'
import { placeAllPeers, seekNode } from '../nodes/home.ts'
import { wakePipes } from '../pipes/pipes.ts'
import type { RoomDraft } from './draft.ts'

/**
 * The object was loaded from its storage (E1). After hibernation nothing was under way; after a restart the sockets
 * are gone, and questions to the directory or the node went unanswered: they are asked again.
 */
export function wake(draft: RoomDraft, connected: ReadonlySet<PeerId>): void {
  for (const { id, producers } of draft.peers.values()) {
    const confirmed = producers.filter((producer) => producer.confirmed)
    if (confirmed.length < producers.length) draft.changePeer(id, { producers: confirmed })
    if (!connected.has(id)) socketClosed(draft, id, { goingAway: false })
  }
  for (const person of draft.waiting.values()) if (!connected.has(person.id)) waitingCut(draft, person, false)
  wakeKeptName(draft)
  wakeIce(draft)
  wakePipes(draft)
  if (draft.head.placement.at === 'seeking') return seekNode(draft)
  wakeMedia(draft)
  placeAllPeers(draft)
}

/** What was asked of a node, and not answered before, is begun anew. */
function wakeMedia(draft: RoomDraft): void {
  for (const { id, media, node } of draft.peers.values()) {
    if (media !== 'asked') continue
    renewGeneration(draft, id)
    const peer = draft.peer(id)
    if (peer && node !== null) openMedia(draft, peer, node)
  }
}
