import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ProducerId } from '../../../../protocol/ids.ts'
import type { PicturePriority } from '../../../../protocol/media/picture-priority.ts'
import type { TileWatch } from './tile-watch.ts'

/** Has a tile watched for as long as it shows what `producer` sends; one's own pictures are not received. */
export function useTileWatch(
  tile: RefObject<HTMLElement | null>,
  watch: TileWatch | null,
  producer: ProducerId | null,
  priority: PicturePriority,
): void {
  useEffect(() => {
    const element = tile.current
    if (element && watch && producer) return watch.watch(element, producer)
    return undefined
  }, [tile, watch, producer])
  // Apart, so that whoever begins to speak is not out of view for a moment.
  useEffect(() => {
    if (tile.current && watch && producer) watch.priority(tile.current, priority)
  }, [tile, watch, producer, priority])
}
