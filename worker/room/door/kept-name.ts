import type { PeerId } from '../../../protocol/ids.ts'
import type { AddressHash } from '../../http/address-hash.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'

/**
 * Whether the door of an owned room outlives the empty room (D2, D10): only where two people have met behind it, and where
 * the address of whoever owns it has not had too many names kept, which the directory counts.
 */

/** Somebody owns the room from now on: the directory says by what it counts their address. */
export function beginKeepingName(draft: RoomDraft, owner: PeerId): void {
  draft.changeHead({ keeping: { is: 'unmet', mark: null } })
  draft.do({ do: 'mark-owner', peer: owner })
}

/** The directory has said by what it counts the owner's address; where people have met already, the name is asked for. */
export function ownerMarked(draft: RoomDraft, mark: AddressHash): void {
  const { keeping } = draft.head
  if ((keeping.is !== 'unmet' && keeping.is !== 'met') || keeping.mark !== null) return
  draft.changeHead({ keeping: { ...keeping, mark } })
  if (keeping.is === 'met') draft.do({ do: 'keep-name', mark })
}

/** Somebody has come: perhaps two people are here for the first time. */
export function noteMeeting(draft: RoomDraft): void {
  const { keeping } = draft.head
  if (keeping.is !== 'unmet' || !haveMet([...draft.peers.values()])) return
  draft.changeHead({ keeping: { ...keeping, is: 'met' } })
  if (keeping.mark !== null) draft.do({ do: 'keep-name', mark: keeping.mark })
}

/** Two tabs of one browser are one person. */
function haveMet(peers: readonly PeerState[]): boolean {
  const here = peers.filter((peer) => peer.announced && peer.presence.is === 'here')
  return here.some((one) =>
    here.some((other) => other.id !== one.id && (other.browser === null || other.browser !== one.browser)),
  )
}

/** The directory has said whether the name is kept. */
export function nameKept(draft: RoomDraft, kept: boolean): void {
  const { is } = draft.head.keeping
  if (is === 'unmet' || is === 'met') draft.changeHead({ keeping: { is: kept ? 'kept' : 'not' } })
}

/** After a restart the directory's answer may be lost: it is asked again. */
export function wakeKeptName(draft: RoomDraft): void {
  const { keeping } = draft.head
  if (keeping.is === 'met' && keeping.mark !== null) draft.do({ do: 'keep-name', mark: keeping.mark })
}
