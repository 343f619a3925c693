import type { CaptureProblem } from '../local-media.ts'
import { UntreatedError } from './opened-device.ts'

/** Why `getUserMedia` (W3C mediacapture-streams §10.3.1) failed, by the names that it gives its errors. */
export function captureProblemOf(error: unknown): CaptureProblem {
  if (error instanceof UntreatedError) return 'untreated'
  if (!(error instanceof DOMException || error instanceof Error)) return 'failed'
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    case 'NotSupportedError':
      return 'unsupported'
    default:
      return 'failed'
  }
}
