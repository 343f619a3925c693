import { openBarePage } from '../common/bare-page.ts'
import { inTime } from '../common/in-time.ts'
import { type Spread, spreadOf } from '../common/spread.ts'
import type { FrameTimes } from './frames/page.ts'

/** Bytes of a frame: a voice's, a small picture's, one of 720 lines, its key frame, and that of a large screen. */
const SIZES = [120, 1_200, 6_000, 60_000, 500_000] as const
/** So many bytes are encrypted at a time, in at most so many frames. */
const BYTES_AT_A_TIME = 20_000_000
const MOST_FRAMES = 2_000

/** What is added to each frame of a size. */
export interface FrameFigures {
  readonly bytes: number
  readonly encryptUs: Spread
  readonly decryptUs: Spread
}

/** Measures how long frames take, by size, in a page that does nothing else. */
export async function measureFrames(runs: number): Promise<FrameFigures[]> {
  await using opened = new AsyncDisposableStack()
  const page = await openBarePage('Frames', new URL('./frames/page.ts', import.meta.url), opened)
  const times = new Map<number, FrameTimes[]>(SIZES.map((bytes) => [bytes, []]))
  // The first round warms the code up.
  for (let round = 0; round <= runs; round += 1) {
    for (const [bytes, found] of times) {
      const count = Math.min(MOST_FRAMES, Math.ceil(BYTES_AT_A_TIME / bytes))
      const measured = await inTime(
        `encrypting frames of ${bytes} bytes`,
        page.evaluate(([size, frames]) => window.measureFrames(size, frames), [bytes, count] as const),
      )
      if (round > 0) found.push(measured)
    }
  }
  return [...times].map(([bytes, found]) => ({
    bytes,
    encryptUs: spreadOf(found.map(({ encryptUs }) => encryptUs)),
    decryptUs: spreadOf(found.map(({ decryptUs }) => decryptUs)),
  }))
}
