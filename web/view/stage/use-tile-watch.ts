import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ProducerId } from '../../../protocol/ids.ts'
import type { MediaSource } from '../../../protocol/media.ts'
import type { TileWatch } from './tile-watch.ts'

/** Has a tile watched for as long as it shows what `producer` sends; one's own pictures are not received. */
export function useTileWatch(
  tile: RefObject<HTMLElement | null>,
  watch: TileWatch | null,
  producer: ProducerId | null,
  source: MediaSource,
): void {
  useEffect(() => {
    const element = tile.current
    if (element && watch && producer) return watch.watch(element, producer, source)
    return undefined
  }, [tile, watch, producer, source])
}
