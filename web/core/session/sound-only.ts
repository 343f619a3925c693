import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Quality } from '../../settings/quality.ts'

interface SoundOnly {
  /** How much picture is wanted now. */
  readonly wanted: ReadonlySignal<Quality>
  setSoundOnly(on: boolean): void
}

/** Sound only for this call, over what the settings say: whoever had a bad link once has pictures again the next time. */
export function soundOnlyOver(chosen: ReadonlySignal<Quality>): SoundOnly {
  const given = signal(false)
  return {
    wanted: computed(() => (given.value ? 'audio' : chosen.value)),
    setSoundOnly: (on) => {
      given.value = on
    },
  }
}
