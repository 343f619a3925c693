import type { ProducerId } from '../../../../protocol/ids.ts'
import type { PicturePriority } from '../../../../protocol/media/picture-priority.ts'
import type { ShownPicture } from '../../../core/media/shown-picture.ts'

interface WatchedTile {
  readonly producer: ProducerId
  priority: PicturePriority
  width: number
  height: number
  inView: boolean
  /** How much of it is looked at: 2 where a half of its width is as wide as the tile. */
  enlarged: number
}

/**
 * How large each received picture is shown, in device pixels: nothing for what is scrolled away, and for all of a
 * page that nobody looks at, but for a picture that floats above it. What one sees decides what one receives (M5).
 */
export class TileWatch {
  readonly #changed: (shown: ReadonlyMap<ProducerId, ShownPicture>) => void
  readonly #tiles = new Map<Element, WatchedTile>()
  readonly #stop = new AbortController()
  /** The picture that has a window of its own, above all others (W3C picture-in-picture). */
  #floating: { readonly video: EventTarget; readonly window: PictureInPictureWindow } | null = null
  readonly #resizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) this.#change(target, contentRect)
    this.#tell()
  })
  readonly #crossings = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) this.#change(target, { inView: isIntersecting })
    this.#tell()
  })

  constructor(changed: (shown: ReadonlyMap<ProducerId, ShownPicture>) => void) {
    this.#changed = changed
    const { signal } = this.#stop
    document.addEventListener('visibilitychange', () => this.#tell(), { signal })
    document.addEventListener('enterpictureinpicture', (event) => this.#float(event), { signal })
    document.addEventListener(
      'leavepictureinpicture',
      () => {
        this.#floating = null
        this.#tell()
      },
      { signal },
    )
  }

  /** Watches a tile that shows what this producer sends, until the function that it returns is called. */
  watch(element: Element, producer: ProducerId): () => void {
    this.#tiles.set(element, { producer, priority: 'other', width: 0, height: 0, inView: false, enlarged: 1 })
    this.#resizes.observe(element)
    this.#crossings.observe(element)
    return () => {
      this.#tiles.delete(element)
      this.#resizes.unobserve(element)
      this.#crossings.unobserve(element)
      this.#tell()
    }
  }

  /** How much sooner than others a watched tile needs its picture where the way is narrow (M12). */
  priority(element: Element, priority: PicturePriority): void {
    const tile = this.#tiles.get(element)
    if (!tile || tile.priority === priority) return
    tile.priority = priority
    this.#tell()
  }

  /** A watched tile shows its picture so many times as large as itself. */
  enlarge(element: Element, by: number): void {
    const tile = this.#tiles.get(element)
    if (!tile || tile.enlarged === by) return
    tile.enlarged = by
    this.#tell()
  }

  close(): void {
    this.#stop.abort()
    this.#resizes.disconnect()
    this.#crossings.disconnect()
  }

  #change(element: Element, change: { width?: number; height?: number; inView?: boolean }): void {
    const tile = this.#tiles.get(element)
    if (!tile) return
    tile.width = change.width ?? tile.width
    tile.height = change.height ?? tile.height
    tile.inView = change.inView ?? tile.inView
  }

  #float(event: Event): void {
    if (!(event instanceof PictureInPictureEvent) || event.target === null) return
    const { pictureInPictureWindow: window } = event
    this.#floating = { video: event.target, window }
    window.addEventListener('resize', () => this.#tell(), { signal: this.#stop.signal })
    this.#tell()
  }

  /** Where it floats, it is seen though the page is not. */
  #floatingSize(element: Element): { width: number; height: number } | null {
    if (!(this.#floating?.video instanceof Node && element.contains(this.#floating.video))) return null
    const { width, height } = this.#floating.window
    return { width: width * devicePixelRatio, height: height * devicePixelRatio }
  }

  #tell(): void {
    const shown = new Map<ProducerId, ShownPicture>()
    const scale = document.visibilityState === 'visible' ? devicePixelRatio : 0
    for (const [element, { producer, priority, width, height, inView, enlarged }] of this.#tiles) {
      const by = inView ? scale * enlarged : 0
      const floating = this.#floatingSize(element)
      shown.set(producer, { priority, ...(floating ?? { width: width * by, height: height * by }) })
    }
    this.#changed(shown)
  }
}
