import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'

/** Which tiles the person put where they are, by their keys. */
export interface HeldTiles {
  /** What is pinned, and so alone large. */
  readonly pinned: ReadonlySignal<string | null>
  /** Whoever gave the large place to oneself, and has the corner: it is theirs again by another press. */
  readonly swapped: Signal<string | null>
  togglePin(key: string): void
  toggleSwap(key: string): void
}

const toggle = (held: Signal<string | null>, key: string): void => {
  held.value = held.peek() === key ? null : key
}

export function useHeldTiles(): HeldTiles {
  const pinned = useSignal<string | null>(null)
  const swapped = useSignal<string | null>(null)
  return useMemo(
    () => ({
      pinned,
      swapped,
      togglePin: (key) => toggle(pinned, key),
      toggleSwap: (key) => toggle(swapped, key),
    }),
    [pinned, swapped],
  )
}
