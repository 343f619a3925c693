const WIDTH = 640
const HEIGHT = 360

/** A moving picture of nobody: a head and shoulders before a wall, swaying a little. */
export function fakePicture(hue: number): MediaStreamTrack {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no 2d canvas')
  const draw = (timeMs: number): void => {
    const sway = Math.sin(timeMs / 900 + hue) * 8
    const wall = pen.createLinearGradient(0, 0, WIDTH, HEIGHT)
    wall.addColorStop(0, `hsl(${hue} 30% 72%)`)
    wall.addColorStop(1, `hsl(${hue + 30} 28% 48%)`)
    pen.fillStyle = wall
    pen.fillRect(0, 0, WIDTH, HEIGHT)
    pen.fillStyle = `hsl(${hue + 180} 30% 34%)`
    pen.beginPath()
    pen.ellipse(WIDTH / 2 + sway, HEIGHT + 20, 150, 150, 0, 0, 2 * Math.PI)
    pen.fill()
    pen.fillStyle = `hsl(28 42% ${38 + (hue % 36)}%)`
    pen.beginPath()
    pen.ellipse(WIDTH / 2 + sway, 150, 62, 78, 0, 0, 2 * Math.PI)
    pen.fill()
    requestAnimationFrame(draw)
  }
  draw(0)
  const track = canvas.captureStream(10).getVideoTracks()[0]
  if (track === undefined) throw new Error('the canvas gave no track')
  return track
}
