import type { NodeId } from '../../../protocol/ids.ts'
import type { Random } from '../../placement/pick-near.ts'

/** A connected node that may try another one's ports. */
export interface Prover {
  readonly node: NodeId
  /** The operator's own, which has no reason to lie. */
  readonly isOwn: boolean
}

/** One of them: another than the last one before all, and the operator's own before others. Null where there is none. */
export function chooseProver(provers: readonly Prover[], last: NodeId | null, random: Random): NodeId | null {
  const others = provers.filter(({ node }) => node !== last)
  const fresh = others.length > 0 ? others : provers
  const own = fresh.filter(({ isOwn }) => isOwn)
  const best = own.length > 0 ? own : fresh
  return best[Math.floor(random() * best.length)]?.node ?? null
}
