/** A still picture of a document, as somebody would share it. */
export function fakeScreen(width = 1280, height = 800): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no 2d canvas')
  const draw = (): void => {
    pen.fillStyle = '#fdfdfb'
    pen.fillRect(0, 0, width, height)
    pen.fillStyle = '#233'
    pen.font = '600 44px sans-serif'
    pen.fillText('Minutes of Thursday’s meeting', 80, 110)
    pen.font = '26px sans-serif'
    for (let line = 0; line < 14; line += 1) {
      pen.fillText(
        `${line + 1}. What was said, by whom, and what comes of it until next week.`,
        80,
        180 + line * 42,
      )
    }
    requestAnimationFrame(draw)
  }
  draw()
  const track = canvas.captureStream(5).getVideoTracks()[0]
  if (track === undefined) throw new Error('the canvas gave no track')
  return track
}
