import type { ProducerId } from '../../../../protocol/ids.ts'
import type { TileInView } from '../../../../protocol/page-edge/requests.ts'
import { NOT_SHOWN, type ShownPicture } from '../shown-picture.ts'

type Pictures = ReadonlyMap<ProducerId, ShownPicture>

/** What there is to tell the edge, and whether it can wait for the page to come to rest. */
export interface ViewChanges {
  readonly tiles: readonly TileInView[]
  /** Somebody is waiting for a picture that did not come until now. */
  readonly urgent: boolean
}

/**
 * What the edge has to be told (M5): of the pictures that we receive, those whose size or priority is another than it was told
 * last. What is not shown has no size; what it was never told about comes at its largest, or not at all (M13).
 */
export function viewChanges(received: Iterable<ProducerId>, shown: Pictures, told: Pictures): ViewChanges {
  const tiles: TileInView[] = []
  let urgent = false
  for (const producer of received) {
    const { width, height, priority } = rounded(shown.get(producer) ?? NOT_SHOWN)
    const before = told.get(producer)
    if (before?.width === width && before.height === height && before.priority === priority) continue
    tiles.push({ producer, width, height, priority })
    // A picture never told about is at its largest, or waits to be told about.
    urgent ||= width > 0 && height > 0 && (before === undefined || before.width === 0)
  }
  return { tiles, urgent }
}

/** Whole pixels, and nothing at all where one side has none. */
function rounded({ width, height, priority }: ShownPicture): ShownPicture {
  const picture = { width: Math.round(width), height: Math.round(height), priority }
  return picture.width === 0 || picture.height === 0 ? NOT_SHOWN : picture
}
