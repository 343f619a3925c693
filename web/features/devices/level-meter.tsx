import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { LocalMedia } from '../../core/capture/local-media.ts'
import { useWords } from '../../ui/page-context.ts'

/** From this level on we may say that the microphone hears its owner, not just the room. */
const HEARD = 0.12

/** A bar that moves with one's voice, and says in words when it did. */
export function LevelMeter({ localMedia }: { readonly localMedia: LocalMedia }): JSX.Element {
  const { before } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const heard = useSignal(false)
  // Straight to the style: 15 times a second is no reason to render.
  useSignalEffect(() => {
    const level = localMedia.level.value
    bar.current?.style.setProperty('--level', (level ?? 0).toFixed(3))
    if (level !== null && level >= HEARD) heard.value = true
  })
  const unmeasured = useComputed(() => localMedia.level.value === null)
  const { wanted, pending, track } = localMedia.microphone.value
  const words = !wanted
    ? before.micOff
    : pending || track === null
      ? before.micStarting
      : unmeasured.value
        ? before.unmeasured
        : heard.value
          ? before.heard
          : before.speak
  return (
    <div class="level" data-heard={heard.value ? '' : undefined}>
      <div class="level-bar" ref={bar} aria-hidden="true" />
      <p role="status">{words}</p>
    </div>
  )
}
