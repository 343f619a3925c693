import {
  MAX_UNREGISTERED_NODE_SOCKETS,
  MAX_UNREGISTERED_OF_NETWORK,
  NODE_REGISTER_PATIENCE_MS,
} from '../../../protocol/limits.ts'

/** A socket that has still to prove that it is the node's. */
export interface UnregisteredSocket {
  /** Where it comes from; null where nobody knows. */
  readonly network: string | null
  /** When it came (ms since the epoch). */
  readonly heardAt: number
}

/**
 * Whether there is room for one more that comes from `network`, and which of those that wait has to go for it (N25). Nobody
 * goes who has not had the time to register; a crowd from elsewhere keeps nobody out who comes from where the node was last.
 *
 * @param home - The network from which the node registered last; null where it never did.
 */
export function admit<One extends UnregisteredSocket>(
  waiting: readonly One[],
  network: string | null,
  home: string | null,
  now: number,
): { readonly admitted: boolean; readonly instead: One | null } {
  const isHome = network !== null && network === home
  // Those of the same network are held against each other; from home, against nobody else.
  const rivals = waiting.filter((each) => network !== null && each.network === network)
  if (rivals.length >= MAX_UNREGISTERED_OF_NETWORK) return inPlaceOf(rivals, now)
  if (isHome || waiting.length < MAX_UNREGISTERED_NODE_SOCKETS) return { admitted: true, instead: null }
  return inPlaceOf(waiting, now)
}

function inPlaceOf<One extends UnregisteredSocket>(waiting: readonly One[], now: number) {
  const [oldest] = waiting.toSorted((a, b) => a.heardAt - b.heardAt)
  const hadTime = oldest !== undefined && oldest.heardAt + NODE_REGISTER_PATIENCE_MS <= now
  return { admitted: hadTime, instead: hadTime ? oldest : null }
}
