import { type ReadonlySignal, useSignal } from '@preact/signals'

/** Something that the edge may refuse, and whether the last try failed. */
export interface Attempt {
  readonly failed: ReadonlySignal<boolean>
  attempt(act: () => Promise<void>): void
}

export function useAttempt(): Attempt {
  const failed = useSignal(false)
  return {
    failed,
    attempt: (act) => {
      failed.value = false
      act().catch((error) => {
        console.warn('refused:', error)
        failed.value = true
      })
    },
  }
}
