import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { speakerLeft } from '../devices/lost-device.ts'
import type { DeviceChoice } from '../local-media.ts'

/** The loudspeaker that others are played on. */
export interface ChosenSpeaker {
  /** Null is the system's own. */
  readonly id: ReadonlySignal<string | null>
  /** The name of the one that was chosen and is gone; null where none is. */
  readonly lost: ReadonlySignal<string | null>
  choose(id: string): void
  stop(): void
}

/** Plays on that loudspeaker for as long as it is among those that there are; then on the system's own. */
export function chosenSpeaker(
  chosen: string | null,
  speakers: ReadonlySignal<readonly DeviceChoice[]>,
): ChosenSpeaker {
  const id = signal(chosen)
  const lost = signal<string | null>(null)
  let before: readonly DeviceChoice[] = []
  const stop = effect(() => {
    const former = before
    before = speakers.value
    const now = id.peek()
    if (speakerLeft(now, former, before) === now) return
    id.value = null
    lost.value = former.find((speaker) => speaker.id === now)?.label ?? ''
  })
  return {
    id,
    lost,
    choose: (wanted) => {
      lost.value = null
      id.value = wanted
    },
    stop,
  }
}
