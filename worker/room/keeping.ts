import type { PeerId } from '../../protocol/ids.ts'
import type { AddressHash } from './door-secrets.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/**
 * Whether the door of an owned room outlives the empty room (D2, D10): only where two people have met behind it, and where
 * the address of whoever owns it has not had too many names kept, which the directory counts.
 */

/** Somebody owns the room from now on: the directory says by what it counts their address. */
export function beginKeeping(turn: Turn, owner: PeerId): void {
  turn.changeHead({ keeping: { is: 'unmet', mark: null } })
  turn.do({ do: 'mark-owner', peer: owner })
}

export function ownerMarked(turn: Turn, mark: AddressHash): void {
  const { keeping } = turn.head
  if ((keeping.is !== 'unmet' && keeping.is !== 'met') || keeping.mark !== null) return
  turn.changeHead({ keeping: { ...keeping, mark } })
  if (keeping.is === 'met') turn.do({ do: 'keep-name', mark })
}

/** Somebody has come: perhaps two people are here for the first time. */
export function noteMeeting(turn: Turn): void {
  const { keeping } = turn.head
  if (keeping.is !== 'unmet' || !haveMet([...turn.peers.values()])) return
  turn.changeHead({ keeping: { ...keeping, is: 'met' } })
  if (keeping.mark !== null) turn.do({ do: 'keep-name', mark: keeping.mark })
}

/** Two tabs of one browser are one person. */
function haveMet(peers: readonly PeerState[]): boolean {
  const here = peers.filter((peer) => peer.announced && peer.presence.is === 'here')
  return here.some((one) =>
    here.some((other) => other.id !== one.id && (other.browser === null || other.browser !== one.browser)),
  )
}

export function nameKept(turn: Turn, kept: boolean): void {
  const { is } = turn.head.keeping
  if (is === 'unmet' || is === 'met') turn.changeHead({ keeping: { is: kept ? 'kept' : 'not' } })
}

/** After a restart the directory's answer may be lost: it is asked again. */
export function wakeKeeping(turn: Turn): void {
  const { keeping } = turn.head
  if (keeping.is === 'met' && keeping.mark !== null) turn.do({ do: 'keep-name', mark: keeping.mark })
}
