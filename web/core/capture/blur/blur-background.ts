import type { Treated } from '../devices/opened-device.ts'
import { SEGMENT_INTERVAL_MS, SEGMENT_SHARE } from './blur-limits.ts'
import { BlurPainter } from './blur-painter.ts'
import { repaint } from './repainted-track.ts'
import { loadSegmenter, type Segmenter, smallPicture } from './segmenter.ts'

/**
 * Blurs what is behind the person, on this device. Rejects where the model cannot be had; where it fails later, all of
 * the picture is blurred: never is more shown than was wanted.
 */
export async function blurBackground(device: MediaStreamTrack): Promise<Treated> {
  const segmenter = await loadSegmenter()
  const painter = new BlurPainter()
  const person = new PersonWatch(segmenter)
  return repaint(device, painter.canvas, (picture, width, height) => {
    person.follow(picture)
    painter.paint(picture, width, height, person.mask)
  })
}

/** Where the person is, looked for as often as the machine can do beside its other work. */
class PersonWatch {
  readonly #segmenter: Segmenter
  readonly #looked = smallPicture()
  readonly #mask = smallPicture()
  #found = false
  #looking = false
  #nextMs = 0

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter
  }

  /** Opaque where the person was seen last; null while nothing is known. */
  get mask(): HTMLCanvasElement | null {
    return this.#found ? this.#mask.canvas : null
  }

  follow(picture: CanvasImageSource): void {
    const nowMs = performance.now()
    if (this.#looking || nowMs < this.#nextMs) return
    this.#looking = true
    const { canvas } = this.#looked
    this.#looked.drawImage(picture, 0, 0, canvas.width, canvas.height)
    this.#look(nowMs).catch((error) => console.error(error))
  }

  async #look(sinceMs: number): Promise<void> {
    try {
      await this.#segmenter.look(this.#looked.canvas, this.#mask)
      this.#found = true
    } catch (error) {
      console.warn('capture: nobody can be told from the background', error)
      this.#found = false
    }
    const tookMs = performance.now() - sinceMs
    this.#nextMs = sinceMs + Math.max(SEGMENT_INTERVAL_MS, tookMs / SEGMENT_SHARE)
    this.#looking = false
  }
}
