import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Person } from '../../../core/session/room-session.ts'
import { NO_FOCUS, refocus, type SpeakerFocus, TAKES_OVER_MS } from './speaker-focus.ts'

/** Follows who speaks, and looks again when somebody has spoken for long enough. */
export function useSpeakerFocus(people: readonly Person[]): SpeakerFocus {
  const focus = useRef(NO_FOCUS)
  const again = useSignal(0)
  // Read, so that this renders again when the time has come.
  const looks = again.value
  focus.current = refocus(focus.current, people, performance.now())
  const rising = focus.current.rising
  useEffect(() => {
    if (rising === null) return
    const timer = setTimeout(
      () => {
        again.value += 1
      },
      Math.max(0, rising.sinceMs + TAKES_OVER_MS - performance.now()),
    )
    return () => clearTimeout(timer)
    // A timer may ring a part of a millisecond early: then it is set again.
  }, [rising, again, looks])
  return focus.current
}
