import { BLUR_WIDTH_PX, SMOOTH_RADIUS_PX, SMOOTH_WIDTH_PX } from './blur-limits.ts'
import { canvasPen } from './canvas-pen.ts'

/** Paints pictures in which everything but the person is blurred. */
export class BlurPainter {
  readonly #picture = canvasPen()
  readonly #tiny = canvasPen()
  readonly #smooth = canvasPen()

  /** Where they are painted. */
  get canvas(): HTMLCanvasElement {
    return this.#picture.canvas
  }

  /**
   * Paints a picture of that size in pixels.
   *
   * @param mask - Opaque where the person is; null blurs all of it.
   */
  paint(picture: CanvasImageSource, width: number, height: number, mask: HTMLCanvasElement | null): void {
    resize(this.canvas, width, height)
    const pen = this.#picture
    pen.globalCompositeOperation = 'copy'
    if (mask) {
      pen.drawImage(mask, 0, 0, width, height)
      pen.globalCompositeOperation = 'source-in'
      pen.drawImage(picture, 0, 0, width, height)
      pen.globalCompositeOperation = 'destination-over'
    }
    pen.drawImage(this.#blur(picture, width, height), 0, 0, width, height)
  }

  /** Small and large again: that blurs in every browser; where there are filters, they hide how few pixels were left. */
  #blur(picture: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
    const tiny = this.#tiny.canvas
    const smooth = this.#smooth.canvas
    resize(tiny, BLUR_WIDTH_PX, Math.max(1, Math.round((BLUR_WIDTH_PX * height) / width)))
    resize(smooth, SMOOTH_WIDTH_PX, Math.max(1, Math.round((SMOOTH_WIDTH_PX * height) / width)))
    this.#tiny.imageSmoothingQuality = 'high'
    this.#tiny.drawImage(picture, 0, 0, tiny.width, tiny.height)
    if ('filter' in this.#smooth) this.#smooth.filter = `blur(${SMOOTH_RADIUS_PX}px)`
    // Over its edges, where a filter would mix in what is not there.
    const over = 3 * SMOOTH_RADIUS_PX
    this.#smooth.drawImage(tiny, -over, -over, smooth.width + 2 * over, smooth.height + 2 * over)
    return smooth
  }
}

/** Sets the size only where it changes: setting it empties the canvas. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}
