import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** How often it is asked for again, while somebody looks. */
const REFRESH_MS = 15_000

interface Published<Value> {
  /** `failed` where it never arrived; null until it does. */
  readonly value: Value | 'failed' | null
  tryAgain(): void
}

/** What the edge publishes, as it is now; `fetchIt` is the same at every rendering. */
export function usePublished<Value extends object>(fetchIt: () => Promise<Value>): Published<Value> {
  const published = useSignal<Value | 'failed' | null>(null)
  const load = (): void => {
    fetchIt().then(
      (loaded) => {
        published.value = loaded
      },
      (error: unknown) => {
        // What was there is better than nothing.
        if (published.peek() === null) published.value = 'failed'
        reportError(error)
      },
    )
  }
  useEffect(() => {
    load()
    const timer = setInterval(() => document.visibilityState === 'visible' && load(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  return {
    value: published.value,
    tryAgain() {
      published.value = null
      load()
    },
  }
}
