/**
 * Runs in the page before anything of ours: stands in for the browser's question what to share, which a browser
 * without windows cannot ask. The screen is a canvas that moves, its sound a tone. One function, for it is sent as text.
 */
export function shareCanvas(): void {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no 2d canvas')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    let count = 0
    // One line moves and the rest stands, as on most screens: a busy machine can send two of them in full size.
    setInterval(() => {
      count += 1
      pen.fillStyle = count % 2 ? '#fff' : '#eee'
      pen.fillRect(0, 80, canvas.width, 30)
      pen.fillStyle = '#000'
      pen.fillText(`line ${count}`, 20 + (count % 600), 100)
    }, 100)
    const stream = canvas.captureStream(10)
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const out = sound.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    for (const track of out.stream.getAudioTracks()) stream.addTrack(track)
    return stream
  }
}
