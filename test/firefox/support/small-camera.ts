/**
 * Run in a page before its own scripts: its camera gives small pictures, and few of them, whatever is asked for. Firefox's fake one
 * gives 1280x720 at 30 frames a second, which keep a machine of two cores busy when several people have one.
 */
export function withSmallCamera(): void {
  const { mediaDevices } = navigator
  const real = mediaDevices.getUserMedia.bind(mediaDevices)
  const small = { width: 320, height: 180, frameRate: 8 }
  mediaDevices.getUserMedia = (constraints) => {
    const video = constraints?.video
    if (!video) return real(constraints)
    return real({ ...constraints, video: typeof video === 'object' ? { ...video, ...small } : small })
  }
}
