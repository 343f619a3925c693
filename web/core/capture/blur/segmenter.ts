import type { SelfieSegmentation } from '@mediapipe/selfie_segmentation'
import { LOAD_PATIENCE_MS, SEGMENTED_HEIGHT_PX, SEGMENTED_WIDTH_PX } from './blur-limits.ts'
import { canvasPen } from './canvas-pen.ts'
import { SEGMENTER_SCRIPT, segmenterFile } from './segmenter-files.ts'

declare global {
  interface Window {
    /** MediaPipe's package is a script that leaves its one class here. */
    SelfieSegmentation?: typeof SelfieSegmentation
  }
}

/** MediaPipe's number for the model of wide pictures, the lighter one. */
const LANDSCAPE_MODEL = 1

/** Finds people in pictures, on this device alone (MediaPipe Selfie Segmentation). */
export interface Segmenter {
  /** Draws into `mask` where people are: opaque there, transparent elsewhere. Rejects where it cannot look. */
  look(picture: HTMLCanvasElement, mask: CanvasRenderingContext2D): Promise<void>
}

/** One for the page: it is large, and cameras come and go. */
let loaded: Promise<Segmenter> | null = null

/** Fetches the model and starts it, once. Rejects where that fails or takes too long, and tries again at the next call. */
export function loadSegmenter(): Promise<Segmenter> {
  const loading = loaded ?? withPatience(startSegmenter())
  loaded = loading
  // Whoever asked for it hears of it, and says so.
  loading.catch(() => {
    loaded = null
  })
  return loading
}

async function startSegmenter(): Promise<Segmenter> {
  // MediaPipe asks only when the first picture comes, and then has the browser say so in a dialog.
  if (!hasWebgl()) throw new Error('no WebGL')
  if (!window.SelfieSegmentation) await loadScript(SEGMENTER_SCRIPT)
  if (!window.SelfieSegmentation) throw new Error('MediaPipe did not arrive')
  const model = new window.SelfieSegmentation({ locateFile: segmenterFile })
  model.setOptions({ modelSelection: LANDSCAPE_MODEL, selfieMode: false })
  let take: ((mask: CanvasImageSource) => void) | null = null
  model.onResults(({ segmentationMask }) => take?.(segmentationMask))
  await model.initialize()
  let previous: Promise<void> = Promise.resolve()
  const look = async (picture: HTMLCanvasElement, mask: CanvasRenderingContext2D): Promise<void> => {
    let told = false
    take = (found) => {
      told = true
      mask.clearRect(0, 0, mask.canvas.width, mask.canvas.height)
      mask.drawImage(found, 0, 0, mask.canvas.width, mask.canvas.height)
    }
    await model.send({ image: picture })
    // Where MediaPipe cannot look, it answers nothing.
    if (!told) throw new Error('MediaPipe said nothing of a picture')
  }
  const segmenter: Segmenter = {
    look(picture, mask) {
      // One after the other: while cameras are exchanged, two want to know.
      const now = previous.then(() => look(picture, mask))
      // Whoever asked hears that it could not look; the next picture is looked at none the less.
      previous = now.catch(() => {})
      return now
    },
  }
  await warmUp(segmenter)
  return segmenter
}

/** The first picture takes much longer than all others; and what cannot look at this one can look at none. */
async function warmUp(segmenter: Segmenter): Promise<void> {
  const blank = smallPicture()
  await segmenter.look(blank.canvas, smallPicture())
}

/** A canvas as large as the model looks at. Throws where the browser has none. */
export const smallPicture = (): CanvasRenderingContext2D =>
  canvasPen({ width: SEGMENTED_WIDTH_PX, height: SEGMENTED_HEIGHT_PX })

function loadScript(address: string): Promise<void> {
  const script = document.createElement('script')
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      script.remove()
      reject(new Error(`${address} did not load`))
    })
    script.src = address
    document.head.append(script)
  })
}

async function withPatience<Thing>(wait: Promise<Thing>): Promise<Thing> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the model took too long')), LOAD_PATIENCE_MS)
  try {
    return await Promise.race([wait, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether this browser computes on a graphics card, or as if on one: without that, no model runs. */
function hasWebgl(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  // Browsers give a page few at a time.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
