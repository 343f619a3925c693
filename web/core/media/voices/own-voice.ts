import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { hear, SILENT } from './voice-activity.ts'

interface OwnVoice {
  readonly speaking: ReadonlySignal<boolean>
  stop(): void
}

/**
 * Whether we ourselves speak.
 *
 * @param level - Of our microphone, from 0 to 1; null where it cannot be measured.
 */
export function ownVoice(level: ReadonlySignal<number | null>): OwnVoice {
  const speaking = signal(false)
  let gate = SILENT
  const stop = effect(() => {
    // What cannot be measured is never seen to speak here; others hear it all the same.
    gate = hear(gate, level.value ?? 0, performance.now())
    speaking.value = gate.speaking
  })
  return { speaking, stop }
}
