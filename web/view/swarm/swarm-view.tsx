import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Swarm } from '../../../protocol/swarm.ts'
import { fetchSwarm } from './fetch-swarm.ts'
import { SwarmSheet } from './swarm-sheet.tsx'

/** How often it is asked for again, while somebody looks. */
const REFRESH_MS = 15_000

/** Who lends nodes, as it is now. */
export function SwarmView(): JSX.Element {
  const swarm = useSignal<Swarm | 'failed' | null>(null)
  const load = (): void => {
    fetchSwarm().then(
      (loaded) => {
        swarm.value = loaded
      },
      (error: unknown) => {
        // What was there is better than nothing.
        if (swarm.peek() === null) swarm.value = 'failed'
        reportError(error)
      },
    )
  }
  useEffect(() => {
    load()
    const timer = setInterval(() => document.visibilityState === 'visible' && load(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  const tryAgain = (): void => {
    swarm.value = null
    load()
  }
  return <SwarmSheet swarm={swarm.value} onTryAgain={tryAgain} />
}
