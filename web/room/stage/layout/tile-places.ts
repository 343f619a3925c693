import type { Box } from '../../tile/corner/corner.ts'
import type { Arrangement, StageItem } from './arrangement.ts'
import type { StageLayout } from './stage-layout.ts'

/** What a tile is among the others: what one looks at, beside that, over its corner, or one like all. */
type Place = 'large' | 'small' | 'corner' | 'grid'

/** The attributes of a tile's element that say where it stands, and how it is used. */
export interface Placed {
  readonly 'data-key': string
  readonly 'data-place': Place
  readonly 'data-touched': '' | undefined
  /** Where the others scroll past it. */
  readonly 'data-stays': '' | undefined
  readonly style: Record<string, string>
}

export interface PlacedItem {
  readonly item: StageItem
  readonly placed: Placed
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 }

/**
 * Everything that is shown, at its place on the stage's floor, in the order of `keys` wherever that is: an element that
 * changed places among its siblings would jump.
 */
export function placeAll(
  { large, small, corner }: Arrangement,
  layout: StageLayout,
  inCorner: Box,
  keys: readonly string[],
  touched: string | null,
): readonly PlacedItem[] {
  const at = (item: StageItem, place: Place, box: Box | undefined): PlacedItem => {
    const stays = layout.scrolls !== null && place === 'large'
    return { item, placed: placedAt(item.key, place, box ?? NOWHERE, item.key === touched, stays) }
  }
  const placed = [
    ...large.map((item, index) => at(item, 'large', layout.large[index])),
    ...small.map((item, index) => at(item, large.length > 0 ? 'small' : 'grid', layout.small[index])),
    ...(corner ? [at(corner, 'corner', inCorner)] : []),
  ]
  return placed.sort((a, b) => keys.indexOf(a.item.key) - keys.indexOf(b.item.key))
}

function placedAt(key: string, place: Place, box: Box, touched: boolean, stays: boolean): Placed {
  return {
    'data-key': key,
    'data-place': place,
    'data-touched': touched ? '' : undefined,
    'data-stays': stays ? '' : undefined,
    style: {
      insetInlineStart: `${box.x}px`,
      insetBlockStart: `${box.y}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
      // It takes no room of those that scroll.
      marginBlockEnd: stays ? `${-box.height}px` : '0',
    },
  }
}
