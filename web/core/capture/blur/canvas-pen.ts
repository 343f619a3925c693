/**
 * What draws on a new canvas of that size in pixels; the browser's usual size where none is given. Throws where the
 * browser has none.
 */
export function canvasPen(
  size: Partial<Pick<HTMLCanvasElement, 'width' | 'height'>> = {},
): CanvasRenderingContext2D {
  const pen = Object.assign(document.createElement('canvas'), size).getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  return pen
}
