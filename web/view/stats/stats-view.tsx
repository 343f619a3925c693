import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import * as v from 'valibot'
import { Statistics } from '../../../protocol/statistics.ts'
import { StatsSheet } from './stats-sheet.tsx'

/** How often the figures of now are asked for again, while somebody looks at them. */
const REFRESH_MS = 15_000

async function fetchStatistics(): Promise<Statistics> {
  const response = await fetch('/api/stats')
  if (!response.ok) throw new Error(`the statistics answered ${response.status}`)
  return v.parse(Statistics, await response.json())
}

/** What is published, as it is now. */
export function StatsView(): JSX.Element {
  const statistics = useSignal<Statistics | 'failed' | null>(null)
  const load = (): void => {
    fetchStatistics().then(
      (loaded) => {
        statistics.value = loaded
      },
      (error: unknown) => {
        // What was there is better than nothing.
        if (statistics.peek() === null) statistics.value = 'failed'
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
    statistics.value = null
    load()
  }
  return <StatsSheet statistics={statistics.value} onTryAgain={tryAgain} />
}
