import { type Signal, signal } from '@preact/signals'
import { perSession } from '../../core/session/per-session.ts'
import type { RecordedPart } from './recording-payload.ts'

/** Why a recording is over; `no-sound`: it never began, for want of a sound output. */
export type RecordingEnd = 'stopped' | 'full' | 'taken-back' | 'left' | 'no-sound' | 'failed'

/** Where our own recording stands. */
export type RecorderState =
  | { readonly at: 'idle' }
  | { readonly at: 'starting' }
  | {
      readonly at: 'recording'
      readonly what: RecordedPart
      /** The number of the message that told of it. */
      readonly id: number
      /** `performance.now()` when it began. */
      readonly sinceMs: number
      readonly bytes: number
      readonly stop: () => void
    }
  /** Over, and being written so that it can be wound. */
  | { readonly at: 'saving' }
  | {
      readonly at: 'ended'
      readonly why: RecordingEnd
      /** Gives the file once more, where the page still has it. */
      readonly saveAgain: (() => void) | null
    }

/** What is known of our own recording, also by what does not record. */
export const recorderStateOf = perSession((): Signal<RecorderState> => signal({ at: 'idle' }))
