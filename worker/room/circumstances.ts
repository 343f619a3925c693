import type { Circumstances } from '../access.ts'
import type { PeerState } from './state.ts'
import type { Turn } from './turn.ts'

/** What this person's rights depend on, now. */
export const circumstances = (turn: Turn, peer: PeerState | null): Circumstances => ({
  locked: turn.head.locked,
  allowed: turn.head.allowed,
  people: turn.peers.size,
  producers: peer?.producers.length ?? 0,
})
