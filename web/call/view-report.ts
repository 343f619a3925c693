import type { ProducerId } from '../../protocol/ids.ts'
import type { TileInView } from '../../protocol/page-requests.ts'
import type { PictureSize } from './quality.ts'
import { viewChanges } from './view-changes.ts'

/** How long the page has to be at rest before small changes are told. */
const REST_MS = 300

/**
 * Tells the edge what the page shows and how large (M5), in one media session: what one sees decides what one
 * receives. Only what changed is told; changes of size once the page rests, a picture that comes into view at once.
 */
export class ViewReport {
  readonly #tell: (tiles: TileInView[]) => Promise<unknown>
  readonly #told = new Map<ProducerId, PictureSize>()
  #received: readonly ProducerId[] = []
  #shown: ReadonlyMap<ProducerId, PictureSize> = new Map()
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

  /** These pictures are shown, each so large. */
  show(sizes: ReadonlyMap<ProducerId, PictureSize>): void {
    this.#shown = sizes
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
    for (const { producer, width, height } of tiles) this.#told.set(producer, { width, height })
    this.#tell([...tiles]).catch((error) => console.warn('view:', error))
  }
}
