import type { ProducerId } from '../../protocol/ids.ts'
import type { PageParams, TileInView } from '../../protocol/page-requests.ts'
import { tellNode } from './node-questions.ts'
import type { PeerState } from './state.ts'
import { transportId } from './transport-ids.ts'
import type { Turn } from './turn.ts'

/** Heights up to which a layer is enough: pages send about 180, 360 and 720 lines. */
const ENOUGH_UP_TO = [
  { layer: 0, height: 200 },
  { layer: 1, height: 400 },
] as const

/** The layer for a tile: the smallest that fills it, or nothing for one that is not shown. */
export function layerFor({ width, height }: Pick<TileInView, 'width' | 'height'>): 0 | 1 | 2 | null {
  if (width === 0 || height === 0) return null
  // A narrow tile is filled by cropping a wide picture, a wide one by its width: either way this many lines are seen.
  const lines = Math.max(height, (width * 9) / 16)
  return ENOUGH_UP_TO.find((step) => lines <= step.height)?.layer ?? 2
}

/**
 * What somebody sees decides what they receive (M5), and in which order it is given up (M12). Only what they can receive is
 * passed on, and once: whoever makes tiles up gives the node nothing to do.
 */
export function changeView(
  turn: Turn,
  peer: PeerState,
  request: number,
  { tiles }: PageParams<'view'>,
): void {
  turn.answer(peer.id, request)
  const receivable = producersOfOthers(turn, peer)
  const wishes = new Map(tiles.map((tile) => [tile.producer, { layer: layerFor(tile), rank: tile.rank }]))
  const transport = transportId(peer, 'receive')
  const ops = [...wishes].flatMap(([producer, wish]) =>
    receivable.has(producer) ? [{ op: 'prefer-layer' as const, transport, producer, ...wish }] : [],
  )
  if (peer.media !== 'none' && ops.length > 0) tellNode(turn, peer.node, ops)
  const isHidden = (producer: ProducerId): boolean => {
    const wish = wishes.get(producer)
    return wish === undefined ? peer.notShown.includes(producer) : wish.layer === null
  }
  noteNotShown(turn, peer, [...receivable].filter(isHidden))
}

/** Remembers what somebody does not show: nodes bring each other only what somebody does (X9). */
function noteNotShown(turn: Turn, { id, notShown }: PeerState, now: readonly ProducerId[]): void {
  const isSame = now.length === notShown.length && now.every((producer) => notShown.includes(producer))
  if (!isSame) turn.changePeer(id, { notShown: [...now] })
}

const producersOfOthers = (turn: Turn, { id }: PeerState): ReadonlySet<ProducerId> =>
  new Set(
    [...turn.peers.values()].flatMap((other) =>
      other.id === id ? [] : other.producers.map((producer) => producer.id),
    ),
  )
