const SIZE = { width: 1280, height: 720 }
const GRAIN_PX = 128
/** How strong the grain is, of 255. */
const GRAIN_ALPHA = 40

/** A canvas of that size, and its brush. Throws where the browser has none. */
function canvasOf(width: number, height: number) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser does not draw')
  return { canvas, brush }
}

/** Noise, as cameras add it to whatever they see: hard to compress. */
function grain(): CanvasPattern {
  const { canvas, brush } = canvasOf(GRAIN_PX, GRAIN_PX)
  const noise = brush.createImageData(GRAIN_PX, GRAIN_PX)
  const greys = crypto.getRandomValues(new Uint8Array(GRAIN_PX * GRAIN_PX))
  greys.forEach((grey, index) => {
    noise.data.set([grey, grey, grey, GRAIN_ALPHA], 4 * index)
  })
  brush.putImageData(noise, 0, 0)
  const pattern = brush.createPattern(canvas, 'repeat')
  if (!pattern) throw new Error('this browser makes no patterns')
  return pattern
}

/**
 * A picture of 720 lines, much as a camera gives it: somebody who moves before a wall that does not. The wall costs encoders
 * little, of which there are many.
 */
export function movingPicture(framesPerSecond: number): MediaStreamTrack {
  const { canvas, brush } = canvasOf(SIZE.width, SIZE.height)
  const wall = brush.createLinearGradient(0, 0, SIZE.width, SIZE.height)
  wall.addColorStop(0, '#e6dccb')
  wall.addColorStop(1, '#7d8f94')
  const noise = grain()
  let frame = 0
  const paint = (): void => {
    frame += 1
    brush.fillStyle = wall
    brush.fillRect(0, 0, SIZE.width, SIZE.height)
    const at = { x: 640 + 80 * Math.sin(frame / 3), y: 420 + 30 * Math.cos(frame / 2) }
    for (const fill of ['#c98f6b', noise]) {
      brush.fillStyle = fill
      brush.beginPath()
      brush.ellipse(at.x, at.y, 170, 230, 0, 0, 2 * Math.PI)
      brush.fill()
    }
  }
  setInterval(paint, 1_000 / framesPerSecond)
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks()
  if (!track) throw new Error('a canvas gave no track')
  return track
}
