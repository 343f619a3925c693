/** Whether the camera gives pictures. */
interface Easel {
  paint(on: boolean): void
}

declare global {
  interface Window {
    easel: Easel
  }
}

/** Runs in the page before anything of ours: a camera that is on, and gives a picture only while it is told to. */
export function paintCamera(): void {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 360
  const pen = canvas.getContext('2d')
  const HUES = 360
  let hue = 0
  let timer: ReturnType<typeof setInterval> | undefined
  const stroke = (): void => {
    hue = (hue + 10) % HUES
    if (pen) pen.fillStyle = `hsl(${hue} 50% 50%)`
    pen?.fillRect(0, 0, canvas.width, canvas.height)
  }
  window.easel = {
    paint: (on) => {
      clearInterval(timer)
      if (on) timer = setInterval(stroke, 100)
    },
  }
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream()
}
