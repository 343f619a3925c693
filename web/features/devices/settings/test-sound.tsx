import { useSignal } from '@preact/signals'
import { Volume2 } from 'lucide'
import type { JSX } from 'preact'
import { playTestSound } from '../../../core/capture/sound/test-sound.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useFurtherWords } from '../../../ui/lazily-worded.tsx'

/** Lets one hear whether one would hear the others. */
export function TestSound({ speaker }: { readonly speaker: string | null }): JSX.Element {
  const { sound } = useFurtherWords()
  const state = useSignal<'quiet' | 'playing' | 'failed'>('quiet')
  const play = async (): Promise<void> => {
    if (state.peek() === 'playing') return
    state.value = 'playing'
    try {
      await playTestSound(speaker)
      state.value = 'quiet'
    } catch (error) {
      console.warn('test sound:', error)
      state.value = 'failed'
    }
  }
  return (
    <div>
      <button
        type="button"
        class="button small"
        data-action="test-sound"
        aria-busy={state.value === 'playing'}
        onClick={() => play().catch(reportError)}
      >
        <Icon node={Volume2} />
        {sound.test}
      </button>
      <p class="field-problem" role="status">
        {state.value === 'failed' ? sound.testFailed : ''}
      </p>
    </div>
  )
}
