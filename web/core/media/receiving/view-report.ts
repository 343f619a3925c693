import type { ProducerId } from '../../../../protocol/ids.ts'
import type { TileInView } from '../../../../protocol/page-edge/requests.ts'
import type { ShownPicture } from '../shown-picture.ts'
import { viewChanges } from './view-changes.ts'

/** How long the page has to be at rest before small changes are told. */
const REST_MS = 300
/** How long after the edge did not take it the same is told again. */
export const TELL_AGAIN_MS = 5_000

/**
 * Tells the edge what the page shows, how large (M5) and what of it comes first (M12), in one media session: what one sees
 * decides what one receives. Only what changed is told: once the page rests, but a picture that comes into view at once.
 */
export class ViewReport {
  readonly #tell: (tiles: TileInView[]) => Promise<unknown>
  readonly #told = new Map<ProducerId, ShownPicture>()
  #received: readonly ProducerId[] = []
  #shown: ReadonlyMap<ProducerId, ShownPicture> = new Map()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(tell: (tiles: TileInView[]) => Promise<unknown>) {
    this.#tell = tell
  }

  /** These pictures are received. */
  receive(producers: readonly ProducerId[]): void {
    this.#received = producers
    const kept = new Set(producers)
    for (const producer of this.#told.keys()) if (!kept.has(producer)) this.#told.delete(producer)
    this.#review()
  }

  /** These pictures are shown. */
  show(pictures: ReadonlyMap<ProducerId, ShownPicture>): void {
    this.#shown = pictures
    this.#review()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#received = []
  }

  #review(): void {
    clearTimeout(this.#timer)
    const { tiles, urgent } = viewChanges(this.#received, this.#shown, this.#told)
    // Even at once is after all that changes together: tiles are measured one by one.
    if (tiles.length > 0) this.#timer = setTimeout(() => this.#send(), urgent ? 0 : REST_MS)
  }

  #send(): void {
    const { tiles } = viewChanges(this.#received, this.#shown, this.#told)
    for (const { producer, ...picture } of tiles) this.#told.set(producer, picture)
    this.#tell([...tiles]).catch((error) => this.#handleFailure(tiles, error))
  }

  /** A picture may wait to be told about (M13). */
  #handleFailure(tiles: readonly TileInView[], error: unknown): void {
    console.warn('view:', error)
    for (const { producer } of tiles) this.#told.delete(producer)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#review(), TELL_AGAIN_MS)
  }
}
