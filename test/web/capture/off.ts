import type { CaptureState } from '../../../web/core/capture/local-media.ts'

/** A device that nobody has turned on. */
export const OFF: CaptureState = {
  wanted: false,
  withheld: false,
  pending: false,
  treating: false,
  track: null,
  deviceId: null,
  facing: null,
  problem: null,
  changeProblem: null,
  standIn: null,
}
