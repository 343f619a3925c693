import type { ProducerId } from '../../../protocol/ids.ts'
import type { PageParams, TileInView } from '../../../protocol/page-edge/requests.ts'
import type { RoomDraft } from '../core/draft.ts'
import type { PeerState } from '../core/peer-state.ts'
import { transportId } from '../core/queries.ts'
import type { RequestContext } from '../core/request-context.ts'

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
export function setView(context: RequestContext, { tiles }: PageParams<'set-view'>): void {
  const { draft, peer } = context
  context.answer()
  const receivable = producersOfOthers(draft, peer)
  const wishes = new Map(
    tiles.map((tile) => [tile.producer, { layer: layerFor(tile), priority: tile.priority }]),
  )
  const transport = transportId(peer, 'receive')
  const ops = [...wishes].flatMap(([producer, wish]) =>
    receivable.has(producer) ? [{ op: 'set-preferred-layer' as const, transport, producer, ...wish }] : [],
  )
  if (peer.media !== 'none' && ops.length > 0) draft.tellNode(peer.node, ops)
  const isHidden = (producer: ProducerId): boolean => {
    const wish = wishes.get(producer)
    return wish === undefined ? peer.notShown.includes(producer) : wish.layer === null
  }
  noteNotShown(draft, peer, [...receivable].filter(isHidden))
}

/** Remembers what somebody does not show: nodes bring each other only what somebody does (X9). */
function noteNotShown(draft: RoomDraft, { id, notShown }: PeerState, now: readonly ProducerId[]): void {
  const isSame = now.length === notShown.length && now.every((producer) => notShown.includes(producer))
  if (!isSame) draft.changePeer(id, { notShown: [...now] })
}

const producersOfOthers = (draft: RoomDraft, { id }: PeerState): ReadonlySet<ProducerId> =>
  new Set(
    [...draft.peers.values()].flatMap((other) =>
      other.id === id ? [] : other.producers.map((producer) => producer.id),
    ),
  )
